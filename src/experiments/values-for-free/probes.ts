import type { Random } from '../contract.ts'
import { addScaled, dot, norm } from '../lib/linear-algebra.ts'
import { row } from './gram.ts'
import type { Population } from './items.ts'
import { agreement } from './spiked.ts'

/** Each item's inner product with each of some features; one row an item. */
export function scoresOn(items: Float64Array, features: Float64Array, size: number): Float64Array {
  const count = items.length / size
  const kept = features.length / size
  const scores = new Float64Array(count * kept)
  for (let i = 0; i < count; i++) {
    const item = row(items, i, size)
    for (let a = 0; a < kept; a++) scores[i * kept + a] = dot(item, row(features, a, size))
  }
  return scores
}

/** A weighted sum of features as one direction among the measurements. */
export function combine(features: Float64Array, weights: Float64Array, size: number): Float64Array {
  const direction = new Float64Array(size)
  weights.forEach((weight, a) => addScaled(direction, row(features, a, size), weight))
  return direction
}

/** All products of two scores of one item, squares among them; one row an item. */
export function products(scores: Float64Array, kept: number): Float64Array {
  const count = scores.length / kept
  const pairs = new Float64Array((count * kept * (kept + 1)) / 2)
  let at = 0
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < kept; a++) {
      const score = scores[i * kept + a] as number
      for (let b = a; b < kept; b++) pairs[at++] = score * (scores[i * kept + b] as number)
    }
  }
  return pairs
}

/**
 * How often the sign of `direction`'s score is the sign of the value's factor on new items. It is
 * worked out, not sampled, for both are normal; half the time where the direction has length 0.
 */
export function exactAccuracy(
  { loud }: Population,
  direction: Float64Array,
  strength: number,
): number {
  let variance = dot(direction, direction)
  if (variance === 0) return 0.5
  for (const [j, of] of [...loud, strength].entries()) {
    variance += of * (direction[j] as number) * (direction[j] as number)
  }
  const seen = Math.sqrt(strength) * (direction[loud.length] as number)
  return agreement(seen / Math.sqrt(variance))
}

/**
 * New items for what has no formula: their factors, the value's last, and as many numbers of noise
 * each as there are features, with one more for a single direction.
 */
export interface Exam {
  readonly count: number
  readonly factors: Float64Array
  readonly noise: Float64Array
}

/** Draws an exam for a population with `kept` features. */
export function drawExam({ loud }: Population, count: number, kept: number, random: Random): Exam {
  const normals = (length: number) => Float64Array.from({ length }, () => random.normal())
  return { count, factors: normals(count * (loud.length + 1)), noise: normals(count * (kept + 1)) }
}

/**
 * What orthonormal features score on the exam's items: the factors as the features see them, and
 * noise, which such features see as independent.
 */
export function examScores(
  { size, loud }: Population,
  { count, factors, noise }: Exam,
  features: Float64Array,
  strength: number,
): Float64Array {
  const kept = features.length / size
  const roots = [...loud, strength].map((of) => Math.sqrt(of))
  const scores = new Float64Array(count * kept)
  for (let i = 0; i < count; i++) {
    for (let a = 0; a < kept; a++) {
      let score = noise[i * (kept + 1) + a] as number
      for (let j = 0; j < roots.length; j++) {
        const factor = factors[i * roots.length + j] as number
        score += (features[a * size + j] as number) * (roots[j] as number) * factor
      }
      scores[i * kept + a] = score
    }
  }
  return scores
}

/** What one direction of any length scores on the exam's items. */
export function directionScores(
  { loud }: Population,
  { count, factors, noise }: Exam,
  direction: Float64Array,
  strength: number,
): Float64Array {
  const length = norm(direction)
  const width = noise.length / count
  const seen = [...loud, strength].map((of, j) => Math.sqrt(of) * (direction[j] as number))
  return Float64Array.from({ length: count }, (_, i) => {
    let score = length * (noise[(i + 1) * width - 1] as number)
    seen.forEach((by, j) => (score += by * (factors[i * seen.length + j] as number)))
    return score
  })
}

/** The share of the exam on which a score has the sign of the product of first and last factor. */
export function productAccuracy({ count, factors }: Exam, scores: Float64Array): number {
  const width = factors.length / count
  let right = 0
  for (let i = 0; i < count; i++) {
    const product = (factors[i * width] as number) * (factors[(i + 1) * width - 1] as number)
    if ((scores[i] as number) > 0 === product > 0) right++
  }
  return right / count
}
