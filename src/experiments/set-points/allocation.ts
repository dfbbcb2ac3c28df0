import { exp, ln } from '../lib/elementary.ts'
import { type Estimate, estimate, pairedDifference } from '../lib/statistics.ts'
import type { UtilityForm } from './settings.ts'

/** How many things matter, and where those start that the measure sees and those it does not. */
export const attributes = 10
const startMeasured = 0.5
const startOther = 4 / 3

/** A world of ten attributes of which the first `measured` are seen, 1 to 9. */
export interface Goods {
  readonly measured: number
  /** True weight of a measured attribute, where one that is not has weight 1. */
  readonly weight: number
  readonly utility: UtilityForm
}

/** The level of each measured attribute after a share of all that is unmeasured was moved there. */
export function measuredLevel(measured: number, share: number): number {
  return startMeasured + share * gainOfAll(measured)
}

/**
 * True utility once a share from 0 to below 1 of the unmeasured stock has been moved, one for one
 * and evenly, to what is measured: the weighted sum of the worth of the levels.
 */
export function utilityAfter({ measured, weight, utility }: Goods, share: number): number {
  const seen = worth(measuredLevel(measured, share), utility)
  const unseen = worth(startOther * (1 - share), utility)
  return weight * measured * seen + (attributes - measured) * unseen
}

/** The share moved by an agent that stops once each measured attribute is at `setPoint`. */
export function shareForSetPoint(measured: number, setPoint: number, power: number): number {
  const needed = (setPoint - startMeasured) / gainOfAll(measured)
  return Math.min(power, Math.max(0, needed))
}

/**
 * The share that is best to move, if the agent can move any. With the logarithm it solves
 * w J b (1 - p) = (K - J)(m0 + b p), where b is what a measured attribute gains by all; with the
 * root, w² J² b² (1 - p) u0 = (K - J)² u0² (m0 + b p). Not below 0.
 */
export function bestShare({ measured, weight, utility }: Goods): number {
  const gain = gainOfAll(measured)
  const pull =
    utility === 'log'
      ? (weight * measured * gain) / (attributes - measured)
      : (weight * weight * measured * measured * gain * gain) /
        ((attributes - measured) * (attributes - measured) * startOther)
  return Math.max(0, (pull - startMeasured) / (gain + pull))
}

/** What each measured attribute gains when all that is unmeasured is moved. */
function gainOfAll(measured: number): number {
  return (startOther * (attributes - measured)) / measured
}

function worth(level: number, utility: UtilityForm): number {
  return utility === 'log' ? ln(level) : 2 * (Math.sqrt(level) - 1)
}

/** An agent that aims at a set-point which is off by a factor e to `noise` times a normal. */
export interface Aim {
  readonly power: number
  readonly setPoint: number
  readonly noise: number
}

/** How the set-point agent fares beside a maximiser of the measure with the same power. */
export interface Comparison {
  readonly maximiser: number
  readonly setPoint: Estimate
  readonly difference: Estimate
  /** Share of draws in which the maximiser is at least as good. */
  readonly maximiserAsGood: number
}

/** Compares over given standard normals; without noise the numbers are exact. */
export function compare(goods: Goods, aim: Aim, normals: Float64Array): Comparison {
  const maximiser = utilityAfter(goods, aim.power)
  const utilities = Array.from(aim.noise === 0 ? [0] : normals, (z) => {
    const aimedAt = aim.setPoint * exp(aim.noise * z)
    return utilityAfter(goods, shareForSetPoint(goods.measured, aimedAt, aim.power))
  })
  return {
    maximiser,
    setPoint: estimate(utilities),
    difference: pairedDifference(
      utilities,
      utilities.map(() => maximiser),
    ),
    maximiserAsGood: utilities.filter((utility) => maximiser >= utility).length / utilities.length,
  }
}
