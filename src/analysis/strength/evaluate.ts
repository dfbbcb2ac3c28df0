import type { Formula } from './formulas.ts'
import type { Network, Range } from './network.ts'
import { settle, wholeEffort, type Settled } from './settle.ts'
import { sweep } from './sweep.ts'

/** Strengths of all elements of a network, by element; NaN where no number can be given. */
export interface Evaluation {
  readonly strength: Float64Array
  readonly energy: Float64Array
  /** What became of each cycle of the network, in order. */
  readonly cycles: readonly (Settled & Range)[]
}

/**
 * The strengths of a network: exact and unique outside cycles, found in one pass; cycles are
 * settled one by one, and what depends on a cycle without a number has none either. Where cycles
 * are so many and so hard that the effort ends, the last of them are not settled.
 */
export function evaluate(network: Network, formula: Formula, scores = network.scores): Evaluation {
  const strength = new Float64Array(network.size)
  const energy = new Float64Array(network.size)
  const pass = { network, formula, scores }
  const effort = wholeEffort()
  const cycles: (Settled & Range)[] = []
  let at = 0
  for (const range of network.cycles) {
    sweep(pass, strength, strength, energy, at, range.start)
    cycles.push({ ...range, ...settle(pass, strength, energy, range, effort) })
    at = range.end
  }
  sweep(pass, strength, strength, energy, at)
  return { strength, energy, cycles }
}
