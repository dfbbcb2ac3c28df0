import type { Cell, Chart, ChartPoint, Table } from '../contract.ts'
import type { Estimate } from '../lib/statistics.ts'
import type { Arm, JudgeOrDoerResult } from './model.ts'
import { actors, advantage, lead, type Over, rankers, tests } from './names.ts'
import type { JudgeOrDoerSettings } from './settings.ts'
import { bitsOfDemonstration, equalDemonstrations } from './trial.ts'

/** What one learner achieves from so many examples. */
export interface ActingRow {
  readonly learner: string
  readonly examples: number
  readonly bits: number
  readonly acts: Estimate
  readonly longer: Estimate
}

/** What each learner achieves with each number of examples, with the coupling that is set. */
export function actingRows(
  { arms }: JudgeOrDoerResult,
  { length }: JudgeOrDoerSettings,
  over: Over,
): readonly ActingRow[] {
  const row = ([who, learner]: (typeof actors)[number], arm: number): ActingRow => {
    const given = (arms[arm] as Arm).examples
    const examples = who === 'equalBits' ? equalDemonstrations(given, length) : given
    return {
      learner,
      examples,
      bits: examples * (learner.includes('demo') ? bitsOfDemonstration(length) : 1),
      acts: over(({ acts }) => acts[who], arm),
      longer: over(({ actsLonger }) => actsLonger[who], arm),
    }
  }
  // The first three arms fall in examples.
  return actors.flatMap((actor) => [2, 1, 0].map((arm) => row(actor, arm)))
}

const point = (x: number | string, { value, halfWidth }: Estimate): ChartPoint => ({
  x,
  y: value,
  low: value - halfWidth,
  high: value + halfWidth,
})

const acting = 'What the same bits achieve'
const bits = 'bits of supervision, at most'

/** What learners achieve against the bits that they were taught. */
export function actingChart(rows: readonly ActingRow[]): Chart {
  return {
    title: acting,
    x: { label: bits, log: true },
    y: { label: 'share of the achievable' },
    series: actors.map(([, name]) => ({
      name,
      kind: 'line',
      points: rows
        .filter(({ learner }) => learner === name)
        .map((row) => point(row.bits, row.acts)),
    })),
    references: [
      { axis: 'y', at: 1, label: 'best' },
      { axis: 'y', at: 0, label: 'random' },
    ],
  }
}

/** The same as a table, with longer strings. */
export function actingTable(rows: readonly ActingRow[]): Table {
  return {
    title: acting,
    columns: ['learner', 'examples', bits, 'as trained', '4× longer'],
    rows: rows.map((row) => Object.values(row) as Cell[]),
  }
}

const ranking = 'How well each ranks two strings'

/** How rightly learners rank, test by test, from all examples. */
export function rankingChart(over: Over): Chart {
  return {
    title: ranking,
    x: { label: 'test' },
    y: { label: 'ranked rightly' },
    series: rankers.map(([who, name]) => ({
      name,
      kind: 'points',
      points: tests.map(([test, , words]) => point(words, over((trial) => trial[who][test]))),
    })),
    references: [{ axis: 'y', at: 0.5, label: 'chance' }],
  }
}

/** The same as a table. */
export function rankingTable(over: Over): Table {
  return {
    title: ranking,
    columns: ['learner', ...tests.map(([, , words]) => words)],
    rows: rankers.map(([who, name]) => [
      name,
      ...tests.map(([test]) => over((trial) => trial[who][test])),
    ]),
  }
}

/** The judge's lead and advantage in every arm. */
export function leadTable({ arms }: JudgeOrDoerResult, over: Over): Table {
  return {
    title: 'Judge less doer',
    columns: [
      'coupling',
      'preferences',
      ...tests.map(([, , words]) => `ranking, ${words}`),
      'acting, equal bits',
      'acting, equal number',
    ],
    rows: arms.map(({ coupling, examples }, arm) => [
      coupling,
      examples,
      ...tests.map(([test]) => over(lead(test), arm)),
      over(advantage('equalBits'), arm),
      over(advantage('demonstrations'), arm),
    ]),
  }
}
