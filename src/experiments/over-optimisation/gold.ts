import { dot } from '../lib/linear-algebra.ts'

/**
 * The true reward, which only this experiment knows: with z the output's component along `good`,
 * a unit vector, z - curvature/2 (z^2 - 1) - strayCost/2 (|x|^2 - features of x). Its mean is 0
 * under the standard normal, which is the policy at its start.
 */
export interface Gold {
  readonly good: Float64Array
  readonly curvature: number
  readonly strayCost: number
}

/** The true reward of the output whose features begin at `offset`. */
export function goldAt(gold: Gold, outputs: Float64Array, offset: number): number {
  const { good, curvature, strayCost } = gold
  const width = good.length
  let z = 0
  let square = 0
  for (let i = 0; i < width; i++) {
    const x = outputs[offset + i] as number
    z += (good[i] as number) * x
    square += x * x
  }
  return z - (curvature / 2) * (z * z - 1) - (strayCost / 2) * (square - width)
}

/** The exact mean of the true reward where outputs are normal around `mean` with unit variance. */
export function expectedGold({ good, curvature, strayCost }: Gold, mean: Float64Array): number {
  const along = dot(good, mean)
  return along - (curvature / 2) * along * along - (strayCost / 2) * dot(mean, mean)
}

/** Divergence of a unit normal around `mean` from the one around 0, in nats. */
export function shiftDivergence(mean: Float64Array): number {
  return dot(mean, mean) / 2
}

/**
 * R(d) = d (alpha - beta d), the true reward of a policy that was moved straight by
 * d = sqrt(2 KL), as happens under a linear judge whose direction has the cosine `alignment` with
 * the good one. The form is that of best-of-n in Gao, Schulman and Hilton (2023), where
 * d = sqrt(KL).
 */
export interface Parabola {
  readonly alpha: number
  readonly beta: number
}
export function linearJudgeParabola(
  alignment: number,
  curvature: number,
  strayCost: number,
): Parabola {
  return { alpha: alignment, beta: (curvature * alignment * alignment + strayCost) / 2 }
}

/** The height of a parabola at `d`. */
export function parabolaAt({ alpha, beta }: Parabola, d: number): number {
  return d * (alpha - beta * d)
}

/** Where a parabola with `beta` above 0 is highest: d, the divergence d^2/2, and the height. */
export function parabolaPeak({ alpha, beta }: Parabola): {
  readonly d: number
  readonly divergence: number
  readonly gold: number
} {
  const d = alpha / (2 * beta)
  return { d, divergence: (d * d) / 2, gold: (alpha * alpha) / (4 * beta) }
}
