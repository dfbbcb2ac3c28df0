import type { MapData } from '../map-data.ts'
import { dotFragment, dotVertex } from './dot-shaders.ts'
import { standings } from './marks.ts'
import { bindFields, compileProgram } from './program.ts'
import { sizeOf, type View } from './view.ts'

/** Nodes as marks. */
export interface DotLayer {
  /** Takes over how nodes stand and their colours. */
  update(standing: Uint8Array, colours: Uint32Array): void
  draw(view: View): void
}

const stride = 16

export function openDotLayer(gl: WebGL2RenderingContext, data: MapData): DotLayer {
  const program = compileProgram(gl, dotVertex, dotFragment)
  const count = data.nodes.id.length
  const arrays = gl.createVertexArray()
  const buffer = gl.createBuffer()
  gl.bindVertexArray(arrays)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  bindFields(gl, stride, [
    { size: 2, offset: 0 },
    { size: 4, bytes: 'share', offset: 8 },
    { size: 2, bytes: 'number', offset: 12 },
  ])
  const bytes = new Uint8Array(stride * count)
  const floats = new Float32Array(bytes.buffer)
  const words = new Uint32Array(bytes.buffer)
  return {
    update(standing, colours) {
      let at = 0
      // What stands out is drawn last and so lies on top.
      for (const stand of Object.values(standings)) {
        for (let node = 0; node < count; node++) {
          if (standing[node] !== stand) continue
          floats[4 * at] = data.nodes.x[node] as number
          floats[4 * at + 1] = data.nodes.y[node] as number
          words[4 * at + 2] = colours[node] as number
          bytes[stride * at + 12] = stand === standings.hidden ? 0 : Math.round(10 * sizeOf(data, node))
          bytes[stride * at + 13] = data.nodes.kind[node] as number
          at++
        }
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW)
    },
    draw({ camera, width, height, ratio, radius }) {
      program.use()
      gl.bindVertexArray(arrays)
      gl.uniform2f(program.uniform('u_camera'), camera.x, camera.y)
      gl.uniform2f(program.uniform('u_half'), (width * ratio) / 2, (height * ratio) / 2)
      gl.uniform1f(program.uniform('u_zoom'), camera.zoom * ratio)
      gl.uniform1f(program.uniform('u_radius'), radius * ratio)
      gl.drawArrays(gl.POINTS, 0, count)
    },
  }
}
