import type { Chart, ChartPoint, Series } from '../contract.ts'
import { wilson } from '../lib/statistics.ts'
import { limitOfCycles } from './enumerate.ts'
import type { AggregationResult, Cell } from './model.ts'
import { nameOf } from './names.ts'
import type { AggregationSettings } from './settings.ts'
import { common, rare } from './verdict.ts'

const share = { label: 'Share of elections' }
const noWinner = 'no majority winner'
const disagree = 'rules do not agree'

/** All figures; the first compares the kinds of society. */
export function chartsOf(
  result: AggregationResult,
  settings: AggregationSettings,
): readonly Chart[] {
  return [
    {
      title: 'How often is there no clear collective choice?',
      x: { label: 'Kind of society' },
      y: share,
      series: bothSeries(result.societies, 'bars', ({ society }) => nameOf(society)),
      references: [
        { axis: 'y', at: common, label: '5 %' },
        { axis: 'y', at: rare, label: '1 %' },
      ],
    },
    optionsChart(result),
    {
      title: 'How much agreement makes the difficulty vanish?',
      x: { label: 'Agreement with the shared ranking' },
      y: share,
      series: bothSeries(result.byAgreement, 'line', ({ society }) =>
        society.kind === 'mallows' ? society.agreement : 0,
      ),
      references: [
        { axis: 'x', at: settings.agreement, label: 'as set' },
        { axis: 'y', at: common, label: '5 %' },
      ],
    },
    votersChart(result),
  ]
}

function bothSeries(
  cells: readonly Cell[],
  kind: Series['kind'],
  xOf: (cell: Cell) => number | string,
): Series[] {
  return [
    { name: noWinner, kind, points: cells.map((cell) => noWinnerPoint(cell, xOf(cell))) },
    { name: disagree, kind, points: cells.map((cell) => disagreePoint(cell, xOf(cell))) },
  ]
}

function pointOf(x: number | string, part: number, whole: number): ChartPoint {
  const { value, low, high } = wilson(part, whole)
  return { x, y: value, low, high }
}

function noWinnerPoint({ tally }: Cell, x: number | string): ChartPoint {
  return pointOf(x, tally.noWinner, tally.draws)
}

function disagreePoint({ tally }: Cell, x: number | string): ChartPoint {
  return pointOf(x, tally.draws - tally.agree, tally.draws)
}

function optionsChart({ byOptions }: AggregationResult): Chart {
  const societies = [...new Set(byOptions.map(({ society }) => nameOf(society)))]
  return {
    title: 'Do more options make it worse?',
    x: { label: 'Options' },
    y: { ...share, domain: [0, 1] },
    series: societies.flatMap((name) =>
      bothSeries(
        byOptions.filter(({ society }) => nameOf(society) === name),
        'line',
        ({ options }) => options,
      ).map((series) => ({ ...series, name: `${series.name}: ${name}` })),
    ),
  }
}

function votersChart({ exact, byVoters }: AggregationResult): Chart {
  return {
    title: 'Three options: every possible election counted',
    x: { label: 'Voters', log: true },
    y: { label: 'Share of elections without majority winner' },
    series: [
      {
        name: 'impartial, exact',
        kind: 'theory',
        points: exact.map(({ voters, impartial }) => ({ x: voters, y: impartial })),
      },
      {
        name: 'anonymous, exact',
        kind: 'theory',
        points: exact.map(({ voters, anonymous }) => ({ x: voters, y: anonymous })),
      },
      {
        name: 'impartial, drawn',
        kind: 'points',
        points: byVoters.map((cell) => noWinnerPoint(cell, cell.voters)),
      },
    ],
    references: [
      { axis: 'y', at: limitOfCycles(), label: 'impartial, ever more voters' },
      { axis: 'y', at: 1 / 16, label: 'anonymous, ever more voters' },
    ],
  }
}
