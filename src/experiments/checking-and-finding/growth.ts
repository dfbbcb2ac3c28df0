import { ln, power } from '../lib/elementary.ts'
import { type Estimate, type Interval, mean, sampleVariance, tQuantile } from '../lib/statistics.ts'

/** Independent values that were taken at one place `x`. */
export interface Group {
  readonly x: number
  readonly values: readonly number[]
}

export function log2(value: number): number {
  return ln(value) / Math.LN2
}

/**
 * The slope of a straight line through all values by least squares. The interval is Student's with
 * the spread within each group, so that groups may differ in it. Groups of one value are left
 * out; undefined where fewer than two are left.
 */
export function slopeOf(groups: readonly Group[]): Estimate | undefined {
  const used = groups.filter(({ values }) => values.length > 1)
  const count = used.reduce((sum, { values }) => sum + values.length, 0)
  const middle = used.reduce((sum, { x, values }) => sum + x * values.length, 0) / count
  const spread = used.reduce(
    (sum, { x, values }) => sum + values.length * (x - middle) * (x - middle),
    0,
  )
  if (used.length < 2 || spread === 0) return undefined
  let value = 0
  let variance = 0
  for (const { x, values } of used) {
    const share = (values.length * (x - middle)) / spread
    value += share * mean([...values])
    variance += (share * share * sampleVariance([...values])) / values.length
  }
  return { value, halfWidth: tQuantile(count - used.length) * Math.sqrt(variance) }
}

/**
 * How much steeper the upper half of the groups is than the lower; the middle one of an odd count
 * belongs to the upper. Growth that is slower than exponential bends down. Groups go up in `x`.
 */
export function bendOf(groups: readonly Group[]): Estimate | undefined {
  const half = Math.floor(groups.length / 2)
  const lower = slopeOf(groups.slice(0, half))
  const upper = slopeOf(groups.slice(half))
  if (lower === undefined || upper === undefined) return undefined
  const [a, b] = [lower.halfWidth, upper.halfWidth]
  return { value: upper.value - lower.value, halfWidth: Math.sqrt(a * a + b * b) }
}

/**
 * The median and the 95 % interval between two of the sorted values, which holds for whatever
 * distribution; undefined without values.
 */
export function medianOf(values: readonly number[]): Interval | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const n = sorted.length
  const below = Math.max(0, Math.floor(n / 2 - 0.98 * Math.sqrt(n)) - 1)
  const at = (i: number) => sorted[i] as number
  const value = (at((n - 1) >> 1) + at(n >> 1)) / 2
  return { value, low: at(below), high: at(n - 1 - below) }
}

/** The geometric mean of `a` over that of `b`, whose values are independent and above 0. */
export function ratioOf(a: readonly number[], b: readonly number[]): Interval | undefined {
  const difference = slopeOf([
    { x: 0, values: b.map(log2) },
    { x: 1, values: a.map(log2) },
  ])
  if (difference === undefined) return undefined
  const { value, halfWidth } = difference
  const [at, low, high] = [value, value - halfWidth, value + halfWidth].map((x) => power(2, x))
  return { value: at as number, low: low as number, high: high as number }
}
