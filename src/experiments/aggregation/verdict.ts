import type { Verdict } from '../contract.ts'
import { wilson } from '../lib/statistics.ts'
import type { AggregationResult, Cell } from './model.ts'
import { keyOf, nameOf } from './names.ts'
import type { AggregationSettings } from './settings.ts'

/** Disagreement surely above this share makes the difficulty real. */
export const common = 0.05
/** Disagreement surely below this share makes it negligible. */
export const rare = 0.01

/**
 * The rule, on the share of elections where the rules do not agree, no majority winner included:
 * above 5 % in every society that is judged supports the claim, below 1 % in every one counts
 * against it, above 5 % in some and below 5 % in others is mixed.
 */
export function verdictOf(result: AggregationResult, settings: AggregationSettings): Verdict {
  const judged = judgedCells(result, settings)
  const measures = judged.flatMap(({ society }) => [
    `disagree${keyOf(society)}`,
    `noWinner${keyOf(society)}`,
  ])
  const complete = judged.every(({ tally }) => tally.draws >= settings.draws)
  if (judged.length < (settings.society === 'each' ? 4 : 1) || !complete) {
    return { label: 'inconclusive', measures, because: 'Not all elections have been drawn yet.' }
  }
  return { ...labelFor(judged), measures }
}

/** The cells the verdict looks at: of spatial societies, the one that is set. */
export function judgedCells(
  { societies }: AggregationResult,
  { society: chosen, dimensions }: AggregationSettings,
): readonly Cell[] {
  return societies.filter(({ society }) => {
    if (society.kind === 'spatial' && society.dimensions !== dimensions) return false
    return chosen === 'each' || chosen === society.kind
  })
}

function labelFor(judged: readonly Cell[]): Pick<Verdict, 'label' | 'because'> {
  const shares = judged.map(({ society, tally }) => ({
    name: nameOf(society),
    ...wilson(tally.draws - tally.agree, tally.draws),
  }))
  const above = shares.filter(({ low }) => low > common)
  const below = shares.filter(({ high }) => high < common)
  const names = (of: typeof shares) => of.map(({ name }) => name).join(', ')
  if (above.length === shares.length) {
    return {
      label: 'supports',
      because: `The rules fail to agree in surely more than 5 % of elections in every society judged (${names(above)}).`,
    }
  }
  if (shares.every(({ high }) => high < rare)) {
    return {
      label: 'against',
      because: `The rules fail to agree in surely less than 1 % of elections in every society judged (${names(shares)}).`,
    }
  }
  if (above.length > 0 && below.length > 0) {
    return {
      label: 'mixed',
      because: `The rules fail to agree in surely more than 5 % of elections in some societies (${names(above)}) and in less in others (${names(below)}).`,
    }
  }
  return {
    label: 'inconclusive',
    because: `How often the rules fail to agree is neither surely above 5 % nor surely below 1 % throughout (${names(shares)}).`,
  }
}
