import { ln } from '../lib/elementary.ts'

/** Divergence of best-of-n from the policy it draws from, in nats, for a score without ties. */
export function bestOfNDivergence(n: number): number {
  return ln(n) - (n - 1) / n
}

/** The sizes 1, 2, 4, … up to `most`. */
export function sampleSizes(most: number): readonly number[] {
  const sizes: number[] = []
  for (let n = 1; n <= most; n *= 2) sizes.push(n)
  return sizes
}

/**
 * The mean value of the best of `n` by score, for each of `sizes`, estimated from one pool without
 * bias: the mean over all subsets of size n, in which the item of rank i (from 1, the lowest) is
 * best in C(i - 1, n - 1) of C(M, n) (Stiennon et al. 2020). No size is above the pool's.
 */
export function bestOfN(
  scores: Float64Array,
  values: Float64Array,
  sizes: readonly number[],
): number[] {
  const pool = scores.length
  const order = new Uint32Array(pool)
  for (let i = 0; i < pool; i++) order[i] = i
  order.sort((a, b) => (scores[a] as number) - (scores[b] as number))
  return sizes.map((n) => {
    let weight = n / pool
    let sum = 0
    for (let rank = pool; rank >= n; rank--) {
      sum += weight * (values[order[rank - 1] as number] as number)
      if (rank > 1) weight *= (rank - n) / (rank - 1)
    }
    return sum
  })
}

/** A least-squares fit by d (a - b d), and the share of the variance that it explains. */
export interface SquareRootFit {
  readonly a: number
  readonly b: number
  readonly explained: number
}

/**
 * Fits Gao, Schulman and Hilton's form of best-of-n, d (a - b d) with d the square root of the
 * divergence, to at least three points.
 */
export function fitSquareRootForm(
  divergences: readonly number[],
  values: readonly number[],
): SquareRootFit {
  let [s2, s3, s4, t1, t2, sum, squares] = [0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const square = divergences[i] as number
    const d = Math.sqrt(square)
    const value = values[i] as number
    s2 += square
    s3 += square * d
    s4 += square * square
    t1 += d * value
    t2 += square * value
    sum += value
    squares += value * value
  }
  const determinant = s2 * s4 - s3 * s3
  const a = (t1 * s4 - t2 * s3) / determinant
  const b = (t1 * s3 - t2 * s2) / determinant
  const left = squares - a * t1 + b * t2
  const spread = squares - (sum * sum) / values.length
  return { a, b, explained: 1 - left / spread }
}
