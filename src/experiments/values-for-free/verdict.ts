import type { Measure, Verdict } from '../contract.ts'
import { boundsOf } from '../lib/statistics.ts'

/** A gain below this is none that matters. */
export const smallGain = 0.02

/** Whether the unsupervised step helped at one strength; open where the run is too short to say. */
export type Finding = 'gain' | 'none' | 'open'

/**
 * The rule for one strength. Gain: the intervals of the paired gain and of the probe's accuracy
 * above chance both lie above 0. None: the gain's interval ends below `smallGain`, or the probe's
 * interval reaches chance and is no wider than that to either side.
 */
export function findingOf(gain: Measure, probe: Measure): Finding {
  const of = boundsOf(gain)
  const seen = boundsOf(probe)
  if (of.low > 0 && seen.low > 0.5) return 'gain'
  if (of.high < smallGain) return 'none'
  const narrow = (seen.high - seen.low) / 2 <= smallGain
  return seen.low <= 0.5 && narrow ? 'none' : 'open'
}

/** The verdict from the findings at the first strength and at the second, fainter one. */
export function verdictOf(first: Finding, second: Finding, worlds: number): Verdict {
  const measures = ['probeGain', 'faintProbeGain', 'probeAccuracy', 'faintProbeAccuracy']
  const say = (label: Verdict['label'], because: string): Verdict => ({ label, measures, because })
  if (worlds < 3 || first === 'open' || second === 'open') {
    return say('inconclusive', 'At one strength at least the intervals allow both a gain and none.')
  }
  if (first === second) {
    if (first === 'gain') return say('supports', 'The unsupervised step helps at both strengths.')
    return say('against', 'The unsupervised step helps at neither strength.')
  }
  const only = first === 'gain' ? 'first' : 'second'
  return say('mixed', `The unsupervised step helps at the ${only} strength only.`)
}
