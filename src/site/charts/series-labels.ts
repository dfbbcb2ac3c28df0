import type { DrawnSeries } from './chart-data.ts'
import { positionOn, type Scale } from './scale.ts'
import { fontSize, lineHeight, textWidth, widest, wrapText } from './text-width.ts'

/** The name of a series beside the end of its line. */
export interface EndLabel {
  readonly number: number
  readonly text: readonly string[]
  /** The middle of the words, from the top of the frame. */
  readonly y: number
}
/** The name of a series above the chart, after a sample of its mark. */
export interface LegendItem {
  readonly series: DrawnSeries
  readonly text: readonly string[]
  readonly x: number
  /** The middle of the first line, from the top of the legend. */
  readonly y: number
}
/** Length of a sample in a legend, and its distance to the word. */
export const sample = { length: 24, gap: 6 } as const

interface Box {
  readonly width: number
  readonly inner: number
  readonly left: number
  readonly places: Scale
  readonly values: Scale
}

/** Names at the ends of lines; undefined where they would overlap or leave too little room. */
export function endLabels(
  series: readonly DrawnSeries[],
  { width, inner, left, places, values }: Box,
): readonly EndLabel[] | undefined {
  const most = width > 480 ? 150 : 84
  const wanted = series
    .filter(({ points }) => points.length > 0)
    .map(({ kind, name, number, points }) => {
      const last = points.reduce((a, b) => (b.at >= a.at ? b : a))
      const text = wrapText(name, most / fontSize)
      const fits =
        (kind === 'line' || kind === 'theory') &&
        Math.abs(positionOn(places, last.at) - 0.97) < 0.04 &&
        Math.abs(positionOn(values, last.value) - 0.5) <= 0.5 &&
        text.length <= (width > 480 ? 3 : 2) &&
        widest(text) * fontSize <= most
      return { number, text, fits, y: (1 - positionOn(values, last.value)) * inner }
    })
  if (wanted.some(({ fits }) => !fits) || width - left - most < 150) return undefined
  return apart(wanted, inner)
}

/** Moves labels down, then up, until none overlaps; gives up where one would go far. */
function apart(wanted: readonly EndLabel[], inner: number): readonly EndLabel[] | undefined {
  const half = ({ text }: EndLabel): number => (text.length * lineHeight) / 2
  const placed = [...wanted].sort((a, b) => a.y - b.y)
  let free = -lineHeight / 2
  for (const [i, label] of placed.entries()) {
    const y = Math.max(label.y, free + half(label))
    placed[i] = { ...label, y }
    free = y + half(label)
  }
  let limit = inner + lineHeight / 2
  for (let i = placed.length - 1; i >= 0; i--) {
    const label = placed[i] as EndLabel
    const y = Math.min(label.y, limit - half(label))
    placed[i] = { ...label, y }
    limit = y - half(label)
  }
  const moved = placed.map(({ number, y }) =>
    Math.abs(y - (wanted.find((label) => label.number === number)?.y ?? y)),
  )
  return limit < -lineHeight || moved.some((by) => by > 1.3 * lineHeight) ? undefined : placed
}

/** The legend, filled row by row. A chart of one series whose axis says all still has one. */
export function legendRows(series: readonly DrawnSeries[], width: number): readonly LegendItem[] {
  const items: LegendItem[] = []
  let [x, y] = [0, 0]
  for (const each of series) {
    const mostText = (width - sample.length - sample.gap - 4) / fontSize
    const text = textWidth(each.name) > mostText ? wrapText(each.name, mostText) : [each.name]
    const wide = sample.length + sample.gap + widest(text) * fontSize
    const last = items.at(-1)
    if (last !== undefined && x + wide > width) {
      x = 0
      y += last.text.length * lineHeight + 4
    }
    items.push({ series: each, text, x, y })
    x += wide + 20
  }
  return items
}
