import type { Measure, Table } from '../../experiments/contract.ts'
import { cellText, formatMeasure } from '../../experiments/lib/format.ts'

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
