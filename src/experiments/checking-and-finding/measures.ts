import type { Measure } from '../contract.ts'
import { measure } from '../lib/statistics.ts'
import { crossoverRatio } from './crossover.ts'
import { bendOf, type Group, log2, medianOf, ratioOf, slopeOf } from './growth.ts'
import type { CheckingResult, Crossover, MapCell, Work } from './model.ts'
import type { CheckingSettings } from './settings.ts'

export type Measures = Readonly<Record<string, Measure>>

/** Reads of each search over those of the check. */
export function gapsOf({ reads, checked }: Work): readonly number[] {
  return reads.map((read, i) => read / (checked[i] as number))
}

/** log2 of the gap by size. */
export function gapGroups(
  cells: readonly { readonly variables: number; readonly gaps: readonly number[] }[],
): readonly Group[] {
  return cells.map(({ variables, gaps }) => ({ x: variables, values: gaps.map(log2) }))
}

/** The cells at the ratio to compare with, by size. */
export function comparedCells(
  { map }: CheckingResult,
  { compare }: CheckingSettings,
): readonly MapCell[] {
  return map.filter(({ ratio }) => ratio === Number(compare))
}

/** All that a run measures, as far as it has got. */
export function measuresOf(result: CheckingResult, settings: CheckingSettings): Measures {
  return {
    ...slopes(result, settings),
    ...atLargest(result, settings),
    ...crossovers(result.crossovers),
    ...givenUp(result),
  }
}

function slopes(result: CheckingResult, settings: CheckingSettings): Measures {
  const { growth } = result
  const finding = growth.map(({ variables, found }) => ({ variables, gaps: gapsOf(found) }))
  const refuting = growth.map(({ variables, refuted }) => ({ variables, gaps: gapsOf(refuted) }))
  const compared = gapGroups(comparedCells(result, settings))
  const of = 'Doublings per variable of'
  const at = `at ${settings.ratio} clauses per variable`
  return {
    ...optional('findSlope', `${of} finding over checking, ${at}`, slopeOf(gapGroups(finding))),
    ...optional(
      'comparedSlope',
      `${of} finding over checking, at ${settings.compare} clauses per variable`,
      slopeOf(compared),
    ),
    ...optional('refuteSlope', `${of} refuting over checking, ${at}`, slopeOf(gapGroups(refuting))),
    ...optional(
      'findBend',
      `${of} finding over checking, more in the upper half of the sizes`,
      bendOf(gapGroups(finding)),
    ),
  }
}

function atLargest(result: CheckingResult, settings: CheckingSettings): Measures {
  const { largest, ratio, compare } = settings
  const cell = result.growth.at(-1)
  const compared = comparedCells(result, settings).find(({ variables }) => variables === largest)
  if (cell === undefined || compared === undefined) return {}
  const where = `${largest} variables, ${ratio} clauses per variable`
  const { found, refuted } = cell
  return {
    ...optional('findGap', `Finding over checking: ${where}`, medianOf(gapsOf(found))),
    ...optional('refuteGap', `Refuting over checking: ${where}`, medianOf(gapsOf(refuted))),
    ...optional(
      'comparedGap',
      `Finding over checking: ${largest} variables, ${compare} clauses per variable`,
      medianOf(compared.gaps),
    ),
    ...optional(
      'refuteOverFind',
      `Refuting over finding: ${where}`,
      ratioOf(refuted.reads, found.reads),
    ),
  }
}

function crossovers(all: readonly Crossover[]): Measures {
  return Object.assign(
    {},
    ...all.map(({ variables, breaking, interval }) => {
      if (breaking.length === 0) return {}
      const value = crossoverRatio(breaking, variables)
      const label = `Half can be satisfied: ${variables} variables`
      const unit = 'clauses per variable'
      return { [`crossover${variables}`]: { label, value, ...interval, unit } satisfies Measure }
    }),
  )
}

function givenUp({ growth }: CheckingResult): Measures {
  const gone = growth.reduce((sum, cell) => sum + cell.givenUp, 0)
  const all = growth.reduce(
    (sum, { found, refuted }) => sum + found.reads.length + refuted.reads.length,
    gone,
  )
  if (all === 0) return {}
  return { givenUpShare: measure('Share of the tested searches that were given up', gone / all) }
}

function optional(
  name: string,
  label: string,
  of: Parameters<typeof measure>[1] | undefined,
): Measures {
  return of === undefined ? {} : { [name]: measure(label, of) }
}
