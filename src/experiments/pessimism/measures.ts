import type { Measure } from '../contract.ts'
import { formatNumber } from '../lib/format.ts'
import { type Estimate, measure } from '../lib/statistics.ts'
import type { OfflineCell, OnlineCell, PessimismResult } from './model.ts'
import type { PessimismSettings } from './settings.ts'
import { learnerWords, type Place, placesOf } from './words.ts'

type Measures = Record<string, Measure>

/** All measures of a result; those of learning are missing until a first run of it is done. */
export function measuresOf(result: PessimismResult, settings: PessimismSettings): Measures {
  return {
    ...Object.assign({}, ...placesOf(settings).map((place) => placeMeasures(place, result))),
    ...understatedMeasures(result),
    ...Object.assign({}, ...result.online.map(learnerMeasures)),
  }
}

function placeMeasures({ name, coverage }: Place, { offline }: PessimismResult): Measures {
  const here = offline.filter((cell) => cell.coverage === coverage)
  const rule = here.find(({ panel }) => panel === 'chosen')
  const greedy = here.find(({ panel, beta }) => panel === 'weights' && beta === 0)
  if (rule === undefined || greedy === undefined) return {}
  const measures: Measures = {}
  const add = (key: string, label: string, of: Estimate | number) => {
    measures[key + name] = measure(`${label}, at coverage ${formatNumber(coverage)}`, of)
  }
  const extra = rule.regretDifference.value
  const saving = rule.disasterSaving.value
  add('regretDifference', 'Regret less the greedy rule’s', rule.regretDifference)
  add('disasterSaving', 'Disasters saved in a hundred choices', inHundred(rule.disasterSaving))
  add('lossDifference', 'Regret and disasters less the greedy rule’s', rule.lossDifference)
  add('regret', 'Regret', rule.regret)
  add('greedyRegret', 'Regret of the greedy rule', greedy.regret)
  add('disasters', 'Disasters in a hundred choices', inHundred(rule.disasters))
  add('greedyDisasters', 'Disasters of the greedy rule in a hundred', inHundred(greedy.disasters))
  if (greedy.regret.value > 0) {
    const percent = (100 * extra) / greedy.regret.value
    add('extraRegret', 'Extra regret in per cent of the greedy rule’s', percent)
  }
  if (extra > 0 && saving > 0) {
    add('breakEvenWeight', 'Extra regret for each disaster saved', extra / saving)
  }
  return measures
}

function inHundred({ value, halfWidth }: Estimate): Estimate {
  return { value: 100 * value, halfWidth: 100 * halfWidth }
}

function understatedMeasures({ offline }: PessimismResult): Measures {
  const measures: Measures = {}
  const add = (name: string, words: string, where: OfflineCell['where'], believed: number) => {
    const cell = offline.find(
      (other) =>
        other.panel === 'understated' &&
        other.coverage === 0.8 &&
        other.where === where &&
        other.believed === believed,
    )
    if (cell === undefined) return
    const label = `Regret less the greedy rule’s at coverage 0.8, ${words}`
    measures[name] = measure(label, cell.regretDifference)
  }
  add('doubtKnown', 'all noise believed', 'everywhere', 1)
  add('doubtQuartered', 'a quarter of the noise believed', 'everywhere', 0.25)
  add('doubtQuarteredWhereRare', 'a quarter of it believed where little was tried', 'rare', 0.25)
  add('doubtAbsentWhereRare', 'none of it believed where little was tried', 'rare', 0)
  return measures
}

function learnerMeasures(cell: OnlineCell): Measures {
  const { key, label } = learnerWords[cell.learner]
  const measures: Measures = {}
  const end = cell.curve.at(-1)
  const growth = growthOf(cell.regrets)
  if (end !== undefined) {
    measures[`onlineRegret${key}`] = measure(`Regret of learning by trial: ${label}`, end)
  }
  if (growth !== undefined) {
    const words = `Regret at the end over that at half time: ${label}`
    measures[`onlineGrowth${key}`] = measure(words, growth)
  }
  return measures
}

/**
 * Mean regret at the end over mean regret at half time: 2 where regret grows with time, near 1
 * where it grows with the logarithm of time. The interval is that of the linearised ratio. Nothing
 * where there is no regret at half time.
 */
export function growthOf(regrets: OnlineCell['regrets']): Estimate | undefined {
  const count = regrets.length
  const half = regrets.reduce((sum, [at]) => sum + at, 0) / count
  const end = regrets.reduce((sum, [, at]) => sum + at, 0) / count
  if (!(half > 0)) return undefined
  const value = end / half
  const squares = regrets.reduce((sum, [a, b]) => sum + (b - value * a) * (b - value * a), 0)
  const error = Math.sqrt(squares / Math.max(1, count - 1) / count) / half
  return { value, halfWidth: 1.96 * error }
}
