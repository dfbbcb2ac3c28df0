import type { Table } from '../../src/experiments/contract.ts'
import { cellText } from '../../src/experiments/lib/format.ts'
import type { RunFile } from '../../src/experiments/run-file.ts'

/** A run as text for a terminal: what came out, its measures and tables. */
export function toRunText(run: RunFile): string {
  const { experiment, version, seed, digest, sentence, verdict, measures, tables } = run
  const rows = Object.entries(measures).map(([name, of]) => [name, of, of.unit ?? '', of.label])
  const all: Table = { title: 'Measures', columns: ['name', 'value', '', ''], rows }
  const settings = Object.entries(run.settings).map(([name, value]) => `${name}=${String(value)}`)
  return [
    `${experiment}, version ${String(version)}, seed ${String(seed)}`,
    settings.join(' '),
    '',
    sentence,
    `Verdict: ${verdict.label}. ${verdict.because}`,
    ...[all, ...tables].flatMap((table) => ['', ...toLines(table)]),
    '',
    `Digest ${digest}`,
    '',
  ].join('\n')
}

function toLines({ title, columns, rows, note }: Table): string[] {
  const cells = [columns, ...rows.map((row) => row.map(cellText))]
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)))
  const lines = cells.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`)
  return [title, ...lines.map((line) => line.trimEnd()), ...(note === undefined ? [] : [`  ${note}`])]
}
