import { canonical } from './canonical.ts'
import type { Cell, Experiment, Report, Settings, Table } from './contract.ts'
import type { Finished } from './run.ts'

/** All there is of one run, for a file. */
export interface RunFile {
  readonly experiment: string
  readonly version: number
  readonly settings: Settings
  readonly seed: number
  readonly digest: string
  readonly sentence: string
  readonly verdict: Report['verdict']
  readonly measures: Report['measures']
  readonly tables: readonly Table[]
  readonly result: object
}

/** A finished run with its report, as readers download it and the command prints it. */
export function toRunFile(
  { id, version }: Pick<Experiment, 'id' | 'version'>,
  settings: Settings,
  seed: number,
  { digest, result }: Finished,
  { sentence, verdict, measures, tables }: Report,
): RunFile {
  const said = { sentence, verdict, measures, tables }
  return { experiment: id, version, settings, seed, digest, ...said, result }
}

/** Canonical JSON of a run, indented, with a line end. */
export function toRunJson(run: RunFile): string {
  return `${JSON.stringify(canonical(run), null, 2)}\n`
}

/**
 * A run's measures and tables as CSV (RFC 4180), a block each with its title on a line of its own.
 * A number with an interval takes three columns.
 */
export function toRunCsv({ measures, tables }: Pick<RunFile, 'measures' | 'tables'>): string {
  const rows = Object.entries(measures).map(([name, of]) => [name, of.label, of, of.unit ?? null])
  const all: Table = { title: 'Measures', columns: ['name', 'measure', 'value', 'unit'], rows }
  return [all, ...tables].map(toBlock).join('\r\n')
}

function toBlock({ title, columns, rows }: Table): string {
  const wide = columns.map((_, i) => rows.some((row) => isInterval(row[i] ?? null)))
  const head = columns.flatMap((name, i) => (wide[i] ? [name, `${name} low`, `${name} high`] : [name]))
  const body = rows.map((row) =>
    columns.flatMap((_, i) => {
      const values = numbersOf(row[i] ?? null)
      return wide[i] ? values : values.slice(0, 1)
    }),
  )
  return [[title], head, ...body].map((row) => `${row.map(toField).join(',')}\r\n`).join('')
}

function isInterval(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null && (cell.halfWidth ?? cell.low) !== undefined
}

function numbersOf(cell: Cell): readonly (string | number | null)[] {
  if (typeof cell !== 'object' || cell === null) return [cell, null, null]
  const { value, halfWidth } = cell
  const low = cell.low ?? (halfWidth === undefined ? null : value - halfWidth)
  const high = cell.high ?? (halfWidth === undefined ? null : value + halfWidth)
  return [value, low, high]
}

function toField(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? String(Number(value.toPrecision(10))) : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
