import {
  mean,
  median,
  quantileSorted,
  sampleStandardDeviation,
  sampleVariance,
} from 'simple-statistics'
import type { Measure, Random } from '../contract.ts'
import { tQuantiles } from './t-quantiles.ts'

export { mean, median, sampleVariance }

/** A mean with the half-width of its 95 % interval; 0 where there is but one value. */
export interface Estimate {
  readonly value: number
  readonly halfWidth: number
}
/** A value with an interval that need not be symmetric. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * The mean of independent replicates with Student's interval.
 *
 * @throws RangeError without values.
 */
export function estimate(values: readonly number[]): Estimate {
  if (values.length === 0) throw new RangeError('Expected `values` to have a value')
  if (values.length === 1) return { value: values[0] as number, halfWidth: 0 }
  const error = sampleStandardDeviation([...values]) / Math.sqrt(values.length)
  return { value: mean([...values]), halfWidth: tQuantile(values.length - 1) * error }
}

/**
 * The mean difference of two arms that were run on the same replicates.
 *
 * @throws RangeError where they are not as many.
 */
export function pairedDifference(a: readonly number[], b: readonly number[]): Estimate {
  if (a.length !== b.length) throw new RangeError('Expected `a` and `b` to be equally long')
  return estimate(a.map((value, i) => value - (b[i] as number)))
}

/**
 * Student's t at 0.975, to 1e-8: above 40 degrees of freedom four terms of the expansion of Fisher
 * and Cornish around the normal quantile (Abramowitz and Stegun 26.7.5).
 */
export function tQuantile(degrees: number): number {
  const known = tQuantiles[degrees - 1]
  if (known !== undefined) return known
  const inverse = 1 / degrees
  return terms.reduceRight((sum, term) => sum * inverse + term, 0)
}

const z = 1.959963984540054
const z3 = z * z * z
const z5 = z3 * z * z
const z7 = z5 * z * z
const z9 = z7 * z * z
const terms: readonly number[] = [
  z,
  (z3 + z) / 4,
  (5 * z5 + 16 * z3 + 3 * z) / 96,
  (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384,
  (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / 92_160,
]

/** Wilson's interval of a share; `z` is 1.96 for 95 %, 3.2905 for 99.9 %. */
export function wilson(successes: number, trials: number, z = 1.959963984540054): Interval {
  const share = successes / trials
  const centre = (share + (z * z) / (2 * trials)) / (1 + (z * z) / trials)
  const spread = (share * (1 - share)) / trials + (z * z) / (4 * trials * trials)
  const half = (z / (1 + (z * z) / trials)) * Math.sqrt(spread)
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/**
 * Percentile bootstrap over replicates: the 95 % interval of a statistic of whichever indices of
 * replicates are drawn.
 */
export function bootstrap(
  replicates: number,
  statistic: (indices: readonly number[]) => number,
  random: Random,
  draws = 1000,
): Interval {
  const all = Array.from({ length: replicates }, (_, i) => i)
  const values = Array.from({ length: draws }, () =>
    statistic(all.map(() => random.below(replicates))),
  ).sort((a, b) => a - b)
  return {
    value: statistic(all),
    low: quantileSorted(values, 0.025),
    high: quantileSorted(values, 0.975),
  }
}

/** An estimate or interval as a measure with its name for readers. */
export function measure(label: string, of: Estimate | Interval | number, unit?: string): Measure {
  const end = unit === undefined ? {} : { unit }
  if (typeof of === 'number') return { label, value: of, ...end }
  if ('halfWidth' in of) return { label, value: of.value, halfWidth: of.halfWidth, ...end }
  return { label, value: of.value, low: of.low, high: of.high, ...end }
}

/** The interval of a measure; a number without one is its own. */
export function boundsOf(of: Measure): { readonly low: number; readonly high: number } {
  const half = of.halfWidth ?? 0
  return { low: of.low ?? of.value - half, high: of.high ?? of.value + half }
}
