import type { Measure, Verdict, VerdictLabel } from '../contract.ts'
import { boundsOf } from '../lib/statistics.ts'

export type Measures = Readonly<Record<string, Measure>>

/** A fall smaller than this, in units of true reward, is none to speak of. */
export const slightFall = 0.1

/** The verdict by the rule of the page, from the falls under whichever judges there are. */
export function verdictOf(measures: Measures, replicates: number): Verdict {
  const names = ['fallFromPeak', 'networkFallFromPeak'].filter((name) => name in measures)
  const falls = names.map((name) => boundsOf(measures[name] as Measure))
  const down = falls.filter(({ high }) => high < 0).length
  const all = falls.length === 1 ? 'the judge' : 'both judges'
  const verdict = (label: VerdictLabel, because: string): Verdict => ({
    label,
    measures: [...names, 'endGold'],
    because,
  })
  if (replicates < 2) return verdict('inconclusive', 'A single replicate has no interval.')
  if (down === falls.length) {
    return verdict('supports', `Under ${all} the whole interval of the fall is below 0.`)
  }
  if (down > 0) return verdict('mixed', 'True reward falls from its peak under one judge only.')
  if (falls.every(({ low }) => low > -slightFall)) {
    return verdict('against', `Under ${all} the fall is none, or too small to speak of.`)
  }
  return verdict('inconclusive', 'An interval holds both no fall and one that would matter.')
}
