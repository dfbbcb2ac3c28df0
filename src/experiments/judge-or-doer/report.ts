import type { Measure, Report } from '../contract.ts'
import { sayMeasure } from '../lib/format.ts'
import { estimate, measure } from '../lib/statistics.ts'
import {
  actingChart,
  actingRows,
  actingTable,
  leadTable,
  rankingChart,
  rankingTable,
} from './figures.ts'
import type { JudgeOrDoerResult } from './model.ts'
import { actors, advantage, lead, type Over, type Pick, rankers, tests } from './names.ts'
import type { JudgeOrDoerSettings } from './settings.ts'
import { equalDemonstrations, type Trial } from './trial.ts'
import { verdictOf } from './verdict.ts'

/** Says what a result, also one of only some worlds, comes to. */
export function report(result: JudgeOrDoerResult, settings: JudgeOrDoerSettings): Report {
  const over: Over = (pick, arm = 0) =>
    estimate(result.worlds.map((trials) => pick(trials[arm] as Trial)))
  const measures = measuresOf(result, over)
  const acting = actingRows(result, settings, over)
  return {
    sentence: sentenceOf(measures, settings),
    measures,
    verdict: verdictOf(measures, result.worlds.length),
    charts: [actingChart(acting), rankingChart(over)],
    tables: [actingTable(acting), rankingTable(over), leadTable(result, over)],
  }
}

function measuresOf({ arms }: JudgeOrDoerResult, over: Over): Record<string, Measure> {
  const measures: Record<string, Measure> = {}
  const add = (name: string, label: string, pick: Pick, arm = 0): void => {
    measures[name] = measure(label, over(pick, arm))
  }
  const base = lead('asTrained')
  const d1: Pick = (trial) => lead('newWording')(trial) - base(trial)
  add('extraUnderNewWording', 'Lead in new wording less as trained', d1)
  add('equalBitsAdvantage', 'Judge and planner less doer, equal bits', advantage('equalBits'))
  add('equalNumberAdvantage', 'Judge and planner less doer, equal numbers', advantage('demonstrations'))
  const uncoupled = arms.findIndex(({ coupling }) => coupling === 0)
  if (uncoupled >= 0) {
    add('uncoupledEqualBits', 'Judge and planner less doer, without coupling', advantage('equalBits'), uncoupled)
  }
  add('extraWhenLonger', 'Lead on longer strings less as trained', (trial) => lead('longer')(trial) - base(trial))
  add('extraWhenUntied', 'Lead in new wording less as trained, untied doer', (trial) => {
    const { preferences, untied } = trial
    return d1(trial) + preferences.newWording - untied.newWording
  })
  for (const [test, suffix, words] of tests) {
    add(`rankingLead${suffix}`, `Lead in ranking, ${words}`, lead(test))
    for (const [who, name] of rankers) {
      add(`${who}Ranks${suffix}`, `Ranking, ${words}: ${name}`, (trial) => trial[who][test])
    }
  }
  for (const [who, name] of actors) {
    add(`${who}Acts`, `Acting: ${name}`, ({ acts }) => acts[who])
    add(`${who}ActsLonger`, `Acting, longer: ${name}`, ({ actsLonger }) => actsLonger[who])
  }
  return measures
}

function sentenceOf(
  measures: Readonly<Record<string, Measure>>,
  { examples, samples, length }: JudgeOrDoerSettings,
): string {
  const of = (name: string): string => sayMeasure(measures[name] as Measure)
  const few = equalDemonstrations(examples, length)
  return (
    `From ${examples} preferences the judge’s lead over the doer, in the share of pairs ranked ` +
    `rightly, is ${of('rankingLead')} and changes by ${of('extraUnderNewWording')} in a new ` +
    `wording. Of what is possible the judge achieves ${of('plannedActs')} with exact search and ` +
    `${of('sampledActs')} with the best of ${samples} random strings, a doer from ${few} ` +
    `demonstrations, about as many bits, ${of('equalBitsActs')}.`
  )
}
