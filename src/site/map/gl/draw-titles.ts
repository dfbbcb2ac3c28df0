import type { MapData } from '../map-data.ts'
import { shapePath } from '../svg/shapes.ts'
import { breakTitle } from './break-title.ts'
import type { Box } from './choose-labels.ts'
import type { Look } from './look.ts'
import { standings } from './marks.ts'
import { mix, toCss, unpack, type Palette, type Rgb } from './palette.ts'
import type { PartSpan } from './part-spans.ts'
import type { Place } from './title-layer.ts'
import type { SetTitle } from './titles.ts'
import { onStage, type View } from './view.ts'

const lineHeight = 1.19
const partLine = 23
/** A part that is lower on the stage, in CSS pixels, has no room for its title. */
const leastSpan = 60

/** Text on a rim of the paper's colour, so that lines below do not touch it. */
function rimmed(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

/** A title in its box, on a ground that keeps marks below from running into its letters. */
export function drawTitle(
  context: CanvasRenderingContext2D,
  { left, top, right, bottom }: Box,
  { lines, font, size }: SetTitle,
  palette: Palette,
): void {
  setText(context, font, 'left', palette.ink, palette.paper, 3.5)
  context.fillStyle = toCss(palette.paper, 0.78)
  context.beginPath()
  context.roundRect(left, top, right - left, bottom - top, 4)
  context.fill()
  context.fillStyle = toCss(palette.ink)
  for (const [i, line] of lines.entries()) {
    rimmed(context, line, left + 3, top + (i + 0.83) * size * lineHeight)
  }
}

/** The title of a part as it is set on the stage. */
interface PlacedPart extends Box {
  readonly lines: readonly string[]
}

/** Where the title of a part stands: in its middle, in the stage; nowhere where it has no room. */
export function placePart(
  context: CanvasRenderingContext2D,
  part: PartSpan,
  view: View,
  palette: Palette,
): PlacedPart | undefined {
  if ((part.bottom - part.top) * view.camera.zoom < leastSpan) return undefined
  context.font = partFont(palette)
  const measure = (text: string) => context.measureText(text).width
  const lines = breakTitle(part.title, Math.min(320, view.width - 24), 3, measure)
  const [x, y] = onStage(view, (part.left + part.right) / 2, (part.top + part.bottom) / 2)
  const [half, down] = [Math.max(...lines.map(measure)) / 2 + 8, (lines.length * partLine) / 2]
  const middle = Math.max(Math.min(x, view.width - half), half)
  return { lines, left: middle - half, right: middle + half, top: y - down, bottom: y + down }
}

export function drawPart(
  context: CanvasRenderingContext2D,
  part: PartSpan,
  view: View,
  palette: Palette,
): void {
  const placed = placePart(context, part, view, palette)
  if (placed === undefined) return
  setText(context, partFont(palette), 'center', palette.ink, palette.paper, 6)
  const middle = (placed.left + placed.right) / 2
  for (const [i, line] of placed.lines.entries()) {
    rimmed(context, line, middle, placed.top + (i + 0.8) * partLine)
  }
}

function partFont({ sans }: Palette): string {
  return `600 19px ${sans}`
}

export function drawRing(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Place,
  isMarked: boolean,
  palette: Palette,
): void {
  context.beginPath()
  context.arc(x, y, radius + (isMarked ? 4 : 2.5), 0, 2 * Math.PI)
  context.lineWidth = isMarked ? 2.5 : 1.25
  context.strokeStyle = toCss(isMarked ? palette.focus : palette.ink)
  context.stroke()
}

/** A node as the drawing in SVG has it: its kind's shape around its title, tinted by its colour. */
export function drawBox(
  context: CanvasRenderingContext2D,
  { nodes }: MapData,
  node: number,
  view: View,
  look: Look,
  { lines, font, size }: SetTitle,
): void {
  const { palette, scene } = look
  const isFaint = look.nodes[node] === standings.faint
  const isMarked = node === scene.focus || node === scene.current
  const tone = unpack(look.nodeColours[node] as number)
  const [width, height] = [nodes.width[node] as number, nodes.height[node] as number]
  const box = { kind: nodes.kind[node] as number, width, height, part: 0, depth: 0 }
  const [x, y] = onStage(view, nodes.x[node] as number, nodes.y[node] as number)
  context.save()
  context.translate(x, y)
  context.scale(view.camera.zoom, view.camera.zoom)
  const outline = new Path2D(shapePath(box, { x: 0, y: 0 }))
  context.fillStyle = toCss(palette.paper)
  context.fill(outline)
  context.globalAlpha = isFaint ? 0.3 : 1
  context.fillStyle = toCss(mix(palette.paper, tone, 0.1))
  context.fill(outline)
  const isFound = scene.found?.has(node) === true
  context.lineWidth = isMarked ? 3 : isFound ? 2.2 : 1.2
  context.strokeStyle = toCss(isMarked ? palette.focus : isFound ? palette.ink : tone)
  context.stroke(outline)
  setText(context, font, 'center', palette.ink, palette.paper, 0)
  const top = -(lines.length * size * lineHeight) / 2
  for (const [i, line] of lines.entries()) {
    context.fillText(line, 0, top + (i + 0.8) * size * lineHeight)
  }
  context.restore()
}

function setText(
  context: CanvasRenderingContext2D,
  font: string,
  align: CanvasTextAlign,
  ink: Rgb,
  rim: Rgb,
  rimWidth: number,
): void {
  context.font = font
  context.textAlign = align
  context.lineJoin = 'round'
  context.fillStyle = toCss(ink)
  context.strokeStyle = toCss(rim)
  context.lineWidth = rimWidth
}
