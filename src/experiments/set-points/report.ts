import type { Measure, Report, Verdict } from '../contract.ts'
import { formatNumber, sayMeasure } from '../lib/format.ts'
import { boundsOf } from '../lib/statistics.ts'
import { chartsOf } from './charts.ts'
import { many, measuresOf, tailWords } from './measures.ts'
import type { SetPointResult } from './model.ts'
import type { SetPointSettings } from './settings.ts'
import { tablesOf } from './tables.ts'

/** Says what a result comes to, also a partial one: the incomplete measure comes first. */
export function report(result: SetPointResult, settings: SetPointSettings): Report {
  const measures = measuresOf(result, settings)
  return {
    sentence: sentenceOf(measures, settings),
    measures,
    verdict: verdictOf(measures),
    charts: chartsOf(result, settings),
    tables: tablesOf(result, settings),
  }
}

/**
 * The verdict from `utilityDifference` and `valueDifference`, each the set-point agent's result
 * less the maximiser's. Supports: both intervals lie above 0. Against: both lie below.
 * Inconclusive: neither leaves out 0. Mixed: all else.
 */
export function verdictOf(measures: Readonly<Record<string, Measure>>): Verdict {
  const names = ['utilityDifference', 'valueDifference']
  const verdict = (label: Verdict['label'], because: string): Verdict => ({
    label,
    measures: names.filter((name) => measures[name] !== undefined),
    because,
  })
  const signs = names.map((name) => signOf(measures[name]))
  const [incomplete, noisy] = signs
  if (incomplete === undefined || noisy === undefined) {
    return verdict('inconclusive', 'There is no result yet for one of the two measures of value.')
  }
  if (incomplete === 0 && noisy === 0) {
    return verdict('inconclusive', 'With neither measure of value is there a clear difference.')
  }
  if (incomplete === noisy) {
    return incomplete > 0
      ? verdict('supports', 'With both measures of value the set-point agent does better.')
      : verdict('against', 'With both measures of value the maximiser does better.')
  }
  const words = [
    'the maximiser does better',
    'there is no clear difference',
    'the set-point agent does better',
  ]
  const [first, second] = [incomplete, noisy].map((sign) => words[sign + 1] as string)
  return verdict('mixed', `With the incomplete measure ${first}; with the noisy one ${second}.`)
}

/** -1 or 1 where the whole interval lies on that side of 0, else 0. */
function signOf(of: Measure | undefined): number | undefined {
  if (of === undefined) return undefined
  const { low, high } = boundsOf(of)
  return low > 0 ? 1 : high < 0 ? -1 : 0
}

function sentenceOf(
  measures: Readonly<Record<string, Measure>>,
  { power, options, tail }: SetPointSettings,
): string {
  const { utilityDifference, valueDifference, valueDifferenceNormalMany: normal } = measures
  if (utilityDifference === undefined) return 'There is no result yet.'
  const incomplete =
    `With an incomplete measure and power ${formatNumber(power)} the set-point agent leaves true ` +
    `utility ${comparison(utilityDifference, 'higher', 'lower')} than the maximiser does.`
  if (valueDifference === undefined || normal === undefined) return incomplete
  const noisy =
    `Of ${formatNumber(options)} options seen with ${tailWords[tail]} it chooses one worth ` +
    comparison(valueDifference, 'more', 'less')
  if (tail === 'normal' && options === many) return `${incomplete} ${noisy}.`
  return (
    `${incomplete} ${noisy}; of ${formatNumber(many)} options with ${tailWords.normal}, ` +
    `${comparison(normal, 'more', 'less')}.`
  )
}

function comparison(of: Measure, more: string, less: string): string {
  const sign = signOf(of)
  if (sign === 0) return `not clearly more or less (by ${sayMeasure(of)})`
  return `${sayMeasure({ ...of, value: Math.abs(of.value) })} ${sign === 1 ? more : less}`
}
