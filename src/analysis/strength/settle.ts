import { isAlone } from './bisection.ts'
import { contract, steepness } from './contraction.ts'
import { enclose } from './enclosure.ts'
import { findEquilibria } from './equilibria.ts'
import { isolate, type Isolated } from './isolate.ts'
import { node, type Range } from './network.ts'
import { sweep, type Pass } from './sweep.ts'

/** What became of elements that depend on one another. */
export type Settled =
  | {
      /** There is exactly one equilibrium; every start comes to it; this is within 1e-10 of it. */
      readonly kind: 'certified'
      readonly certificate: 'contraction' | 'enclosure'
    }
  /**
   * Every start that was tried came to this equilibrium, and there is no other one farther than
   * 0.001 from it, but nothing proves that every start comes to it. Not said of cycles with undercut
   * steps or linked premises in them.
   */
  | { readonly kind: 'converged' }
  /** There are at least these equilibria, by element of the range; there is no number. */
  | { readonly kind: 'several'; readonly equilibria: readonly Float64Array[] }
  /** Some start came to no equilibrium; there is no number. */
  | { readonly kind: 'unsettled' }
  /** It depends on elements that have no number, so neither has it. */
  | { readonly kind: 'unknown' }

/** Messages that are computed for a certificate, and in search of equilibria, at most. */
const workOfCertificate = 2e7
const workOfSearch = 5e7
/** Passes for a certificate, whatever the work, and however small the range. */
const fewestPasses = 100
const mostPasses = 2000
/** Passes for a proof that there is no other equilibrium: in small ranges 99 of 100 take fewer. */
const mostPassesOfProof = 5000

/**
 * Settles elements that depend on one another and whose other sources have their strengths: writes
 * their strengths and energies, NaN where there is no number and 0 for what is off, and says what
 * became of them. Computes at most some 1.5e8 messages; in a range of more than 200,000, at most 1e8
 * and 300 times those of the range.
 */
export function settle(
  pass: Pass,
  strength: Float64Array,
  energy: Float64Array,
  range: Range,
): Settled {
  const part = isolate(pass, strength, range)
  const settled: Settled = part.isKnown ? settleKnown(part) : { kind: 'unknown' }
  if (settled.kind === 'certified' || settled.kind === 'converged') {
    strength.set(part.state.subarray(0, part.size), range.start)
    sweep(pass, strength, strength, energy, range.start, range.end)
  } else {
    for (let p = range.start; p < range.end; p++) {
      strength[p] = energy[p] = pass.scores.off[p] === 1 ? 0 : Number.NaN
    }
  }
  return settled
}

/** Where there is a number, the state of `part` becomes it. */
function settleKnown(part: Isolated): Settled {
  const { pass, size, state } = part
  const slope = steepness(part)
  const passes = workOfCertificate / (size + pass.network.source.length)
  const limit = Math.min(Math.max(passes, fewestPasses), mostPasses)
  if (contract(part, slope, limit)) return { kind: 'certified', certificate: 'contraction' }
  if (!pass.formula.isBounded) return { kind: 'unsettled' }
  const bounds = enclose(part, limit)
  if (bounds.isTight) {
    state.set(bounds.low.map((low, p) => (low + bounds.high[p]!) / 2))
    return { kind: 'certified', certificate: 'enclosure' }
  }
  const { equilibria, isOnly } = findEquilibria(part, bounds, slope, workOfSearch)
  if (equilibria.length > 1) return { kind: 'several', equilibria }
  const [only] = equilibria
  // Whether starts come to rest can depend on whether steps change with nodes or right after them.
  const isPlain = pass.network.type.every((type) => type === node)
  if (only === undefined || !isOnly || !isPlain) return { kind: 'unsettled' }
  if (!isAlone(part, bounds, only, Math.min(passes, mostPassesOfProof)))
    return { kind: 'unsettled' }
  state.set(only)
  return { kind: 'converged' }
}
