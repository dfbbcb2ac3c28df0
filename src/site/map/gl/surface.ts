import type { Camera, Scene } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { findNode } from './find-node.ts'
import { openGlCanvas } from './gl-canvas.ts'
import { byImportance } from './importance.ts'
import { linesOf } from './lines.ts'
import { lookOf, type Look } from './look.ts'
import { readPalette } from './palette.ts'
import { beyond, openTitleLayer } from './title-layer.ts'
import { radiusAt, type View } from './view.ts'

/** What a map is drawn on: marks and lines by WebGL, and titles above them. */
export interface Surface {
  readonly size: { readonly width: number; readonly height: number }
  paint(scene: Scene): void
  /** Shows what a camera looks at, with the next frame. */
  show(camera: Camera): void
  /** The node at a place of the window. */
  nodeAt(clientX: number, clientY: number): number | undefined
  /** The element that all is in. */
  readonly host: HTMLElement
  end(): void
}

/** Titles are chosen again when the camera has rested for so many milliseconds. */
const restTime = 110
const sharpest = 2

/**
 * Covers an element with a surface that follows its size, the colour scheme and fonts that come.
 *
 * @throws NoWebGl where there is no WebGL 2; the element is then as it was.
 */
export function openSurface(mount: HTMLElement, data: MapData, first: Camera): Surface {
  const ended = new AbortController()
  const lines = linesOf(data)
  const marks = openGlCanvas(data, lines, () => draw())
  const titles = openTitleLayer(data, byImportance(data, lines))
  const host = cover(mount, marks.canvas, titles.canvas)
  const size = { width: 1, height: 1 }
  let camera = first
  let scene: Scene | undefined
  let look: Look | undefined
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined

  const view = (): View => {
    const ratio = Math.min(sharpest, devicePixelRatio)
    return { camera, ...size, ratio, radius: radiusAt(data, camera.zoom) }
  }
  const measure = () => {
    size.width = Math.max(1, mount.clientWidth)
    size.height = Math.max(1, mount.clientHeight)
  }
  const draw = () => {
    cancelAnimationFrame(frame)
    frame = 0
    if (look === undefined) return
    marks.draw(view())
    titles.follow(view(), look)
  }
  const drawSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const chooseTitles = () => {
    clearTimeout(rest)
    if (look !== undefined) titles.choose(view(), look)
  }
  const paint = () => {
    if (scene === undefined) return
    look = lookOf(data, lines, scene, readPalette(mount))
    marks.update(look)
    chooseTitles()
    drawSoon()
  }
  const sizes = new ResizeObserver(() => {
    measure()
    chooseTitles()
    draw()
  })
  measure()
  sizes.observe(mount)
  const { signal } = ended
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint, { signal })
  const setAnew = () => {
    titles.forget()
    chooseTitles()
  }
  document.fonts.addEventListener('loadingdone', setAnew, { signal })
  return {
    size,
    host,
    paint(next) {
      scene = next
      paint()
    },
    show(next) {
      camera = next
      clearTimeout(rest)
      rest = setTimeout(chooseTitles, restTime)
      drawSoon()
    },
    nodeAt(clientX, clientY) {
      const { left, top } = host.getBoundingClientRect()
      return look && findNode(data, look.nodes, view(), clientX - left, clientY - top)
    },
    end() {
      ended.abort()
      sizes.disconnect()
      clearTimeout(rest)
      cancelAnimationFrame(frame)
      marks.end()
      host.remove()
    },
  }
}

/** Puts the canvases into an element over all of the mount, hidden from those who listen. */
function cover(mount: HTMLElement, marks: HTMLElement, titles: HTMLElement): HTMLElement {
  const host = document.createElement('div')
  host.setAttribute('aria-hidden', 'true')
  Object.assign(host.style, { position: 'absolute', inset: '0', overflow: 'hidden' })
  Object.assign(marks.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' })
  const aside = `${-beyond}px`
  Object.assign(titles.style, { position: 'absolute', left: aside, top: aside, maxWidth: 'none' })
  host.append(marks, titles)
  mount.prepend(host)
  return host
}
