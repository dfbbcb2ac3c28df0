import type { Cell, Table } from '../contract.ts'
import { shareAt, shownRatios } from './charts.ts'
import { crossoverRatio } from './crossover.ts'
import { publishedCrossover } from './formulas.ts'
import { medianOf } from './growth.ts'
import { gapsOf } from './measures.ts'
import type { CheckingResult, Crossover } from './model.ts'
import type { CheckingSettings } from './settings.ts'

/** The data of the charts, in their order, and the crossovers beside the published ones. */
export function tablesOf(result: CheckingResult, settings: CheckingSettings): readonly Table[] {
  return [
    growthTable(result, settings),
    mapTable(result),
    shareTable(result.crossovers),
    crossoverTable(result.crossovers),
  ]
}

function growthTable({ growth }: CheckingResult, { ratio }: CheckingSettings): Table {
  return {
    title: `Work at ${ratio} clauses per variable`,
    columns: [
      'Variables',
      'Clauses',
      'Satisfiable',
      'Not',
      'Given up',
      'Reads to check',
      'Finding over checking',
      'Refuting over checking',
      'Nodes to find',
      'Nodes to refute',
    ],
    rows: growth.map(({ variables, clauses, found, refuted, givenUp }) => [
      variables,
      clauses,
      found.reads.length,
      refuted.reads.length,
      givenUp,
      median(found.checked),
      median(gapsOf(found)),
      median(gapsOf(refuted)),
      median(found.nodes),
      median(refuted.nodes),
    ]),
    note: 'Medians with 95 % intervals. Work is how often a literal in a clause is read.',
  }
}

function mapTable({ map }: CheckingResult): Table {
  return {
    title: 'Where finding grows away from checking',
    columns: [
      'Clauses per variable',
      'Variables',
      'Satisfiable',
      'Not',
      'Given up',
      'Finding over checking',
    ],
    rows: map.map(({ ratio, variables, gaps, unsatisfiable, givenUp }) => [
      ratio,
      variables,
      gaps.length,
      unsatisfiable,
      givenUp,
      median(gaps),
    ]),
    note: 'Medians with 95 % intervals.',
  }
}

function shareTable(crossovers: readonly Crossover[]): Table {
  return {
    title: 'Share of formulas that can be satisfied',
    columns: [
      'Clauses per variable',
      ...crossovers.map(({ variables }) => `${variables} variables`),
    ],
    rows: shownRatios.map((ratio) => [
      ratio,
      ...crossovers.map(({ variables, breaking }): Cell =>
        breaking.length === 0 ? null : { ...shareAt(ratio, variables, breaking) },
      ),
    ]),
    note: 'Wilson’s 95 % intervals. Ratios share their sequences.',
  }
}

function crossoverTable(crossovers: readonly Crossover[]): Table {
  return {
    title: 'Where half can be satisfied',
    columns: [
      'Variables',
      'Sequences',
      'Measured, clauses per variable',
      'Crawford and Auton’s fit',
    ],
    rows: crossovers.map(({ variables, breaking, interval }) => [
      variables,
      breaking.length,
      breaking.length === 0 ? null : { value: crossoverRatio(breaking, variables), ...interval },
      publishedCrossover(variables),
    ]),
    note: 'Bootstrap intervals of 95 % over sequences.',
  }
}

function median(values: readonly number[]): Cell {
  return medianOf(values) ?? null
}
