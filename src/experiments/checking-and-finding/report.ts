import type { Measure, Report, Verdict } from '../contract.ts'
import { formatNumber, formatPercent, sayMeasure } from '../lib/format.ts'
import { boundsOf } from '../lib/statistics.ts'
import { chartsOf } from './charts.ts'
import { type Measures, measuresOf } from './measures.ts'
import type { CheckingResult } from './model.ts'
import type { CheckingSettings } from './settings.ts'
import { tablesOf } from './tables.ts'

/** Says what a run comes to; also of one that is not complete. */
export function report(result: CheckingResult, settings: CheckingSettings): Report {
  const measures = measuresOf(result, settings)
  return {
    sentence: sentenceOf(measures, settings),
    measures,
    verdict: verdictOf(measures),
    charts: chartsOf(result, settings),
    tables: tablesOf(result, settings),
  }
}

/** Above this share of searches given up, growth that is not seen may only be cut off. */
const toleratedGivenUp = 0.05

/** The verdict by the rule of the page. */
export function verdictOf({ findSlope, givenUpShare }: Measures): Verdict {
  const given = givenUpShare === undefined ? [] : ['givenUpShare']
  if (findSlope === undefined) {
    const because = 'Too few formulas could be satisfied to tell how finding grows.'
    return { label: 'inconclusive', measures: given, because }
  }
  const measures = ['findSlope']
  const grows = boundsOf(findSlope).low > 0
  const because = `The interval of the growth of finding over checking ${grows ? 'lies' : 'does not lie'} above zero`
  if (grows) return { label: 'supports', measures, because: `${because}.` }
  if ((givenUpShare?.value ?? 0) <= toleratedGivenUp) {
    return { label: 'against', measures, because: `${because}.` }
  }
  const cutOff = `${because}, but more than one search in twenty was given up.`
  return { label: 'inconclusive', measures: [...measures, ...given], because: cutOff }
}

function sentenceOf(measures: Measures, settings: CheckingSettings): string {
  const { findGap, findSlope, comparedGap, comparedSlope, refuteOverFind, givenUpShare } = measures
  const { ratio, compare, largest } = settings
  const compared =
    comparedGap === undefined
      ? ''
      : `at ${compare} clauses per variable the factor is ${sayMeasure(comparedGap)}${growthWords(comparedSlope)}`
  const finding =
    findGap === undefined
      ? `At ${ratio} clauses per variable no formula of ${largest} variables has been satisfied in the searches that were finished`
      : `At ${ratio} clauses per variable and ${largest} variables, finding an answer takes ${sayMeasure(findGap)} times the work of checking it${growthWords(findSlope)}`
  const parts = [
    compared === '' ? `${finding}.` : `${finding}; ${compared}.`,
    ...(refuteOverFind === undefined
      ? []
      : [
          `To show that nothing satisfies a formula takes ${sayMeasure(refuteOverFind)} times the work of finding, and there is no answer to check instead.`,
        ]),
    ...(givenUpShare?.value
      ? [`${formatPercent(givenUpShare.value)} of searches were given up.`]
      : []),
  ]
  return parts.join(' ')
}

/** How a factor moves with the size, after a comma. */
function growthWords(slope: Measure | undefined): string {
  if (slope === undefined) return ''
  const { low, high } = boundsOf(slope)
  if (low > 0) {
    return `, and the factor doubles with every ${formatNumber(1 / slope.value, 2)} variables`
  }
  return high < 0
    ? ', and the factor falls as formulas grow'
    : ', and no growth of the factor with the size can be made out'
}
