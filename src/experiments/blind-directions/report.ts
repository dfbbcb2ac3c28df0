import type { Measure, Report } from '../contract.ts'
import { formatNumber, formatPercent, sayMeasure } from '../lib/format.ts'
import { estimate, measure, pairedDifference } from '../lib/statistics.ts'
import {
  accuracyChart,
  guardOf,
  judgeTable,
  valueChart,
  valueTable,
  wideChart,
  wideOf,
  wideTable,
} from './figures.ts'
import type { Arm, BlindDirectionsResult, Wide } from './model.ts'
import type { BlindDirectionsSettings } from './settings.ts'
import { verdictOf } from './verdict.ts'

/** What a result comes to. */
export function report(result: BlindDirectionsResult, settings: BlindDirectionsSettings): Report {
  const measures = measuresOf(result, settings)
  const { gain, accuracyDifference, guardedValue, plainFall } = measures
  const worlds = result.followed.plain.accuracy.length
  return {
    sentence: sentenceOf(measures, settings),
    measures: { ...measures, ...wideMeasures(wideOf(result)) },
    verdict: verdictOf({
      worlds,
      reach: settings.reach,
      gain,
      accuracyDifference,
      guardedValue,
      plainFall,
    }),
    charts: [valueChart, accuracyChart, wideChart].map((chart) => chart(result, settings)),
    tables: [valueTable, judgeTable, wideTable].map((table) => table(result, settings)),
  }
}

type Names =
  | `${Arm}Value`
  | 'plainAccuracy'
  | 'guardedAccuracy'
  | 'accuracyDifference'
  | 'gain'
  | 'plainPeak'
  | 'plainPeakReach'
  | 'plainFall'
  | 'plainAwayShare'
  | 'guardedAwayShare'
  | 'remainingLoss'

function measuresOf(
  { reaches, followed }: BlindDirectionsResult,
  { reach }: BlindDirectionsSettings,
): Record<Names, Measure> {
  const { plain, guarded } = followed
  const last = reaches.length - 1
  const at = (arm: Arm, i = last) => followed[arm].value[i] ?? []
  const means = reaches.map((_, i) => estimate(at('plain', i)).value)
  const peak = means.indexOf(Math.max(...means))
  const after = `after a step of ${reach}`
  return {
    plainValue: measure(`True value ${after}, no regularisation`, estimate(at('plain'))),
    guardedValue: measure(`True value ${after}, regularised`, estimate(at('guarded'))),
    projectedValue: measure(`True value ${after}, projected`, estimate(at('projected'))),
    gain: measure(`Regularised less not, ${after}`, pairedDifference(at('guarded'), at('plain'))),
    remainingLoss: measure(
      `Projected less regularised, ${after}`,
      pairedDifference(at('projected'), at('guarded')),
    ),
    plainPeak: measure('Highest true value, no regularisation', estimate(at('plain', peak))),
    plainFall: measure(
      'True value at the end less its highest, no regularisation',
      pairedDifference(at('plain'), at('plain', peak)),
    ),
    plainPeakReach: measure('Step at which it is highest', reaches[peak] ?? 0),
    plainAccuracy: measure('Accuracy, no regularisation', estimate(plain.accuracy)),
    guardedAccuracy: measure('Accuracy, regularised', estimate(guarded.accuracy)),
    accuracyDifference: measure(
      'Difference in accuracy',
      pairedDifference(guarded.accuracy, plain.accuracy),
    ),
    plainAwayShare: measure('Share of step off data, no regularisation', estimate(plain.away)),
    guardedAwayShare: measure('Share of step off data, regularised', estimate(guarded.away)),
  }
}

function wideMeasures(wide: readonly Wide[]): Record<string, Measure> {
  const most = wide[wide.length - 1]
  if (most === undefined) return {}
  const least = wide[0] as Wide
  const say = (of: string, { dimensions }: Wide) => `${of}, ${dimensions} dimensions covered`
  return {
    wideRealShareFew: measure(say('Real over claimed gain', least), estimate(least.realShare)),
    wideRealShare: measure(say('Real over claimed gain', most), estimate(most.realShare)),
    wideRealShareGuarded: measure(
      say('Real over claimed gain, weight decay', most),
      estimate(most.realShareGuarded),
    ),
    wideOfBest: measure(say('Real over best possible gain', most), estimate(most.ofBest)),
    wideAccuracy: measure(say('Accuracy', most), estimate(most.accuracy)),
  }
}

function sentenceOf(measures: Record<Names, Measure>, settings: BlindDirectionsSettings): string {
  const { reach } = settings
  const say = (name: Names) => sayMeasure(measures[name])
  const percent = (name: Names) => formatPercent(measures[name].value)
  return (
    `A judge right about ${percent('plainAccuracy')} of new pairs leads a policy to a true value ` +
    `of ${say('plainValue')} after a step of ${reach}, from 0 at the start and ` +
    `${say('plainPeak')} at its highest. With ${guardOf(settings)} the judge is right about ` +
    `${percent('guardedAccuracy')} and the policy ends at ${say('guardedValue')}, where a perfect ` +
    `judge would lead it to ${formatNumber(reach)}.`
  )
}
