import type { Formula } from './formulas.ts'
import type { Network, Range, Scores } from './network.ts'
import { settle, type Settled } from './settle.ts'
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
 * settled one by one, and what depends on a cycle without a number has none either.
 */
export function evaluate(network: Network, formula: Formula, scores = network.scores): Evaluation {
  const strength = new Float64Array(network.size)
  const energy = new Float64Array(network.size)
  const cycles = evaluateInto({ network, formula, scores }, strength, energy)
  return { strength, energy, cycles }
}

/**
 * As `evaluate`, into arrays that are there already; elements before `start` keep their strengths.
 */
export function evaluateInto(
  pass: { readonly network: Network; readonly formula: Formula; readonly scores: Scores },
  strength: Float64Array,
  energy: Float64Array,
  start = 0,
): readonly (Settled & Range)[] {
  const settled: (Settled & Range)[] = []
  let at = start
  for (const range of pass.network.cycles) {
    if (range.end <= start) continue
    sweep(pass, strength, strength, energy, at, range.start)
    settled.push({ ...range, ...settle(pass, strength, energy, range) })
    at = range.end
  }
  sweep(pass, strength, strength, energy, at)
  return settled
}
