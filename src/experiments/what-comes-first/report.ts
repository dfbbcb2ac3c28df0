import type { Measure, Report, Verdict } from '../contract.ts'
import { estimate, measure, pairedDifference, wilson } from '../lib/statistics.ts'
import { chartsOf, outcomesOf, tablesOf } from './figures.ts'
import { algorithms, type Ability, type Algorithm, type Curves, type Result } from './model.ts'
import { agentNames, sentenceOf } from './sentence.ts'
import type { WhatComesFirst } from './settings.ts'
import { arrivals, doublings, medianOf } from './timing.ts'

type Measures = Readonly<Record<string, Measure>>

/** What a result comes to; needs two worlds of each agent. */
export function report(result: Result, settings: WhatComesFirst): Report {
  const chosen = settings.algorithm as Algorithm
  const other = algorithms.find((algorithm) => algorithm !== chosen) as Algorithm
  const enough = algorithms.every((algorithm) => result.curves[algorithm].length > 1)
  const measures: Measures = enough
    ? {
        ...orderMeasures(result, settings, chosen, ''),
        ...scaleMeasures(result, settings, chosen),
        ...orderMeasures(result, settings, other, 'OtherAgent'),
      }
    : {}
  return {
    sentence: sentenceOf(measures, result, settings),
    measures,
    verdict: verdictOf(measures),
    charts: chartsOf(result, settings),
    tables: tablesOf(result, settings),
  }
}

function orderMeasures(
  { marks, curves }: Result,
  settings: WhatComesFirst,
  algorithm: Algorithm,
  suffix: string,
): Measures {
  const of = (ability: Ability) => arrivals(curves[algorithm], ability, marks, settings.threshold)
  const outcomes = of(outcomesOf(settings))
  const situations = of('situations')
  const control = of('control')
  const agent = suffix === '' ? '' : `, with ${agentNames[algorithm]}`
  const middle = (label: string, name: string, values: readonly number[], unit: string) =>
    measure(`${label}${agent}`, medianOf(`${name} ${algorithm}`, values), unit)
  const until = (ability: string, name: string, episodes: readonly number[]) =>
    middle(`Until ${ability}, median`, name, episodes, 'episodes')
  const first = (label: string, a: readonly number[], b: readonly number[]) => {
    const earlier = a.filter((episodes, i) => episodes < (b[i] as number)).length
    return measure(`${label}${agent}`, wilson(earlier, a.length))
  }
  return {
    [`outcomesLag${suffix}`]: middle(
      'Outcome judging after control',
      'outcomes, control',
      doublings(outcomes, control),
      'doublings',
    ),
    [`situationsLag${suffix}`]: middle(
      'Situation judging after control',
      'situations, control',
      doublings(situations, control),
      'doublings',
    ),
    [`outcomesEpisodes${suffix}`]: until('outcome judging', 'outcomes', outcomes),
    [`situationsEpisodes${suffix}`]: until('situation judging', 'situations', situations),
    [`controlEpisodes${suffix}`]: until('control', 'control', control),
    [`controlFirst${suffix}`]: first(
      'Worlds with control before situation judging',
      control,
      situations,
    ),
    [`situationsFirst${suffix}`]: first(
      'Worlds with situation judging before control',
      situations,
      control,
    ),
  }
}

/** The same question on other scales, and what more experience does to outcome judging. */
function scaleMeasures(
  { marks, curves }: Result,
  { threshold }: WhatComesFirst,
  algorithm: Algorithm,
): Measures {
  const worlds = curves[algorithm]
  const lag = (ability: Ability, at: number) =>
    doublings(arrivals(worlds, ability, marks, at), arrivals(worlds, 'control', marks, threshold))
  const at = (ability: Ability, mark: number) =>
    worlds.map((world: Curves) => world[ability][mark] as number)
  const last = marks.length - 1
  const early = marks.indexOf(20)
  const change = 'Change of outcome judging, 20 to last episode'
  const atEnd = 'Outcome judging at the end'
  const later = (ability: Ability) => pairedDifference(at(ability, last), at(ability, early))
  return {
    situationsLagByRank: measure(
      'Situation judging after control, by rank correlation',
      medianOf('ranks, control', lag('situationRanks', threshold)),
      'doublings',
    ),
    situationsLagByAccuracy: measure(
      'Situation judging after control, by share of pairs',
      medianOf('accuracy, control', lag('situations', scoreOfShare(threshold))),
      'doublings',
    ),
    outcomesOnceLater: measure(`${change}, cells once`, later('outcomesOnce')),
    outcomesEveryLater: measure(`${change}, every visit`, later('outcomesEvery')),
    outcomesOnceAtEnd: measure(`${atEnd}, cells once`, estimate(at('outcomesOnce', last))),
    outcomesEveryAtEnd: measure(`${atEnd}, every visit`, estimate(at('outcomesEvery', last))),
  }
}

/** The pair score of a share of pairs; to 3 decimals as scores are, or 0.8 would miss 0.6. */
function scoreOfShare(share: number): number {
  return Math.round((2 * share - 1) * 1000) / 1000
}

/** By the sign of both lags: each interval lies below 0, above 0 or holds it. */
function verdictOf(measures: Measures): Verdict {
  const names = ['outcomesLag', 'situationsLag']
  const outcomes = signOf(measures['outcomesLag'])
  const situations = signOf(measures['situationsLag'])
  if (outcomes === undefined || situations === undefined) {
    return { label: 'inconclusive', measures: [], because: 'Fewer than two worlds have been run.' }
  }
  const because =
    outcomes === situations
      ? `Outcome judging and situation judging both come ${placeOf(outcomes)}.`
      : `Outcome judging comes ${placeOf(outcomes)}, situation judging ${placeOf(situations)}.`
  return { label: labelOf(outcomes, situations), measures: names, because }
}

function placeOf(sign: number): string {
  if (sign === 0) return 'neither clearly before nor clearly after control'
  return sign < 0 ? 'before control' : 'after control'
}

function labelOf(outcomes: number, situations: number): Verdict['label'] {
  if (outcomes < 0 && situations < 0) return 'supports'
  if (situations > 0 && outcomes >= 0) return 'against'
  return outcomes * situations < 0 ? 'mixed' : 'inconclusive'
}

function signOf(lag: Measure | undefined): number | undefined {
  if (lag?.low === undefined || lag.high === undefined) return undefined
  return lag.high < 0 ? -1 : lag.low > 0 ? 1 : 0
}
