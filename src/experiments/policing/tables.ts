import type { Cell, Table } from '../contract.ts'
import { wilson } from '../lib/statistics.ts'
import { levelName, powerOfTen } from './charts.ts'
import { historyStep, type PolicingResult } from './model.ts'
import type { PolicingSettings } from './settings.ts'

/** The numbers of each figure, in the order of the figures. */
export function tablesOf(result: PolicingResult, settings: PolicingSettings): readonly Table[] {
  return [
    {
      title: 'Generations to a misaligned majority',
      columns: ['Policing', 'Agents', 'Expected', 'log10 of it', 'Simulated'],
      rows: result.times.map((cell) => [
        levelName(cell.policing),
        cell.agents,
        cell.log10Generations < 300 ? powerOfTen(cell.log10Generations) : null,
        cell.log10Generations,
        cell.simulated,
      ]),
      note: `Times of more than 50,000 expected births are not simulated. Intervals of 95 % over ${Math.ceil(settings.runs / 20)} histories.`,
    },
    {
      title: 'Chance that one misaligned agent takes over',
      columns: ['Policing', 'Exact', 'Simulated'],
      rows: result.takeovers.map((cell) => [
        cell.policing,
        powerOfTen(cell.log10Chance),
        cell.takeovers === null ? null : wilson(cell.takeovers, settings.runs),
      ]),
      note: `Copies are faithful here. Wilson’s intervals of 95 % over ${settings.runs} agents; a share of 0 has no mark in the figure.`,
    },
    {
      title: 'Share of misaligned agents in the long run',
      columns: ['Policing', 'Mistakes in copying', 'Share'],
      rows: result.longRun.map((cell) => [levelName(cell.policing), cell.mutation, cell.share]),
      note: 'Exact. Where copying is nearly faithful a single history can stay far from this for very long.',
    },
    historyTable(result),
  ]
}

function historyTable({ histories }: PolicingResult): Table {
  const longest = Math.max(0, ...histories.map(({ shares }) => shares.length))
  return {
    title: 'One history of each',
    columns: ['Generations', ...histories.map(({ policing }) => levelName(policing))],
    rows: Array.from({ length: longest }, (_, i): Cell[] => [
      i * historyStep,
      ...histories.map(({ shares }) => shares[i] ?? null),
    ]),
  }
}
