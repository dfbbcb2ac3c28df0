import type { Chart, ChartPoint, Series } from '../../experiments/contract.ts'

/** A point whose numbers can all be drawn; `at` is a number, or the index of a category. */
export interface DrawnPoint {
  readonly at: number
  readonly value: number
  readonly low?: number
  readonly high?: number
}
export interface DrawnSeries {
  readonly name: string
  readonly kind: Series['kind']
  /** 1 for the first of the chart: gives colour, shape and dash. */
  readonly number: number
  readonly points: readonly DrawnPoint[]
}
/** What of a chart can be drawn. */
export interface ChartData {
  readonly series: readonly DrawnSeries[]
  /** The names along the x axis; undefined where it has numbers. */
  readonly categories: readonly string[] | undefined
  /** How many points cannot be drawn. */
  readonly leftOut: number
}

/** Reads a chart for drawing. Series without a point that can be drawn stay, empty. */
export function dataOf(chart: Chart): ChartData {
  const points = chart.series.flatMap((series) => series.points)
  const categories = categoriesOf(chart)
  const series = chart.series.map(({ name, kind, points: own }, i) => ({
    name,
    kind,
    number: i + 1,
    points: own.flatMap((point) => drawn(point, chart, categories)),
  }))
  const kept = series.reduce((sum, { points: own }) => sum + own.length, 0)
  return { series, categories, leftOut: points.length - kept }
}

/** Names along the x axis in order. Bars stand on names even where these are numbers. */
function categoriesOf({ series }: Chart): readonly string[] | undefined {
  const places = series.flatMap(({ points }) => points.map(({ x }) => x))
  if (places.some((x) => typeof x === 'string')) return [...new Set(places.map(String))]
  if (!series.some(({ kind }) => kind === 'bars')) return undefined
  return [...new Set(places as readonly number[])].sort((a, b) => a - b).map(String)
}

function drawn(
  { x, y, low, high }: ChartPoint,
  chart: Chart,
  categories: readonly string[] | undefined,
): readonly DrawnPoint[] {
  const at = categories === undefined ? Number(x) : categories.indexOf(String(x))
  if (!isDrawable(at, categories === undefined && chart.x.log === true)) return []
  const isLog = chart.y.log === true
  if (!isDrawable(y, isLog)) return []
  if (!isDrawable(low) || !isDrawable(high, isLog)) return [{ at, value: y }]
  return [{ at, value: y, low: isDrawable(low, isLog) ? low : 0, high }]
}

/** Whether a number has a place on an axis: beyond 1e100 there is no counting in steps. */
export function isDrawable(value: number | undefined, isLog = false): value is number {
  if (value === undefined || !(Math.abs(value) <= 1e100)) return false
  return !isLog || value >= 1e-100
}

/** What the thin lines of a chart are, if it has any. */
export function intervalNote(chart: Chart): string | undefined {
  const hasSome = dataOf(chart).series.some(({ points }) =>
    points.some(({ low, high }) => low !== undefined && low !== high),
  )
  return hasSome ? 'Thin lines through the marks are 95 % intervals.' : undefined
}

/** A sentence on the points that a drawing lacks; undefined where it has them all. */
export function leftOutNote(chart: Chart): string | undefined {
  const { leftOut, series } = dataOf(chart)
  if (leftOut === 0 || series.every(({ points }) => points.length === 0)) return undefined
  const [count, verb] = leftOut === 1 ? ['One value', 'is'] : [`${leftOut} values`, 'are']
  const log = chart.x.log === true || chart.y.log === true
  const why = log
    ? 'not above zero, which a logarithmic axis needs, or beyond a hundred powers of ten'
    : 'not finite, or beyond a hundred powers of ten'
  return `${count} ${verb} left out of the figure: ${why}. The tables have all of them.`
}
