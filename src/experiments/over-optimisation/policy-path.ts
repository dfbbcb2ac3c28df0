import { dot, norm } from '../lib/linear-algebra.ts'
import type { ShiftedScore } from './judge.ts'
import { features } from './reward-model.ts'

/** The path's marks are this many, evenly spaced in sqrt(2 KL), after the start. */
export const marks = 24
/** Steps of full length between two marks. */
const stepsPerMark = 5
const mostSteps = 8 * marks * stepsPerMark

/** Where the policy's mean stood when it first reached each mark, and where it came to rest. */
export interface PolicyPath {
  readonly means: readonly Float64Array[]
  readonly rest: Float64Array
}

/** The distances of the marks from the start, the first 0, the last sqrt(2 `reach`). */
export function markDistances(reach: number): readonly number[] {
  const end = Math.sqrt(2 * reach)
  return Array.from({ length: marks + 1 }, (_, mark) => (end * mark) / marks)
}

/** The divergences of the marks from the start, in nats. */
export function markDivergences(reach: number): readonly number[] {
  return markDistances(reach).map((d) => (d * d) / 2)
}

/**
 * Gradient ascent on a judge's mean score less `penalty` times the divergence |mean|^2 / 2, from 0
 * until the last mark, or until the slope has all but gone. The step is a twentieth of the slope,
 * at most a fifth of the way between marks. Yields now and then.
 */
export function* climb(
  score: ShiftedScore,
  penalty: number,
  reach: number,
): Generator<undefined, PolicyPath, void> {
  const distances = markDistances(reach)
  const longest = (distances[1] as number) / stepsPerMark
  const means: Float64Array[] = [new Float64Array(features)]
  const gradient = new Float64Array(features)
  let mean: Float64Array = new Float64Array(features)
  for (let step = 0; step < mostSteps && means.length <= marks; step++) {
    score(mean, gradient)
    for (let i = 0; i < features; i++) {
      gradient[i] = (gradient[i] as number) - penalty * (mean[i] as number)
    }
    const slope = norm(gradient)
    if (slope < 1e-6) break
    const length = Math.min(longest, slope / 20)
    const next = mean.map((at, i) => at + (length / slope) * (gradient[i] as number))
    for (let d = distances[means.length]; d !== undefined && norm(next) >= d - 1e-12; ) {
      means.push(crossing(mean, next, d))
      d = distances[means.length]
    }
    mean = next
    if (step % 20 === 19) yield
  }
  return { means, rest: means.length > marks ? (means[marks] as Float64Array) : mean }
}

/** The point between `from`, which is nearer to 0 than `d`, and `to` at distance `d` from 0. */
export function crossing(from: Float64Array, to: Float64Array, d: number): Float64Array {
  const move = to.map((at, i) => at - (from[i] as number))
  const a = dot(move, move)
  const b = dot(from, move)
  const c = dot(from, from) - d * d
  const share = Math.min(1, (-b + Math.sqrt(Math.max(0, b * b - a * c))) / a)
  return from.map((at, i) => at + share * (move[i] as number))
}

/** The point of a path at divergence `divergence`, or none where the path does not reach it. */
export function pathAt(path: PolicyPath, divergence: number): Float64Array | undefined {
  const d = Math.sqrt(2 * divergence)
  const above = path.means.findIndex((mean) => norm(mean) >= d)
  if (above > 0) {
    return crossing(path.means[above - 1] as Float64Array, path.means[above] as Float64Array, d)
  }
  return above === 0 ? path.means[0] : undefined
}
