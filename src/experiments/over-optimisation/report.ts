import type { Measure, Report } from '../contract.ts'
import { formatNumber, formatPercent, sayMeasure } from '../lib/format.ts'
import { boundsOf, estimate, measure, pairedDifference } from '../lib/statistics.ts'
import { fitSquareRootForm, sampleSizes } from './best-of-n.ts'
import { chartsOf } from './charts.ts'
import { type OverOptimisationResult, penalties, trainingSizes, type Trained } from './model.ts'
import type { OverOptimisationSettings } from './settings.ts'
import {
  armsOf,
  bestOfNCurve,
  comparedBest,
  comparedSize,
  endOf,
  type Group,
  judgesOf,
  over,
  pathCurve,
} from './summary.ts'
import { tablesOf } from './tables.ts'
import { type Measures, verdictOf } from './verdict.ts'

/** What a result, of at least one replicate, says about over-optimisation. */
export function report(
  result: OverOptimisationResult,
  settings: OverOptimisationSettings,
): Report {
  const [linear, network] = judgesOf(result)
  const { outcomes } = linear as Group<Trained>
  const measures = {
    ...judgeMeasures('', linear as Group<Trained>, settings),
    ...(network === undefined ? {} : judgeMeasures('network', network, settings)),
    ...bestOfNMeasures(outcomes, settings),
    ...sizeMeasures(outcomes, settings),
    ...penaltyMeasures(outcomes, network?.outcomes ?? []),
    ...ensembleMeasures(result, settings),
  }
  return {
    sentence: sentenceOf(measures, settings),
    measures,
    verdict: verdictOf(measures, result.replicates.length),
    charts: chartsOf(result, settings),
    tables: tablesOf(result, settings),
  }
}

