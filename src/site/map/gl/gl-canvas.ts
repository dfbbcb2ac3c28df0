import type { MapData } from '../map-data.ts'
import { openDotLayer } from './dot-layer.ts'
import { openLineLayer } from './line-layer.ts'
import type { Lines } from './lines.ts'
import type { Look } from './look.ts'
import { NoWebGl } from './no-webgl.ts'
import type { View } from './view.ts'

/** A canvas with the lines and marks of a map. */
export interface GlCanvas {
  readonly canvas: HTMLCanvasElement
  /** Takes over another look; it is there with the next frame. */
  update(look: Look): void
  draw(view: View): void
  /** Lets go of the graphics memory. */
  end(): void
}

/**
 * Opens a canvas of WebGL 2. A context that the browser takes away is made anew when it comes back.
 *
 * @throws NoWebGl
 */
export function openGlCanvas(data: MapData, lines: Lines, redraw: () => void): GlCanvas {
  const canvas = document.createElement('canvas')
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false })
  if (gl === null) throw new NoWebGl()
  let look: Look | undefined
  let layers = openLayers(gl, data, lines)
  const lost = (event: Event) => event.preventDefault()
  const restored = () => {
    layers = openLayers(gl, data, lines)
    if (look !== undefined) layers.update(look)
    redraw()
  }
  canvas.addEventListener('webglcontextlost', lost)
  canvas.addEventListener('webglcontextrestored', restored)
  return {
    canvas,
    update(next) {
      look = next
      layers.update(next)
    },
    draw(view) {
      if (look === undefined || gl.isContextLost()) return
      const [across, down] = [Math.round(view.width * view.ratio), Math.round(view.height * view.ratio)]
      if (canvas.width !== across || canvas.height !== down) {
        Object.assign(canvas, { width: across, height: down })
      }
      gl.viewport(0, 0, across, down)
      gl.clearColor(0, 0, 0, 0)
      gl.clear(gl.COLOR_BUFFER_BIT)
      layers.draw(view, look)
    },
    end() {
      canvas.removeEventListener('webglcontextlost', lost)
      canvas.removeEventListener('webglcontextrestored', restored)
      gl.getExtension('WEBGL_lose_context')?.loseContext()
    },
  }
}

function openLayers(gl: WebGL2RenderingContext, data: MapData, lines: Lines) {
  const [links, dots] = [openLineLayer(gl, data, lines), openDotLayer(gl, data)]
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  return {
    update(look: Look) {
      links.update(look.lines, look.lineColours)
      dots.update(look.nodes, look.nodeColours)
    },
    draw(view: View, { palette }: Look) {
      links.draw(view, palette.paper)
      dots.draw(view)
    },
  }
}
