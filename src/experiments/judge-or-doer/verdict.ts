import type { Measure, Verdict, VerdictLabel } from '../contract.ts'
import { boundsOf } from '../lib/statistics.ts'

/**
 * The rule. D1 is `extraUnderNewWording`, D2 `equalBitsAdvantage`. Both above 0 supports; D2 below
 * and D1 not above 0 is against; all three not told from 0, or fewer than three worlds, is
 * inconclusive; the rest is mixed.
 */
export function verdictOf(measures: Readonly<Record<string, Measure>>, worlds: number): Verdict {
  const names = ['extraUnderNewWording', 'equalBitsAdvantage', 'rankingLead']
  const bounds = names.map((name) => boundsOf(measures[name] as Measure))
  const signs = bounds.map(({ low, high }) => (low > 0 ? 1 : high < 0 ? -1 : 0))
  const said = signs.map((sign) => ['below 0', 'not told from 0', 'above 0'][sign + 1])
  return {
    label: worlds < 3 ? 'inconclusive' : labelOf(signs),
    measures: names,
    because: `In ${worlds} worlds the growth of the lead in a new wording is ${said[0]}, the advantage at equal bits ${said[1]}, the lead as trained ${said[2]}.`,
  }
}

function labelOf(signs: readonly number[]): VerdictLabel {
  const [d1, d2] = signs
  if (d1 === 1 && d2 === 1) return 'supports'
  if (d1 !== 1 && d2 === -1) return 'against'
  return signs.every((sign) => sign === 0) ? 'inconclusive' : 'mixed'
}
