import type { Cell, Measure, Table } from '../../experiments/contract.ts'
import { formatMeasure, formatNumber } from '../../experiments/lib/format.ts'

/** A cell as it is read; nothing is a dash. */
export function cellText(cell: Cell): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' ? formatNumber(cell) : formatMeasure(cell)
}

/** A measure as it is read, with its unit. */
export function measureText(measure: Measure): string {
  const text = formatMeasure(measure)
  return measure.unit === undefined ? text : `${text} ${measure.unit}`
}

/** The rows of a table as they are read. */
export function tableRows({ rows }: Table): readonly (readonly string[])[] {
  return rows.map((row) => row.map(cellText))
}

/** Whether a column has numbers alone, or nothing. */
export function isNumeric({ rows }: Table, column: number): boolean {
  const cells = rows.map((row) => row[column] ?? null)
  return cells.some((cell) => cell !== null) && cells.every((cell) => typeof cell !== 'string')
}
