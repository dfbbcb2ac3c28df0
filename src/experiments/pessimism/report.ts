import type { Measure, Report, Verdict } from '../contract.ts'
import { formatNumber, sayMeasure } from '../lib/format.ts'
import { boundsOf } from '../lib/statistics.ts'
import { chartsOf } from './charts.ts'
import { measuresOf } from './measures.ts'
import type { PessimismResult } from './model.ts'
import type { PessimismSettings } from './settings.ts'
import { tablesOf } from './tables.ts'
import { placesOf } from './words.ts'

/** Fewer disasters saved than this, in a hundred choices, are not worth any regret. */
const worthwhileSaving = 1

/** Says what a result comes to, also a partial one: the choices from fixed data come first. */
export function report(result: PessimismResult, settings: PessimismSettings): Report {
  const measures = measuresOf(result, settings)
  const places = placesOf(settings).map(({ name }) => name)
  return {
    sentence: sentenceOf(measures, settings),
    measures,
    verdict: verdictOf(measures, places),
    charts: chartsOf(result, settings),
    tables: tablesOf(result, settings),
  }
}

/**
 * The verdict from `regretDifference…` and `disasterSaving…` at all places named. Against: at some
 * place the rule has more regret than the greedy rule and saves less than one disaster in a
 * hundred. Supports: it has less regret at every place. Inconclusive: no difference in regret is
 * clear. Mixed: all else.
 */
export function verdictOf(
  measures: Readonly<Record<string, Measure>>,
  places: readonly string[],
): Verdict {
  const names = places.flatMap((place) => [`regretDifference${place}`, `disasterSaving${place}`])
  const verdict = (label: Verdict['label'], because: string): Verdict => ({
    label,
    measures: names,
    because,
  })
  const bounds = places.map((place) => boundsOf(measures[`regretDifference${place}`] as Measure))
  const savings = places.map((place) => (measures[`disasterSaving${place}`] as Measure).value)
  const lower = bounds.filter(({ high }) => high < 0).length
  const higher = bounds.filter(({ low }) => low > 0).length
  if (bounds.some(({ low }, i) => low > 0 && (savings[i] as number) < worthwhileSaving)) {
    return verdict(
      'against',
      'At some coverage the rule has more regret than the greedy rule and saves less than one disaster in a hundred choices.',
    )
  }
  if (lower === places.length) {
    return verdict('supports', 'The rule has less regret than the greedy rule at every coverage.')
  }
  if (lower === 0 && higher === 0) {
    return verdict('inconclusive', 'At no coverage is there a clear difference in regret.')
  }
  return verdict(
    'mixed',
    higher > 0
      ? 'Where the rule has more regret than the greedy rule it saves at least one disaster in a hundred choices.'
      : 'The rule has less regret than the greedy rule at some coverages and no clear difference at others.',
  )
}

function sentenceOf(
  measures: Readonly<Record<string, Measure>>,
  { beta }: PessimismSettings,
): string {
  const offline =
    `Choosing from fixed data with weight of doubt ${formatNumber(beta)}, the rule has ` +
    `${comparison(measures, 'MostTried')} than the greedy rule where what looks good was tried ` +
    `most (coverage 0.8), and ${comparison(measures, 'LeastTried')} where it was tried least ` +
    '(coverage −0.8).'
  const { onlineRegretChosen: chosen, onlineRegretUcb: ucb } = measures
  if (chosen === undefined || ucb === undefined) return offline
  const ends = [chosen, ucb].map(sayMeasure)
  return (
    `${offline} Learning by its own tries it ends with a regret of ${ends[0]}, and UCB1, which ` +
    `favours the unknown, with ${ends[1]}.`
  )
}

function comparison(measures: Readonly<Record<string, Measure>>, place: string): string {
  const regret = measures[`regretDifference${place}`]
  const saving = measures[`disasterSaving${place}`]
  if (regret === undefined || saving === undefined) return 'no result yet'
  const { low, high } = boundsOf(regret)
  const size = sizeOf(regret)
  const clear = high < 0 || low > 0
  const change = clear ? `${size} ${low > 0 ? 'more' : 'less'} regret` : 'no clearly different regret'
  return `${change} and ${savingWords(saving)}`
}

function savingWords(saving: Measure): string {
  const { low, high } = boundsOf(saving)
  const disasters = 'disasters in a hundred choices'
  if (low <= 0 && high >= 0) {
    return `a saving of ${sayMeasure(saving)} ${disasters}, not told from none,`
  }
  return `${sizeOf(saving)} ${low > 0 ? 'fewer' : 'more'} ${disasters}`
}

function sizeOf(of: Measure): string {
  return sayMeasure({ ...of, value: Math.abs(of.value) })
}