function judgeMeasures(
  prefix: string,
  { name: judge, outcomes }: Group<Trained>,
  settings: OverOptimisationSettings,
): Measures {
  const { golds, peak, fall, xs } = pathCurve(outcomes, settings)
  const named = (name: string) =>
    prefix === '' ? name : `${prefix}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  const gold = `True reward, ${judge}`
  const accuracy = `Accuracy of the ${judge}`
  return {
    [named('accuracy')]: measure(
      `${accuracy} on held-out pairs`,
      over(outcomes, (o) => o.accuracy),
    ),
    [named('accuracyAtEnd')]: measure(
      `${accuracy} where the path ends`,
      over(outcomes, (o) => o.accuracyAtEnd),
    ),
    [named('claimedAtEnd')]: measure(
      `Score by the ${judge} where the path ends, in standard deviations at the start`,
      over(outcomes, (o) => o.claimedAtEnd),
    ),
    [named('peakGold')]: measure(`${gold}, at its peak`, golds[peak] ?? 0),
    [named('peakDivergence')]: measure(`Divergence at the peak, ${judge}`, xs[peak] ?? 0, 'nats'),
    [named('endGold')]: measure(`${gold}, where the path ends`, over(outcomes, endOf)),
    [named('endDivergence')]: measure(
      `Divergence where the path ends, ${judge}`,
      over(outcomes, (o) => o.rest),
      'nats',
    ),
    [named('fallFromPeak')]: measure(`${gold}, end less peak`, fall),
  }
}

function bestOfNMeasures(
  linear: readonly Trained[],
  settings: OverOptimisationSettings,
): Measures {
  const { golds, peak, fall, xs } = bestOfNCurve(linear, settings)
  const sizes = sampleSizes(Number(settings.mostSamples))
  const values = golds.map(({ value }) => value)
  const gold = 'True reward of best-of-n, linear judge'
  const fit = fitSquareRootForm(xs.slice(1), values.slice(1))
  return {
    bestOfNPeakGold: measure(`${gold}, at its peak`, golds[peak] ?? 0),
    bestOfNPeakSize: measure('Size n at which best-of-n peaks, linear judge', sizes[peak] ?? 0),
    bestOfNEndGold: measure(`${gold}, at the largest n`, golds[golds.length - 1] ?? 0),
    bestOfNFall: measure(`${gold}, largest n less peak`, fall),
    bestOfNFit: measure(`${gold}: share of variance that d (a − b d) explains`, fit.explained),
  }
}

function sizeMeasures(linear: readonly Trained[], settings: OverOptimisationSettings): Measures {
  const sizes = trainingSizes(settings)
  const few = sizes[0] as number
  if (few === settings.pairs) return {}
  const change = (read: 'endGold' | 'peakDivergence') => {
    const at = (size: number) => linear.map(({ bySize }) => bySize[size]?.[read] as number)
    return pairedDifference(at(sizes.indexOf(settings.pairs)), at(0))
  }
  const more = `linear judge, with ${formatNumber(settings.pairs)} pairs less with ${few}`
  return {
    fewPairsAccuracy: measure(
      `Accuracy of the linear judge with ${few} pairs`,
      over(linear, ({ bySize }) => bySize[0]?.accuracy as number),
    ),
    morePairsEndChange: measure(`True reward where the path ends, ${more}`, change('endGold')),
    morePairsPeakChange: measure(
      `Divergence at the peak, ${more}`,
      change('peakDivergence'),
      'nats',
    ),
  }
}

function penaltyMeasures(linear: readonly Trained[], network: readonly Trained[]): Measures {
  const half = penalties.indexOf(0.5)
  const penalised = measure(
    'True reward, linear judge, with a KL penalty of 0.5',
    over(linear, (outcome) => outcome.penalised[half]?.gold as number),
  )
  const gains = network.flatMap((outcome) => {
    const both = outcome.penalised.filter(({ stopped }) => stopped !== null)
    const sum = both.reduce((total, { gold, stopped }) => total + gold - (stopped ?? 0), 0)
    return both.length === 0 ? [] : [sum / both.length]
  })
  if (gains.length === 0) return { penalisedGold: penalised }
  const label = 'True reward, network judge, with a KL penalty less stopped early at the same KL'
  return { penalisedGold: penalised, penaltyOverStopping: measure(label, estimate(gains)) }
}

function ensembleMeasures(
  result: OverOptimisationResult,
  settings: OverOptimisationSettings,
): Measures {
  const [single, ensemble, moreData] = armsOf(result)
  if (single === undefined || ensemble === undefined || moreData === undefined) return {}
  type Arm = typeof single
  const difference = (a: Arm, b: Arm) =>
    measure(
      `True reward of best of ${comparedSize(settings)}: ${a.name} less ${b.name}`,
      pairedDifference(comparedBest(a.outcomes, settings), comparedBest(b.outcomes, settings)),
    )
  const atEnd = (a: Arm, b: Arm) =>
    measure(
      `True reward where the path ends: ${a.name} less ${b.name}`,
      pairedDifference(a.outcomes.map(endOf), b.outcomes.map(endOf)),
    )
  return {
    ensembleGain: difference(ensemble, single),
    moreDataGain: difference(moreData, single),
    ensembleOverMoreData: difference(ensemble, moreData),
    ensembleGainAtEnd: atEnd(ensemble, single),
    moreDataGainAtEnd: atEnd(moreData, single),
  }
}

function sentenceOf(measures: Measures, settings: OverOptimisationSettings): string {
  const of = (name: string) => measures[name] as Measure
  const falls = (name: string) => boundsOf(of(name)).high < 0
  const text = (name: string) => sayMeasure(of(name))
  const nats = (name: string) => `${formatNumber(of(name).value, 2)} nats`
  const pairs = formatNumber(settings.pairs)
  const most = formatNumber(Number(settings.mostSamples))
  const end = `${text('endGold')} at ${nats('endDivergence')}`
  const below = falls('endGold') ? ', below where it began' : ''
  const holds = (name: string) => boundsOf(of(name)).low > -0.1
  const path = falls('fallFromPeak')
    ? `rises to ${text('peakGold')} at ${nats('peakDivergence')} and falls to ${end}${below}`
    : `comes to ${end}, where the path ends, and ${holds('fallFromPeak') ? 'has not fallen' : 'may have fallen or not'}`
  const best = falls('bestOfNFall')
    ? `peaks at ${text('bestOfNPeakGold')} for n = ${of('bestOfNPeakSize').value} and comes`
    : `${holds('bestOfNFall') ? 'does not fall' : 'may fall or not'}, and comes`
  return (
    `A linear judge with ${pairs} labelled pairs orders ` +
    `${formatPercent(of('accuracy').value)} of held-out pairs rightly; optimised against it, ` +
    `true reward ${path}, and of pairs drawn there the judge orders ` +
    `${formatPercent(of('accuracyAtEnd').value)} rightly. Best-of-n ${best} to ` +
    `${text('bestOfNEndGold')} for n = ${most}.`
  )
}
