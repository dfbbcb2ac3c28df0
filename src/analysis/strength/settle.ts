import { isAlone } from './bisection.ts'
import { contract, steepness } from './contraction.ts'
import { enclose } from './enclosure.ts'
import { findEquilibria } from './equilibria.ts'
import type { Budget } from './flow.ts'
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
  /**
   * It was not established where it comes to rest, so there is no number: some start was not seen to
   * come to rest, or what was found could not be shown to be all that there is.
   */
  | { readonly kind: 'unsettled' }
  /** It depends on elements that have no number, so neither has it. */
  | { readonly kind: 'unknown' }

/** How much may be spent on settling; what settles counts it down. */
export interface Effort {
  /** How many more messages and elements may be gone over. */
  left: number
  /** Whether to stop as soon as there is certainly no number, and not to look for all equilibria. */
  readonly isBrief: boolean
}

/** For all cycles of one evaluation together. */
export function wholeEffort(): Effort {
  return { left: 1e8, isBrief: false }
}

/** Of one cycle: what goes into each certificate, and into the search of equilibria, at most. */
const workOfCertificate = 2e7
const workOfSearch = 5e7
/** Passes for a certificate while any effort is left, and however small the range. */
const fewestPasses = 100
const mostPasses = 2000
/** Passes for a proof that there is no other equilibrium: in small ranges 99 of 100 take fewer. */
const mostPassesOfProof = 10_000

/**
 * Settles elements that depend on one another and whose other sources have their strengths: writes
 * their strengths and energies, NaN where there is no number and 0 for what is off, and says what
 * became of them. Spends no more than is left, but for some 300 passes over the range where that is
 * more.
 */
export function settle(
  pass: Pass,
  strength: Float64Array,
  energy: Float64Array,
  range: Range,
  effort: Effort,
): Settled {
  const part = isolate(pass, strength, range)
  const settled: Settled = part.isKnown ? settleKnown(part, effort) : { kind: 'unknown' }
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
function settleKnown(part: Isolated, effort: Effort): Settled {
  const { pass, size, state } = part
  const spend = spender(effort, size + pass.network.source.length)
  const slope = steepness(part)
  const fewest = effort.left > 0 ? fewestPasses : 0
  const move = (budget: Budget) => contract(part, slope, budget)
  if (spend(move, workOfCertificate, mostPasses, fewest)) {
    return { kind: 'certified', certificate: 'contraction' }
  }
  if (!pass.formula.isBounded) return { kind: 'unsettled' }
  const bound = (budget: Budget) => enclose(part, budget)
  const bounds = spend(bound, 2 * workOfCertificate, 2 * mostPasses, 2 * fewest)
  if (bounds.isTight) {
    state.set(bounds.low.map((low, p) => (low + bounds.high[p]!) / 2))
    return { kind: 'certified', certificate: 'enclosure' }
  }
  // Whether starts come to rest can depend on whether steps change with nodes or right after them.
  const isPlain = pass.network.type.every((type) => type === node)
  if (effort.isBrief && !isPlain) return { kind: 'unsettled' }
  const { equilibria, isOnly } = spend(
    (budget) => findEquilibria(part, bounds, slope, budget, effort.isBrief),
    workOfSearch,
  )
  if (equilibria.length > 1) return { kind: 'several', equilibria }
  const [only] = equilibria
  if (only === undefined || !isOnly || !isPlain) return { kind: 'unsettled' }
  const prove = (budget: Budget) => isAlone(part, bounds, only, budget)
  if (!spend(prove, workOfSearch, mostPassesOfProof)) return { kind: 'unsettled' }
  state.set(only)
  return { kind: 'converged' }
}

/** Gives a search as many passes as there is effort for, and takes what it needed from that. */
function spender(effort: Effort, workOfPass: number) {
  return <T>(run: (budget: Budget) => T, work: number, most = Infinity, fewest = 0): T => {
    const affordable = Math.min(work, effort.left) / workOfPass
    const given = Math.min(Math.max(affordable, fewest), most)
    const budget = { passes: given }
    const found = run(budget)
    effort.left -= (given - budget.passes) * workOfPass
    return found
  }
}
