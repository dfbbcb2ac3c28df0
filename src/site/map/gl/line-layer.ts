import type { MapData } from '../map-data.ts'
import { linesByImportance } from './importance.ts'
import { endFragment, endVertex, lineFragment, lineVertex } from './line-shaders.ts'
import type { Lines } from './lines.ts'
import { standings } from './marks.ts'
import type { Rgb } from './palette.ts'
import { pickLines } from './pick-lines.ts'
import { bindFields, compileProgram, type Program } from './program.ts'
import { openedAt, windowOf, type View } from './view.ts'

/** Relations as straight lines. */
export interface LineLayer {
  /** Takes over how lines stand and their colours. */
  update(standing: Uint8Array, colours: Uint32Array): void
  draw(view: View, paper: Rgb): void
}

const stride = 32
/** Below this zoom the head of an arrow is a speck. */
const headsFrom = 0.14
/** Lines are picked for so many CSS pixels around the stage, and serve while a pan stays in them. */
const aside = 160
/** How much fainter than the skeleton other lines are. */
const looseShare = 0.55

/**
 * All lines are in graphics memory, four vertices each; a frame sends the numbers of those that it
 * shows. Instances of one quad would be less memory, but a renderer in software takes 19 µs for each.
 */
export function openLineLayer(gl: WebGL2RenderingContext, data: MapData, lines: Lines): LineLayer {
  const bodies = compileProgram(gl, lineVertex, lineFragment)
  const tips = compileProgram(gl, endVertex, endFragment)
  const arrays = gl.createVertexArray()
  const [buffer, indices] = [gl.createBuffer(), gl.createBuffer()]
  gl.bindVertexArray(arrays)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices)
  bindFields(gl, stride, [
    { size: 4, offset: 0 },
    { size: 2, offset: 16 },
    { size: 4, bytes: 'share', offset: 24 },
    { size: 2, bytes: 'number', offset: 28 },
  ])
  const order = linesByImportance(data, lines)
  const bytes = recordsOf(data, lines)
  const words = new Uint32Array(bytes.buffer)
  const picked = new Int32Array(lines.count)
  const corners = new Uint32Array(6 * lines.count)
  let standing: Uint8Array = new Uint8Array(lines.count)
  let sent: { readonly view: View; readonly loose: number; readonly count: number } | undefined

  const setView = (program: Program, { camera, width, height, ratio, radius }: View) => {
    program.use()
    gl.uniform2f(program.uniform('u_camera'), camera.x, camera.y)
    gl.uniform2f(program.uniform('u_half'), (width * ratio) / 2, (height * ratio) / 2)
    gl.uniform1f(program.uniform('u_zoom'), camera.zoom * ratio)
    gl.uniform1f(program.uniform('u_opened'), openedAt(camera.zoom))
    gl.uniform1f(program.uniform('u_pixel'), ratio)
    gl.uniform1f(program.uniform('u_gap'), (radius + 1.5) * ratio)
  }
  const send = (view: View) => {
    const window = windowOf(view, aside)
    const found = pickLines(lines, order, standing, window, view.camera.zoom, picked)
    for (let i = 0; i < found.count; i++) {
      const first = 4 * (picked[i] as number)
      for (let corner = 0; corner < 6; corner++) {
        corners[6 * i + corner] = first + (quad[corner] as number)
      }
    }
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, corners.subarray(0, 6 * found.count), gl.STREAM_DRAW)
    return found
  }
  const drawQuads = (from: number, to: number) => {
    gl.drawElements(gl.TRIANGLES, 6 * (to - from), gl.UNSIGNED_INT, 24 * from)
  }
  return {
    update(next, colours) {
      standing = next
      sent = undefined
      for (let line = 0; line < lines.count; line++) {
        const width = widthOf(next[line] as number, lines.main[line] === 1)
        for (let vertex = 4 * line; vertex < 4 * line + 4; vertex++) {
          words[8 * vertex + 6] = colours[line] as number
          bytes[stride * vertex + 28] = width
        }
      }
      gl.bindVertexArray(arrays)
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW)
    },
    draw(view, paper) {
      const { zoom } = view.camera
      gl.bindVertexArray(arrays)
      if (sent === undefined || !isNear(sent.view, view)) sent = { view, ...send(view) }
      const { loose, count } = sent
      if (count === 0) return
      setView(bodies, view)
      gl.uniform1f(bodies.uniform('u_share'), looseShare)
      drawQuads(0, loose)
      gl.uniform1f(bodies.uniform('u_share'), 1)
      drawQuads(loose, count)
      if (zoom < headsFrom) return
      setView(tips, view)
      gl.uniform1f(tips.uniform('u_size'), (3 + 0.75 * view.radius) * view.ratio)
      gl.uniform3f(tips.uniform('u_paper'), paper[0] / 255, paper[1] / 255, paper[2] / 255)
      drawQuads(0, count)
    },
  }
}

const quad = [0, 1, 2, 2, 1, 3]

/** Whether a view needs no lines but those that were picked for another. */
function isNear(known: View, { camera, width, height }: View): boolean {
  const moved = Math.max(Math.abs(known.camera.x - camera.x), Math.abs(known.camera.y - camera.y))
  const isSame = known.camera.zoom === camera.zoom && known.width === width && known.height === height
  return isSame && moved * camera.zoom <= aside
}

/** The vertices of all lines, but for colours and widths. */
function recordsOf({ nodes }: MapData, lines: Lines): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * stride * lines.count)
  const floats = new Float32Array(bytes.buffer)
  const halfOf = (node: number) => (nodes.width[node] as number) / 2
  // On the right side of a box; on a step as far aside as the step itself is moved there.
  const halfAtEnd = (line: number): number => {
    const to = lines.to[line] as number
    if (to >= 0) return halfOf(to)
    const step = lines.step[line] as number
    const along = lines.along[line] as number
    return halfAtEnd(step) * along - halfOf(lines.from[step] as number) * (1 - along)
  }
  for (let line = 0; line < lines.count; line++) {
    const [halfFrom, halfTo] = [halfOf(lines.from[line] as number), halfAtEnd(line)]
    for (let vertex = 4 * line; vertex < 4 * line + 4; vertex++) {
      for (let i = 0; i < 4; i++) floats[8 * vertex + i] = lines.points[4 * line + i] as number
      floats[8 * vertex + 4] = halfFrom
      floats[8 * vertex + 5] = halfTo
      bytes[stride * vertex + 29] = (lines.to[line] as number) < 0 ? 1 : 0
    }
  }
  return bytes
}

/** In tenths of a pixel. */
function widthOf(standing: number, isMain: boolean): number {
  if (standing === standings.current) return 22
  if (standing === standings.near) return 16
  return isMain ? 12 : 10
}
