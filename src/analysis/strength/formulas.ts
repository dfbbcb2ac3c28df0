/**
 * How a base score and what speaks for and against it become a strength. All are increasing in the
 * energy, and in the base score.
 */
export interface Formula {
  readonly name: FormulaName
  /** What a reader sees. */
  readonly title: string
  /**
   * The energy is the sum of supporters' messages less the sum of attackers', or the product of
   * what attackers leave less the product of what supporters leave.
   */
  readonly aggregation: 'sum' | 'product'
  /** How an undercut step is weakened; see `gates` in `network.ts`. */
  readonly gates: 'sum' | 'product'
  /** Whether strengths stay within 0 and 1. */
  readonly isBounded: boolean
  /** The strength at base score `tau` and energy `e`. */
  strength(tau: number, e: number): number
  /** The derivative of the strength by the energy. */
  byEnergy(tau: number, e: number): number
  /** The derivative of the strength by the base score. */
  byBase(tau: number, e: number): number
  /** The largest derivative by the energy that any energy has at this base score. */
  steepest(tau: number): number
}

/** The formulas of the band, and `basic`, which is not bounded and only for benchmark files. */
export type FormulaName = 'qe' | 'df-quad' | 'euler' | 'mlp' | 'basic'

const steepestQuadratic = (3 * Math.sqrt(3)) / 8

/** Quadratic energy (Potyka, KR 2018), the default. */
export const quadraticEnergy: Formula = {
  name: 'qe',
  title: 'Quadratic energy',
  aggregation: 'sum',
  gates: 'sum',
  isBounded: true,
  strength(tau, e) {
    const share = (e * e) / (1 + e * e)
    return e > 0 ? tau + (1 - tau) * share : tau - tau * share
  },
  byEnergy(tau, e) {
    const rest = 1 + e * e
    return (e > 0 ? 1 - tau : tau) * ((2 * Math.abs(e)) / (rest * rest))
  },
  byBase: (_, e) => 1 / (1 + e * e),
  steepest: (tau) => steepestQuadratic * Math.max(tau, 1 - tau),
}

/** Discontinuity-free quantitative argumentation debates (Rago and others, KR 2016). */
export const dfQuad: Formula = {
  name: 'df-quad',
  title: 'DF-QuAD',
  aggregation: 'product',
  gates: 'product',
  isBounded: true,
  strength: (tau, e) => (e > 0 ? tau + (1 - tau) * e : tau + tau * e),
  byEnergy: (tau, e) => (e > 0 ? 1 - tau : tau),
  byBase: (_, e) => 1 - Math.abs(e),
  steepest: (tau) => Math.max(tau, 1 - tau),
}

/** Euler-based (Amgoud and Ben-Naim 2017): never under `tau * tau`; 0 and 1 do not move. */
export const eulerBased: Formula = {
  name: 'euler',
  title: 'Euler-based',
  aggregation: 'sum',
  gates: 'product',
  isBounded: true,
  strength: (tau, e) => (tau <= 0 ? 0 : 1 - (1 - tau * tau) / (1 + tau * Math.exp(e))),
  byEnergy(tau, e) {
    const grown = tau * Math.exp(Math.min(e, 300))
    return ((1 - tau * tau) * grown) / ((1 + grown) * (1 + grown))
  },
  byBase(tau, e) {
    const factor = Math.exp(Math.min(e, 300))
    const below = 1 + tau * factor
    return (2 * tau) / below + ((1 - tau * tau) * factor) / (below * below)
  },
  steepest: (tau) => (1 - tau * tau) / 4,
}

/** As a multilayer perceptron with logistic units (Potyka, AAAI 2021): 0 and 1 do not move. */
export const mlpBased: Formula = {
  name: 'mlp',
  title: 'MLP-based',
  aggregation: 'sum',
  gates: 'product',
  isBounded: true,
  strength: (tau, e) => (tau <= 0 ? 0 : tau >= 1 ? 1 : tau / (tau + (1 - tau) * Math.exp(-e))),
  byEnergy(tau, e) {
    const strength = mlpBased.strength(tau, e)
    return strength * (1 - strength)
  },
  byBase(tau, e) {
    const factor = Math.exp(Math.min(Math.max(e, -300), 300))
    const below = 1 - tau + tau * factor
    return factor / (below * below)
  },
  steepest: (tau) => (tau <= 0 || tau >= 1 ? 0 : 1 / 4),
}

/** The base score plus the energy, without bounds (as in QBAF-Py), for benchmark files. */
export const basic: Formula = {
  name: 'basic',
  title: 'Basic (not bounded)',
  aggregation: 'sum',
  gates: 'product',
  isBounded: false,
  strength: (tau, e) => tau + e,
  byEnergy: () => 1,
  byBase: () => 1,
  steepest: () => 1,
}

/** The formulas of the band, the default first. */
export const formulas: readonly Formula[] = [quadraticEnergy, dfQuad, eulerBased, mlpBased]
