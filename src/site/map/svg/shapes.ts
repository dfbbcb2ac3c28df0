import type { Heading, LayoutNode, Point } from '../layout/layout.ts'
import { cornerOf, kind } from '../layout/shape.ts'

const number = (value: number) => String(Math.round(value * 10) / 10 + 0)

/** A path from commands and numbers, these with one decimal. */
function path(parts: TemplateStringsArray, ...values: readonly number[]): string {
  return parts.map((part, at) => part + (at < values.length ? number(values[at] ?? 0) : '')).join('')
}

/** The outline of a node, by its kind the shape that its mark has everywhere. */
export function shapePath({ kind: shape, width, height }: LayoutNode, { x, y }: Point): string {
  const [l, r] = [x - width / 2, x + width / 2]
  const [t, b] = [y - height / 2, y + height / 2]
  const c = cornerOf(shape, height)
  if (shape === kind.counterargument) {
    return path`M${l + c} ${t}H${r - c}L${r} ${y}L${r - c} ${b}H${l + c}L${l} ${y}Z`
  }
  if (shape === kind.question) return path`M${l} ${b}L${l + c} ${t}H${r - c}L${r} ${b}Z`
  const arc = (dx: number, dy: number) => path`a${c} ${c} 0 0 1 ${dx} ${dy}`
  return [
    path`M${l + c} ${t}H${r - c}${0}`.slice(0, -1) + arc(c, c),
    path`V${b - c}` + arc(-c, c),
    path`H${l + c}` + arc(-c, -c),
    `${path`V${t + c}`}${arc(c, -c)}Z`,
  ].join('')
}

/** Along the bottom of a node, for how strong it is. */
export function barPath({ width, height }: LayoutNode, { x, y }: Point): string {
  return path`M${x - width / 2 + 18} ${y + height / 2 - 3}H${x + width / 2 - 18}`
}

/** The marks of labels in hundredths of a square of 10, as those beside the word. */
const markCorners: Readonly<Record<string, string>> = {
  in: '0 55 14 40 38 63 86 8 100 22 39 93',
  out: '0 0 100 22 22 56 22 100 0 100',
  undecided: '0 10 50 50 0 90 0 10 100 10 50 50 100 90 100 10',
}

/** The mark of a label around 0, 0. */
export function markPath(label: string): string {
  const corners = (markCorners[label] ?? '').split(' ').map(Number)
  const points = corners.flatMap((value, at) =>
    at % 2 === 0 ? [path`${value / 10 - 5} ${(corners[at + 1] ?? 0) / 10 - 5}`] : [],
  )
  return `M${points.join('L')}Z`
}

/** How the head of each relation looks when it points left at 0, 0; numbers of `relationNames`. */
const heads: readonly (readonly (readonly Point[])[])[] = [
  [closed([0, 0], [8, -4], [8, 4])],
  [open([0.5, -6], [0.5, 6]), closed([2, 0], [9, -4], [9, 4])],
  [open([7, -4.5], [0, 0], [7, 4.5])],
  [closed([0, 0], [9, -4], [9, 4])],
  [closed([0, 0], [5, -4], [10, 0], [5, 4])],
]

type Corner = readonly [number, number]

function open(...corners: readonly Corner[]): readonly Point[] {
  return corners.map(([x, y]) => ({ x, y }))
}

function closed(...corners: readonly Corner[]): readonly Point[] {
  return open(...corners, corners[0] as Corner)
}

const turns: Readonly<Record<Heading, (point: Point) => Point>> = {
  left: (point) => point,
  right: ({ x, y }) => ({ x: -x, y }),
  up: ({ x, y }) => ({ x: y, y: x }),
  down: ({ x, y }) => ({ x: y, y: -x }),
}

/** The head of an edge: its form says the relation without its colour. */
export function headPath(relation: number, tip: Point, heading: Heading): string {
  return (heads[relation] ?? [])
    .map((corners) => {
      const turned = corners.map(turns[heading])
      return `M${turned.map(({ x, y }) => path`${tip.x + x} ${tip.y + y}`).join('L')}`
    })
    .join('')
}
