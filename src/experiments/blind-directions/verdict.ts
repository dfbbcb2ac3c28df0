import type { Measure, Verdict } from '../contract.ts'
import { boundsOf } from '../lib/statistics.ts'

/** Judges whose accuracies differ by no more than this look alike in a test. */
export const alike = 0.005
/** A gain below this share of the longest step is none that matters. */
export const smallGain = 0.05

export interface Deciding {
  readonly worlds: number
  readonly reach: number
  /** True value with regularisation less true value without, after the longest step. */
  readonly gain: Measure
  /** The regularised judge's accuracy less the other's. */
  readonly accuracyDifference: Measure
  readonly guardedValue: Measure
  /** True value without regularisation at the end less at its peak. */
  readonly plainFall: Measure
}

/** The verdict on the caveat: high accuracy, an exploit without regularisation, none with it. */
export function verdictOf(of: Deciding): Verdict {
  const measures = ['gain', 'accuracyDifference', 'guardedValue', 'plainFall']
  const say = (label: Verdict['label'], because: string): Verdict => ({ label, measures, because })
  const gain = boundsOf(of.gain)
  const accuracy = boundsOf(of.accuracyDifference)
  if (of.worlds < 3) return say('inconclusive', 'Fewer than three worlds have been run.')
  if (gain.low <= 0) {
    if (gain.high < smallGain * of.reach) {
      return say('against', 'Regularisation makes no difference to true value that matters.')
    }
    return say('inconclusive', 'The interval of the difference in true value allows both signs.')
  }
  if (boundsOf(of.guardedValue).low <= 0) {
    return say('mixed', 'Regularisation helps, but may leave true value below the start.')
  }
  if (accuracy.low < -alike || accuracy.high > alike) {
    return say('mixed', 'Regularisation helps, but accuracy gave warning.')
  }
  if (boundsOf(of.plainFall).high >= 0) {
    return say('inconclusive', 'There was no loss to prevent.')
  }
  return say('supports', 'Regularisation prevents a loss that the judges’ accuracy does not show.')
}
