import type { FormulaName } from '../analysis/strength/formulas.ts'
import type { AnalysisReport, PositionsReport, TopicReport } from './analysis-report.ts'
import { labelPhrases } from './analysis-words.ts'
import { toCsv, type Cell } from './csv.ts'

/**
 * One table as CSV: the cruxes where they are all that was found, else a row a node with its label,
 * its strengths and where it is accepted.
 */
export function toAnalysisCsv(report: AnalysisReport): string {
  const { topics, labels, strengths, positions } = report
  const isCruxes = topics !== undefined && (labels ?? strengths ?? positions) === undefined
  return toCsv(isCruxes ? cruxRows(report, topics) : nodeRows(report))
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
