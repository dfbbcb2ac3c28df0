import type { ChartData, DrawnPoint, DrawnSeries } from './chart-data.ts'
import type { Layout } from './layout.ts'

/** What is used of Observable Plot; handed in, for browsers load it late and no more of it. */
export type PlotLibrary = Pick<
  typeof import('@observablehq/plot'),
  'dot' | 'line' | 'plot' | 'rect' | 'ruleX' | 'ruleY' | 'text' | 'vector' | 'vectorX'
>
type Markish = import('@observablehq/plot').Markish
type SymbolName = 'circle' | 'square' | 'triangle' | 'diamond2' | 'wye' | 'star'

const symbols: readonly SymbolName[] = ['circle', 'square', 'triangle', 'diamond2', 'wye', 'star']
const dashes = [undefined, '8 4', '2 4', '10 4 2 4', '5 3', '1 3'] as const
const mostMarkers = 24

/** Shape of the mark of a series. */
export function symbolOf(number: number): SymbolName {
  return symbols[(number - 1) % symbols.length] as SymbolName
}

/** Dashes of the line of a series; undefined where it is solid. */
export function dashOf(number: number): string | undefined {
  return dashes[(number - 1) % dashes.length]
}

/** Class of everything that belongs to a series. */
export function classOf(number: number, part: string): string {
  return `${part} series-${((number - 1) % 6) + 1}`
}

/** Marks of all series: bars first, then intervals, lines and points on top. */
export function seriesMarks(
  Plot: PlotLibrary,
  data: ChartData,
  layout: Layout,
): readonly Markish[] {
  const drawn = data.series.filter(({ points }) => points.length > 0)
  const placed = drawn.map((series) => ({ ...series, ...dodge(series, data) }))
  return [
    ...placed.filter(({ kind }) => kind === 'bars').map((bars) => barMark(Plot, bars, layout)),
    ...placed
      .filter(({ kind }) => kind === 'theory' || kind === 'line')
      .map((line) => lineMark(Plot, line, layout)),
    ...placed.map((series) => intervalMark(Plot, series, layout)),
    ...placed
      .filter(({ kind }) => kind !== 'theory')
      .map((series) => pointMark(Plot, series, layout)),
  ]
}

interface Placed extends DrawnSeries {
  /** How far a bar reaches to either side. */
  readonly half: number
}

/** Moves the series of a chart of categories beside each other. */
function dodge(
  { kind, points, number }: DrawnSeries,
  { series, categories }: ChartData,
): Pick<Placed, 'points' | 'half'> {
  const side = series.filter((each) => each.kind !== 'theory' && each.points.length > 0)
  const index = side.findIndex((each) => each.number === number)
  if (categories === undefined || kind === 'theory') return { points, half: 0 }
  const bars = side.some((each) => each.kind === 'bars')
  const slot = Math.min(bars ? 0.56 : 0.16, 0.8 / side.length)
  const by = (index - (side.length - 1) / 2) * slot
  return { points: points.map((point) => ({ ...point, at: point.at + by })), half: slot * 0.44 }
}

function barMark(
  Plot: PlotLibrary,
  { points, half, number }: Placed,
  { flipped, values }: Layout,
): Markish {
  const [bottom] = values.domain
  const foot = values.log ? bottom : Math.max(bottom, Math.min(0, values.domain[1]))
  const options = {
    className: classOf(number, 'bar'),
    fill: 'currentColor',
    stroke: 'currentColor',
  }
  const from = ({ at }: DrawnPoint): number => at - half
  const to = ({ at }: DrawnPoint): number => at + half
  const tip = ({ value }: DrawnPoint): number => Math.min(values.domain[1], Math.max(bottom, value))
  return flipped
    ? Plot.rect(points, { x1: foot, x2: tip, y1: from, y2: to, ...options })
    : Plot.rect(points, { x1: from, x2: to, y1: foot, y2: tip, ...options })
}

function lineMark(Plot: PlotLibrary, series: Placed, layout: Layout): Markish {
  const { points, number, kind } = series
  const { flipped } = layout
  const dash = dashOf(number)
  const leaves = points.some((point) => !isInside(point, layout))
  return Plot.line(points, {
    ...(flipped ? { x: 'value', y: 'at' } : { x: 'at', y: 'value' }),
    className: classOf(number, kind),
    stroke: 'currentColor',
    strokeWidth: kind === 'theory' ? 1 : 2,
    ...(dash === undefined ? {} : { strokeDasharray: dash }),
    ...(leaves ? { clip: 'frame' } : {}),
  })
}

function intervalMark(Plot: PlotLibrary, series: Placed, { flipped, values }: Layout): Markish {
  const { number } = series
  const [bottom, top] = values.domain
  const known = marked(series).filter(
    ({ low, high }) =>
      low !== undefined && high !== undefined && low < high && low < top && high > bottom,
  )
  const low = (point: DrawnPoint): number => Math.max(bottom, point.low as number)
  const high = (point: DrawnPoint): number => Math.min(top, point.high as number)
  const options = {
    className: classOf(number, 'interval'),
    stroke: 'currentColor',
    strokeWidth: 1.25,
  }
  return flipped
    ? Plot.ruleY(known, { y: 'at', x1: low, x2: high, ...options })
    : Plot.ruleX(known, { x: 'at', y1: low, y2: high, ...options })
}

function pointMark(Plot: PlotLibrary, series: Placed, layout: Layout): Markish {
  const { points, number } = series
  const { flipped } = layout
  const shown = marked(series).filter((point) => isInside(point, layout))
  return Plot.dot(shown, {
    ...(flipped ? { x: 'value', y: 'at' } : { x: 'at', y: 'value' }),
    className: classOf(number, 'point'),
    symbol: symbolOf(number),
    fill: 'currentColor',
    r: points.length > 80 ? 2.2 : 4,
  })
}

/** The points that have a mark and an interval: all, or on a long line one in so many. */
function marked({ points, kind }: Placed): readonly DrawnPoint[] {
  const every = kind === 'line' ? Math.ceil(points.length / mostMarkers) : 1
  return points.filter((_, i) => i % every === 0 || i === points.length - 1)
}

function isInside({ at, value }: DrawnPoint, { places, values }: Layout): boolean {
  const within = ([low, high]: readonly [number, number], number: number): boolean =>
    number >= low && number <= high
  return within(places.domain, at) && within(values.domain, value)
}
