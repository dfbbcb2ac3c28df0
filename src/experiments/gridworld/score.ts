import { policyValues, randomPolicy, type Policy } from './solve.ts'
import type { World } from './world.ts'

/** Pairs of cells whose true values differ by no more than this are not asked about. */
export const leastDifference = 0.02

/**
 * How well guesses order what they are guesses of: over all pairs whose true values differ by more
 * than `least`, the share ordered rightly less the share ordered wrongly. 1 is perfect and 0
 * chance; a pair of equal guesses counts as half right. 0 where no pair differs by so much.
 */
export function pairScore(
  guesses: ArrayLike<number>,
  truths: ArrayLike<number>,
  least: number,
): number {
  let balance = 0
  let pairs = 0
  for (let i = 1; i < truths.length; i++) {
    for (let j = 0; j < i; j++) {
      const difference = (truths[i] as number) - (truths[j] as number)
      if (Math.abs(difference) <= least) continue
      pairs++
      const guessed = (guesses[i] as number) - (guesses[j] as number)
      if (guessed !== 0) balance += guessed > 0 === difference > 0 ? 1 : -1
    }
  }
  return pairs === 0 ? 0 : balance / pairs
}

/** Spearman's rank correlation; equal values share their mean rank, and 0 if all are equal. */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const x = ranks(a)
  const y = ranks(b)
  const centre = (x.length - 1) / 2
  let xy = 0
  let xx = 0
  let yy = 0
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] as number) - centre
    const dy = (y[i] as number) - centre
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy)
}

function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i)
  order.sort((i, j) => (values[i] as number) - (values[j] as number) || i - j)
  const result = new Float64Array(order.length)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++
    for (let k = from; k < to; k++) result[order[k] as number] = (from + to - 1) / 2
    from = to
  }
  return result
}

/** The mean over the open cells of a world. */
export function meanOverOpen({ open }: World, values: Float64Array): number {
  let sum = 0
  for (const cell of open) sum += values[cell] as number
  return sum / open.length
}

/** The values of the open cells, in the order of the cells. */
export function openValues({ open }: World, values: Float64Array): Float64Array {
  return Float64Array.from(open, (cell) => values[cell] as number)
}

/** The exact mean return over random starts, of acting at random and of acting best. */
export interface Range {
  readonly random: number
  readonly best: number
}

/** The range of returns on which steering is scored; `optimal` are the best values of the cells. */
export function rangeOf(
  world: World,
  slip: number,
  discount: number,
  optimal: Float64Array,
): Range {
  const random = policyValues(world, slip, discount, randomPolicy(world))
  return { random: meanOverOpen(world, random), best: meanOverOpen(world, optimal) }
}

/** Where a policy's exact mean return stands: 0 as acting at random, 1 as acting best. */
export function steeringScore(
  world: World,
  slip: number,
  discount: number,
  policy: Policy,
  range: Range,
): number {
  const reached = meanOverOpen(world, policyValues(world, slip, discount, policy))
  return (reached - range.random) / (range.best - range.random)
}
