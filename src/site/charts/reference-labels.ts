import type { Chart } from '../../experiments/contract.ts'
import type { ChartData, DrawnPoint } from './chart-data.ts'
import type { Layout } from './layout.ts'
import { positionOn } from './scale.ts'
import { fontSize, lineHeight, textWidth } from './text-width.ts'

type Reference = NonNullable<Chart['references']>[number]

/** The words of a reference line: where they start or end, from the frame's top left. */
export interface ReferenceLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}
interface Spot {
  readonly x: number
  readonly y: number
}
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The reference lines that lie within the axes. */
export function referencesOf(chart: Chart, { places, values }: Layout): readonly Reference[] {
  return (chart.references ?? []).filter(({ axis, at }) => {
    const place = positionOn(axis === 'x' ? places : values, at)
    return place >= -1e-9 && place <= 1 + 1e-9
  })
}

/** Puts the words of reference lines where neither data nor other words are, if that can be. */
export function placeReferenceLabels(
  chart: Chart,
  data: ChartData,
  layout: Layout,
): readonly ReferenceLabel[] {
  const taken = data.series.flatMap(({ points, kind }) => spotsOf(points, kind, layout))
  const boxes: Box[] = []
  return referencesOf(chart, layout).map((reference) => {
    const candidates = candidatesFor(reference, layout)
    const free = candidates.find((label) => {
      const box = boxOf(label)
      return !taken.some((spot) => holds(box, spot)) && !boxes.some((other) => meet(box, other))
    })
    const chosen = free ?? (candidates[0] as ReferenceLabel)
    boxes.push(boxOf(chosen))
    return chosen
  })
}

function frameOf({ width, height, margins }: Layout): {
  readonly wide: number
  readonly high: number
} {
  return {
    wide: width - margins.left - margins.right,
    high: height - margins.top - margins.bottom,
  }
}

function spotOf({ at, value }: DrawnPoint, layout: Layout): Spot {
  const { wide, high } = frameOf(layout)
  const [place, size] = [positionOn(layout.places, at), positionOn(layout.values, value)]
  return layout.flipped
    ? { x: size * wide, y: place * high }
    : { x: place * wide, y: (1 - size) * high }
}

/** Where a series has ink: at its points and, on lines, between them. */
function spotsOf(points: readonly DrawnPoint[], kind: string, layout: Layout): readonly Spot[] {
  const spots = points.map((point) => spotOf(point, layout))
  if (kind === 'points' || kind === 'bars') return spots
  return spots.flatMap((spot, i) => {
    const next = spots[i + 1] ?? spot
    return Array.from({ length: 8 }, (_, k) => ({
      x: spot.x + ((next.x - spot.x) * k) / 8,
      y: spot.y + ((next.y - spot.y) * k) / 8,
    }))
  })
}

function candidatesFor(
  { axis, at, label: text }: Reference,
  layout: Layout,
): readonly ReferenceLabel[] {
  const { wide, high } = frameOf(layout)
  const long = textWidth(text) * fontSize
  if ((axis === 'x') === layout.flipped) {
    const place = positionOn(axis === 'x' ? layout.places : layout.values, at)
    const line = (layout.flipped ? place : 1 - place) * high
    const rows = [line - 9, line + 9].filter((y) => y > 0 && y < high)
    return [wide - 3, wide / 2 + long / 2, long + 6].flatMap((x) =>
      (rows.length > 0 ? rows : [line - 9]).map((y) => ({ text, x, y, anchor: 'end' as const })),
    )
  }
  const line = positionOn(axis === 'x' ? layout.places : layout.values, at) * wide
  const after = line + long + 8 < wide + layout.margins.right
  const sides = after ? (['start', 'end'] as const) : (['end'] as const)
  return [7, high - 12, 7 + lineHeight, high - 12 - lineHeight, high / 2].flatMap((y) =>
    sides.map((anchor) => ({ text, x: line + (anchor === 'start' ? 5 : -5), y, anchor })),
  )
}

function boxOf({ text, x, y, anchor }: ReferenceLabel): Box {
  const long = textWidth(text) * fontSize
  const left = anchor === 'start' ? x : x - long
  return { left, right: left + long, top: y - lineHeight / 2, bottom: y + lineHeight / 2 }
}

function holds({ left, right, top, bottom }: Box, { x, y }: Spot): boolean {
  return x > left - 6 && x < right + 6 && y > top - 5 && y < bottom + 5
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right + 6 && b.left < a.right + 6 && a.top < b.bottom && b.top < a.bottom
}
