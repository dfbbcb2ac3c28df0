import { sigmoid } from '../lib/elementary.ts'
import { minimise } from './adam.ts'
import { addFeatures, type Batch, FEATURES } from './strings.ts'
import { inWording, pull, type Wording } from './wording.ts'

/** Derivative of an item's loss by its score. */
export type Slope = (score: number, item: number) => number

/**
 * Weights w of `size` that make the mean loss of the scores w·f smallest, by `steps` of Adam;
 * `features` holds the f of each item in a row. Half of |w|²·`decay` is added to the loss.
 */
export function fitLinear(
  features: Float64Array,
  size: number,
  slope: Slope,
  decay: number,
  steps: number,
): Generator<undefined, Float64Array, void> {
  const count = features.length / size
  return minimise(size, steps, decay, 2 * features.length, (weights, gradient) => {
    for (let item = 0; item < count; item++) {
      const from = item * size
      let sum = 0
      for (let i = 0; i < size; i++) sum += (weights[i] as number) * (features[from + i] as number)
      const by = slope(sum, item) / count
      for (let i = 0; i < size; i++) {
        gradient[i] = (gradient[i] as number) + by * (features[from + i] as number)
      }
    }
  })
}

/**
 * An explicit reward model: the weights on the trunk's features under which the pairs' first
 * strings score higher, by pairwise logistic loss (Bradley and Terry) with a normal prior of
 * variance 1. `newShare` of the items are in the new wording.
 */
export function fitJudge(
  pairs: Batch,
  wording: Wording,
  newShare: number,
  steps: number,
): Generator<undefined, Float64Array, void> {
  const differences = new Float64Array(pairs.count * FEATURES)
  for (let item = 0; item < pairs.count; item++) {
    const from = item * FEATURES
    addFeatures(differences, from, 1, pairs, item, 2 * item * pairs.length)
    addFeatures(differences, from, -1, pairs, item, (2 * item + 1) * pairs.length)
    if (!inWording(item, newShare)) continue
    const seen = differences.slice(from, from + FEATURES)
    differences.fill(0, from, from + FEATURES)
    pull(seen, differences.subarray(from, from + FEATURES), wording)
  }
  return fitLinear(differences, FEATURES, (z) => -sigmoid(-z), 1 / pairs.count, steps)
}
