import { bestString } from './search.ts'
import { type Batch, meanScore, score } from './strings.ts'

/** Pairs that learners rank, and contexts that they act in, with what is true of them. */
export interface Exam {
  readonly batch: Batch
  /** By how much the first string of each pair is truly better. */
  readonly truth: Float64Array
  /** The sum over items of the mean true score of random strings, and of the best string. */
  readonly random: number
  readonly best: number
}

/** Sets an exam in a batch of pairs, by the true weights. */
export function setExam(gold: Float64Array, batch: Batch): Exam {
  let random = 0
  let best = 0
  for (let item = 0; item < batch.count; item++) {
    random += meanScore(gold, batch, item)
    best += score(gold, batch, item, bestString(gold, batch, item), 0)
  }
  return { batch, truth: scoreMargins(gold, batch), random, best }
}

/** By how much linear weights score the first string of each pair higher. */
export function scoreMargins(weights: Float64Array, batch: Batch): Float64Array {
  const { count, length, strings } = batch
  return Float64Array.from({ length: count }, (_, item) => {
    const from = 2 * item * length
    const first = score(weights, batch, item, strings, from)
    return first - score(weights, batch, item, strings, from + length)
  })
}

/** The share of pairs that are ranked as is true; no preference counts as half. */
export function pairAccuracy(truth: Float64Array, margins: Float64Array): number {
  let right = 0
  for (let i = 0; i < truth.length; i++) {
    const agreement = (truth[i] as number) * (margins[i] as number)
    right += agreement > 0 ? 1 : agreement === 0 ? 0.5 : 0
  }
  return right / truth.length
}

/**
 * How much of what can be achieved the strings of `write` achieve, over all items: 0 is what random
 * strings do, 1 the best.
 */
export function* achieved(
  gold: Float64Array,
  { batch, random, best }: Exam,
  write: (item: number) => Uint8Array,
): Generator<undefined, number, void> {
  let sum = 0
  for (let item = 0; item < batch.count; item++) {
    sum += score(gold, batch, item, write(item), 0)
    if (item % 25 === 24) yield
  }
  return (sum - random) / (best - random)
}
