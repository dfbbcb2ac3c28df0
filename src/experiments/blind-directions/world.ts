import type { Random } from '../contract.ts'
import { arccosine } from '../lib/angles.ts'
import { sigmoid } from '../lib/elementary.ts'
import { addScaled, dot, norm } from '../lib/linear-algebra.ts'

/** How sharply labels follow true value: the logit of a label is this times the difference. */
export const sharpness = 2

/** A random vector of standard normals. */
export function normals(length: number, random: Random): Float64Array {
  return Float64Array.from({ length }, () => random.normal())
}

/** A vector of length 1 in a direction drawn evenly. */
export function randomDirection(dimensions: number, random: Random): Float64Array {
  const vector = normals(dimensions, random)
  const length = norm(vector)
  return vector.map((x) => x / length)
}

/** `count` orthonormal vectors in random directions: what the data vary in. */
export function randomFrame(count: number, dimensions: number, random: Random): Float64Array[] {
  const frame: Float64Array[] = []
  for (let i = 0; i < count; i++) {
    const vector = normals(dimensions, random)
    // Twice, because rounding adds up.
    for (let pass = 0; pass < 2; pass++) {
      for (const other of frame) addScaled(vector, other, -dot(vector, other))
    }
    const length = norm(vector)
    frame.push(vector.map((x) => x / length))
  }
  return frame
}

/** The part of a vector that lies in the span of an orthonormal frame. */
export function projected(vector: Float64Array, frame: readonly Float64Array[]): Float64Array {
  const part = new Float64Array(vector.length)
  for (const axis of frame) addScaled(part, axis, dot(vector, axis))
  return part
}

/**
 * Labelled pairs of standard normal items: each row is the preferred item less the rejected one.
 * Labels are noisy, by `sharpness` times the difference in true value, which is linear with
 * `taste` as weights.
 */
export function drawPairs(taste: Float64Array, count: number, random: Random): Float64Array {
  const width = taste.length
  const pairs = normals(count * width, random).map((x) => Math.SQRT2 * x)
  for (let i = 0; i < count; i++) {
    const pair = pairs.subarray(i * width, (i + 1) * width)
    const isFirst = random.uniform() < sigmoid(sharpness * dot(pair, taste))
    if (!isFirst) for (let j = 0; j < width; j++) pair[j] = -(pair[j] as number)
  }
  return pairs
}

/** Vectors given along a frame, one after the other, as vectors of the whole space. */
export function embedded(vectors: Float64Array, frame: readonly Float64Array[]): Float64Array {
  const size = frame[0]?.length ?? 0
  const count = vectors.length / frame.length
  const whole = new Float64Array(count * size)
  for (let i = 0; i < count; i++) {
    const into = whole.subarray(i * size, (i + 1) * size)
    frame.forEach((axis, a) => addScaled(into, axis, vectors[i * frame.length + a] as number))
  }
  return whole
}

/**
 * How often a linear judge and a linear taste order a new pair of items alike, where items are
 * normal and of one variance in all directions that either has; worked out, not sampled.
 *
 * Source: Sheppard 1899.
 */
export function pairAccuracy(judge: Float64Array, taste: Float64Array): number {
  const lengths = norm(judge) * norm(taste)
  return lengths === 0 ? 0.5 : 1 - arccosine(dot(judge, taste) / lengths) / Math.PI
}

/** True value: `taste` within the frame, less half of `cost` times the squared distance from it. */
export function trueValue(
  item: Float64Array,
  taste: Float64Array,
  frame: readonly Float64Array[],
  cost: number,
): number {
  const away = distanceFrom(frame, item)
  return dot(projected(item, frame), taste) - (cost / 2) * away * away
}

/** How far an item lies from the span of an orthonormal frame. */
export function distanceFrom(frame: readonly Float64Array[], item: Float64Array): number {
  const off = item.slice()
  addScaled(off, projected(item, frame), -1)
  return norm(off)
}

/**
 * The most that a linear judge's score can rise if no number of an item changes by more than
 * `budget`: each moves by all of it, with the sign of its weight.
 *
 * Source: Goodfellow, Shlens & Szegedy 2014.
 */
export function mostClaimed(weights: Float64Array, budget: number): number {
  return budget * weights.reduce((sum, weight) => sum + Math.abs(weight), 0)
}

/** The step that the most claimed is reached by. */
export function signStep(weights: Float64Array, budget: number): Float64Array {
  return weights.map((weight) => budget * Math.sign(weight))
}
