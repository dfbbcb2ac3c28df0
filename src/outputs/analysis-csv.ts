import type { FormulaName } from '../analysis/strength/formulas.ts'
import type { AnalysisReport, PositionsReport, TopicReport } from './analysis-report.ts'
import { labelPhrases } from './analysis-words.ts'

type Cell = string | number | boolean | undefined

/**
 * One table as CSV (RFC 4180): the cruxes where they are all that was found, else a row a node with
 * its label, its strengths and where it is accepted. What a spreadsheet would take for a formula
 * begins with `'`; what has no number is empty.
 */
export function toAnalysisCsv(report: AnalysisReport): string {
  const { topics, labels, strengths, positions } = report
  const isCruxes = topics !== undefined && (labels ?? strengths ?? positions) === undefined
  const rows = isCruxes ? cruxRows(report, topics) : nodeRows(report)
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')
}

function nodeRows({ nodes, labels, strengths, positions, formula }: AnalysisReport): Cell[][] {
  const columns: [string, (node: number) => Cell][] = [
    ['id', (node) => nodes[node]?.id],
    ['title', (node) => nodes[node]?.title],
  ]
  if (labels !== undefined) {
    columns.push(['label', (node) => labelPhrases[labels.nodes[node] ?? 'absent']])
  }
  if (positions !== undefined) {
    columns.push([`accepted, ${positions.semantics}`, (node) => acceptedIn(positions, node)])
  }
  if (strengths !== undefined) {
    const { base, byFormula, band } = strengths
    columns.push(['base', (node) => base[node]])
    columns.push(['strength', (node) => byFormula.get(formula)?.[node]])
    if (band !== undefined) {
      columns.push(['lowest', (node) => band.lowest[node]])
      columns.push(['highest', (node) => band.highest[node]])
      columns.push(['depends on the formula', (node) => band.dependsOnFormula[node] === 1])
    }
    const each = (name: FormulaName) => (node: number) => byFormula.get(name)?.[node]
    for (const name of byFormula.keys()) columns.push([name, each(name)])
  }
  return [
    columns.map(([name]) => name),
    ...nodes.map((_, node) => columns.map(([, cell]) => cell(node))),
  ]
}

function acceptedIn({ acceptance }: PositionsReport, node: number): Cell {
  return acceptance[node]
}

const cruxColumns = [
  'topic',
  'node',
  'title',
  'swing',
  'lowest',
  'highest',
  'monotone',
  'flip',
  'gradient',
  'removal',
  'shapley',
  'shapley standard error',
]

function cruxRows({ nodes }: AnalysisReport, topics: readonly TopicReport[]): readonly Cell[][] {
  const rows = topics.flatMap(({ topic, cruxes, shapley }) =>
    cruxes.map(({ node, swing, lowest, highest, monotone, flip, gradient, removal }): Cell[] => [
      nodes[topic]?.id,
      nodes[node]?.id,
      nodes[node]?.title,
      swing,
      lowest,
      highest,
      monotone,
      flip,
      gradient,
      removal,
      shapley?.value[node],
      shapley?.error[node],
    ]),
  )
  return [cruxColumns, ...rows]
}

function toCell(cell: Cell): string {
  if (cell === undefined || Number.isNaN(cell)) return ''
  if (typeof cell === 'number') return String(Number(cell.toPrecision(10)))
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
