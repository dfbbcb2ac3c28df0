import type { Chart } from '../../experiments/contract.ts'
import { isDrawable, type ChartData } from './chart-data.ts'
import { endLabels, legendRows, type EndLabel, type LegendItem } from './series-labels.ts'
import { scaleOf, type Scale } from './scale.ts'
import { fontSize, lineHeight, widest, wrapText } from './text-width.ts'

const tickGap = 8

export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}
/** Where everything of a chart goes; lengths are in the units of the drawing. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly margins: Margins
  /** Whether the chart's x axis runs downwards, so that long names have room. */
  readonly flipped: boolean
  /** Whether there are bars, which start at 0. */
  readonly bars: boolean
  /** The chart's x axis and its words, lines separated by `\n`. */
  readonly places: Scale
  /** The chart's y axis. */
  readonly values: Scale
  readonly horizontalLabel: readonly string[]
  readonly verticalLabel: readonly string[]
  /** Names at the ends of lines; else there is a legend. */
  readonly ends: readonly EndLabel[]
  readonly legend: readonly LegendItem[]
}

/** Lays out a chart that has at least one point. */
export function layOut(chart: Chart, data: ChartData, width: number): Layout {
  const values = valueScale(chart, data, width)
  const { places, flipped } = placeScale(chart, data, width)
  const [across, down] = flipped ? [values, places] : [places, values]
  const left = Math.ceil(widest(down.words.flatMap(lines)) * fontSize) + tickGap + 4
  const horizontalLabel = wrapText(across.label, (width - left) / fontSize)
  const verticalLabel = wrapText(down.label, width / fontSize)
  const inner = flipped ? flippedHeight(data, places) : width > 480 ? 270 : 210
  const box = { width, inner, left, values, places }
  const ends = flipped || data.categories !== undefined ? undefined : endLabels(data.series, box)
  const legend = ends === undefined ? legendRows(data.series, width) : []
  const margins = {
    top: legendHeight(legend) + verticalLabel.length * lineHeight + 12,
    right: rightMargin(ends ?? [], across),
    bottom: lineHeight * (tickLines(across) + horizontalLabel.length) + tickGap + 8,
    left,
  }
  const height = margins.top + inner + margins.bottom
  const bars = standsOnZero(chart)
  const labels = { horizontalLabel, verticalLabel, ends: ends ?? [], legend }
  return { width, height, margins, flipped, bars, places, values, ...labels }
}

function legendHeight(legend: readonly LegendItem[]): number {
  const last = legend.at(-1)
  return last === undefined ? 0 : last.y + last.text.length * lineHeight + 10
}

function rightMargin(ends: readonly EndLabel[], across: Scale): number {
  if (ends.length > 0) return Math.ceil(widest(ends.flatMap(({ text }) => text)) * fontSize) + 14
  const lastWord = lines(across.words.at(-1) ?? '')
  return Math.ceil(Math.max(10, (widest(lastWord) * fontSize) / 2))
}

function lines(words: string): readonly string[] {
  return words.split('\n')
}

function tickLines({ words }: Scale): number {
  return Math.max(1, ...words.map((text) => lines(text).length))
}

function standsOnZero({ series, y }: Chart): boolean {
  return y.log !== true && series.some(({ kind }) => kind === 'bars')
}

function valueScale(chart: Chart, { series }: ChartData, width: number): Scale {
  const references = (chart.references ?? []).filter(({ axis }) => axis === 'y')
  const shown = [
    ...series.flatMap(({ points }) =>
      points.flatMap(({ value, low = value, high = value }) => [value, low, high]),
    ),
    ...references.map(({ at }) => at).filter((at) => isDrawable(at, chart.y.log)),
    ...(standsOnZero(chart) ? [0] : []),
  ]
  return scaleOf(chart.y, shown, width > 480 ? 6 : 4)
}

interface Placed {
  readonly places: Scale
  readonly flipped: boolean
}

function placeScale(chart: Chart, { series, categories }: ChartData, width: number): Placed {
  if (categories === undefined) {
    const references = (chart.references ?? []).filter(({ axis }) => axis === 'x')
    const at = series.flatMap(({ points }) => points.map((point) => point.at))
    const marked = references.map((reference) => reference.at)
    const shown = [...at, ...marked.filter((each) => isDrawable(each, chart.x.log))]
    return { places: scaleOf(chart.x, shown, width > 480 ? 7 : 4), flipped: false }
  }
  const room = (width - 60) / categories.length - 8
  const wrapped = categories.map((name) => wrapText(name, room / fontSize))
  const fits = wrapped.every((text) => text.length <= 3 && widest(text) * fontSize <= room)
  const numbers = categories.every((name) => Number.isFinite(Number(name)))
  const flipped = !fits && !numbers
  const most = (width * 0.36) / fontSize
  const names = flipped ? categories.map((name) => wrapText(name, most)) : wrapped
  const every = numbers ? Math.ceil((widest(categories) * fontSize) / Math.max(1, room)) : 1
  const ticks = categories.map((_, i) => i).filter((i) => i % every === 0)
  return {
    flipped,
    places: {
      label: chart.x.label,
      log: false,
      domain: [-0.5, categories.length - 0.5],
      ticks,
      words: ticks.map((i) => names[i]?.join('\n') ?? ''),
    },
  }
}

function flippedHeight({ series }: ChartData, places: Scale): number {
  const marks = series.filter(({ kind }) => kind !== 'theory').length
  const words = Math.max(1, ...places.words.map((text) => lines(text).length)) * lineHeight
  return places.ticks.length * Math.max(34, words + 12, marks * 18 + 12)
}
