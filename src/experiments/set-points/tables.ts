import type { Table } from '../contract.ts'
import { formatNumber } from '../lib/format.ts'
import { tailWords } from './measures.ts'
import type { AllocationCell, SetPointResult } from './model.ts'
import type { SetPointSettings } from './settings.ts'

const title = 'Incomplete measure'
const outcomes = ['Maximiser', 'Set-point agent', 'Difference', 'Maximiser as good in']

/** The data of the charts, and what they leave out. */
export function tablesOf(result: SetPointResult, settings: SetPointSettings): readonly Table[] {
  const tables = [powerTable(result), aimTable(result, settings)]
  return result.choices.length === 0 ? tables : [...tables, choiceTable(result)]
}

function powerTable({ allocation }: SetPointResult): Table {
  const cells = [...allocation.asSet, ...allocation.otherWeight, ...allocation.otherNoise]
  return {
    title: `${title}: true utility by power`,
    columns: ['Weight of the measured', 'Error of the set-point', 'Power', ...outcomes],
    rows: cells.map((cell) => [cell.weight, cell.noise, cell.power, ...outcomesOf(cell)]),
    note:
      `The start has utility ${formatNumber(allocation.start)} with the weight as set; without ` +
      'error of the set-point the numbers are exact.',
  }
}

function aimTable({ allocation }: SetPointResult, { power }: SetPointSettings): Table {
  const cells = [...allocation.bySetPoint, ...allocation.byNoise]
  return {
    title: `${title}: true utility by set-point and its error, power ${formatNumber(power)}`,
    columns: ['Set-point', 'Error of the set-point', ...outcomes],
    rows: cells.map((cell) => [cell.setPointAt, cell.noise, ...outcomesOf(cell)]),
    note: 'The last column is a share of draws.',
  }
}

function outcomesOf({ maximiser, setPoint, difference, maximiserAsGood }: AllocationCell) {
  return [maximiser, setPoint, difference, maximiserAsGood]
}

function choiceTable({ choices, sets }: SetPointResult): Table {
  return {
    title: `Noisy measure: true value of what is chosen, ${formatNumber(sets)} sets of options`,
    columns: [
      'Error of the measure',
      'Options',
      'Maximiser',
      'Set-point agent',
      'Quantiliser',
      'Set-point less maximiser',
      'Quantiliser less maximiser',
    ],
    rows: choices.map((cell) => [
      tailWords[cell.tail],
      cell.options,
      cell.maximiser,
      cell.setPoint,
      cell.quantiliser,
      cell.difference,
      cell.quantiliserDifference,
    ]),
    note: 'Values are standard normal. Differences are taken set by set. Intervals are 95 %.',
  }
}
