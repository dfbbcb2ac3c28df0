import type { Cell as TableCell, Table } from '../contract.ts'
import { wilson } from '../lib/statistics.ts'
import type { AggregationResult, Cell } from './model.ts'
import { nameOf } from './names.ts'

const tallied = [
  'No majority winner',
  'Rules do not agree',
  'Borda chooses it',
  'Plurality chooses it',
  'Instant run-off chooses it',
]
const note =
  'Wilson’s intervals of 95 %. “Rules do not agree” counts elections without majority winner. The last three columns are shares of the elections that have a majority winner.'

/** The numbers of each figure, in the order of the figures. */
export function tablesOf(result: AggregationResult): readonly Table[] {
  return [
    {
      title: 'Kinds of society',
      columns: ['Society', 'Elections', ...tallied],
      rows: result.societies.map((cell) => [
        nameOf(cell.society),
        cell.tally.draws,
        ...talliedCells(cell),
      ]),
      note,
    },
    {
      title: 'By number of options',
      columns: ['Society', 'Options', ...tallied],
      rows: result.byOptions.map((cell) => [
        nameOf(cell.society),
        cell.options,
        ...talliedCells(cell),
      ]),
      note,
    },
    {
      title: 'By agreement',
      columns: ['Society', ...tallied],
      rows: result.byAgreement.map((cell) => [nameOf(cell.society), ...talliedCells(cell)]),
      note,
    },
    votersTable(result),
  ]
}

function talliedCells({ tally }: Cell): TableCell[] {
  const { draws, noWinner, agree, borda, plurality, runoff } = tally
  const won = draws - noWinner
  const chosen = [borda, plurality, runoff].map((count) => (won === 0 ? null : wilson(count, won)))
  return [wilson(noWinner, draws), wilson(draws - agree, draws), ...chosen]
}

function votersTable({ exact, byVoters }: AggregationResult): Table {
  const sizes = [...exact, ...byVoters].map(({ voters }) => voters)
  const rows = [...new Set(sizes)].sort((a, b) => a - b).map((voters): TableCell[] => {
    const counted = exact.find((cell) => cell.voters === voters)
    const drawn = byVoters.find((cell) => cell.voters === voters)?.tally
    return [
      voters,
      counted?.impartial ?? null,
      counted?.anonymous ?? null,
      counted?.withoutCycle ?? null,
      drawn === undefined ? null : wilson(drawn.noWinner, drawn.draws),
    ]
  })
  return {
    title: 'Three options by number of voters',
    columns: [
      'Voters',
      'No majority winner: impartial, exact',
      'Anonymous, exact',
      'Elections with one',
      'Impartial, drawn',
    ],
    rows,
    note: '“Elections with one” counts all ways to give a ranking to each named voter such that an option beats the other two.',
  }
}
