import { sigmoid } from '../lib/elementary.ts'
import { minimise } from './adam.ts'
import { newReading, policySize, readContexts, readRows, readString, ROWS } from './policy.ts'
import { addAt, type Batch, OWN, SYMBOLS, WIDTH } from './strings.ts'
import { inWording, lift, pull, type Wording } from './wording.ts'

/**
 * Makes a kernel that adds to `gradient` what the items in the new wording, or those in the old,
 * give to the gradient of the mean loss over all. For pairs the loss is that of direct preference
 * optimisation against a flat reference, -ln sigmoid of the difference of log-likelihoods; for
 * single strings it is -ln of the likelihood.
 */
export function policyGradient(batch: Batch, newShare: number, inNew: boolean) {
  const { count, copies, length, strings } = batch
  const reading = newReading(length)
  const one = new Float64Array(length * SYMBOLS)
  const other = new Float64Array(length * SYMBOLS)
  const byLogits = new Float64Array(length * SYMBOLS)
  return (policy: Float64Array, gradient: Float64Array): void => {
    readRows(policy, reading)
    for (let item = 0; item < count; item++) {
      if (inWording(item, newShare) !== inNew) continue
      readContexts(policy, batch, item, reading)
      byLogits.fill(0)
      const from = item * copies * length
      const first = readString(policy, reading, strings, from, length, one)
      let slope = 1 / count
      if (copies === 2) {
        const second = readString(policy, reading, strings, from + length, length, other)
        slope *= sigmoid(second - first)
        addSymbols(gradient, byLogits, strings, from + length, length, other, slope)
      }
      addSymbols(gradient, byLogits, strings, from, length, one, -slope)
      addContexts(gradient, batch, item, byLogits)
    }
  }
}

/** Adds `slope` times the log-likelihood's gradient by B, and by the logits to `byLogits`. */
function addSymbols(
  gradient: Float64Array,
  byLogits: Float64Array,
  strings: Uint8Array,
  from: number,
  length: number,
  shares: Float64Array,
  slope: number,
): void {
  const rowsAt = gradient.length - ROWS
  let row = gradient.length - SYMBOLS
  for (let t = 0; t < length; t++) {
    const symbol = strings[from + t] as number
    for (let v = 0; v < SYMBOLS; v++) {
      const i = t * SYMBOLS + v
      const by = slope * ((v === symbol ? 1 : 0) - (shares[i] as number))
      byLogits[i] = (byLogits[i] as number) + by
      gradient[row + v] = (gradient[row + v] as number) + by
    }
    row = rowsAt + symbol * SYMBOLS
  }
}

function addContexts(
  gradient: Float64Array,
  { contexts, length }: Batch,
  at: number,
  byLogits: Float64Array,
): void {
  const blocks = (gradient.length - ROWS) / OWN
  for (let t = 0; t < length; t++) {
    const seen = Math.min(blocks, length - t)
    for (let v = 0; v < SYMBOLS; v++) {
      const by = byLogits[t * SYMBOLS + v] as number
      for (let l = 0; l < seen; l++) {
        addAt(gradient, l * OWN + v * WIDTH, contexts, (at * length + t + l) * WIDTH, by)
      }
    }
  }
}

export interface HowToFit {
  readonly look: number
  /** Whether the policy has the judge's prior: normal of variance 1 on each parameter. */
  readonly prior: boolean
  readonly steps: number
  /** The share of the items that are in the new wording. */
  readonly newShare: number
}

/**
 * A policy from preferences (two copies) or from demonstrations (one), by Adam. With a `wording`
 * its output is tied to meanings: items in the new wording are read through what the trunk sees of
 * it. Without one it has parameters for each token: those of the old wording, then those of the
 * new, which stay at 0 if no item is in it.
 */
export function fitPolicy(
  batch: Batch,
  { look, prior, steps, newShare }: HowToFit,
  wording?: Wording,
): Generator<undefined, Float64Array, void> {
  const { count, copies, length } = batch
  const size = policySize(look)
  const addOld = policyGradient(batch, newShare, false)
  const addNew = policyGradient(batch, newShare, true)
  const cost = count * length * SYMBOLS * (15 * copies + 2 * WIDTH * (look + 1))
  const all = wording === undefined ? 2 * size : size
  return minimise(all, steps, prior ? 1 / count : 0, cost, (policy, gradient) => {
    addOld(policy.subarray(0, size), gradient.subarray(0, size))
    if (newShare === 0) return
    if (wording === undefined) return addNew(policy.subarray(size), gradient.subarray(size))
    const lifted = new Float64Array(size)
    addNew(lift(policy, wording), lifted)
    pull(lifted, gradient, wording)
  })
}
