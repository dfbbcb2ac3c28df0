import { formulas, basic } from '../analysis/strength/formulas.ts'
import { visible } from '../core/catalogue/entry.ts'
import { cruxLegend, cruxLines } from './analysis-crux-text.ts'
import { fixed } from './analysis-numbers.ts'
import { positionLines } from './analysis-position-text.ts'
import type {
  AnalysisReport,
  BandReport,
  CycleReport,
  StrengthsReport,
} from './analysis-report.ts'
import { cycleWords, labelPhrases } from './analysis-words.ts'
import { toColumns } from './text-columns.ts'
import { counted } from './text-report.ts'

/** Rows of nodes that are shown; JSON and CSV have all. */
const mostRows = 1000
/** Names of a cycle that are shown. */
const mostNames = 6

/**
 * What was found as text for a terminal: labels and strengths by node, what became of cycles, the
 * cruxes of each topic, positions. No character of content reaches the terminal as a control.
 */
export function toAnalysisText(report: AnalysisReport): string {
  const { of, view, nodes, labels, strengths, topics = [], positions } = report
  const size = counted(nodes.length, 'node')
  const title = `${visible(of)}, ${size}`
  const by = [...formulas, basic].find(({ name }) => name === report.formula)?.title ?? ''
  const isScored = strengths !== undefined || topics.length > 0
  const parts = [
    [isScored ? `${title}; strengths by ${by}` : title],
    view === undefined ? [] : [`In the view ${visible(view)}`],
    labels === undefined ? [] : labelLines(report),
    nodes.length === 0 ? ['There is no node to say anything about.'] : [],
    labels === undefined && strengths === undefined ? [] : nodeLines(report),
    strengths === undefined ? [] : cycleLines(report, strengths.cycles),
    ...topics.map((topic) => cruxLines(topic, nodes)),
    positions === undefined ? [] : positionLines(positions, nodes),
    topics.some(({ cruxes }) => cruxes.length > 0) ? cruxLegend : [],
    isScored ? [caution] : [],
  ]
  const blocks = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${blocks.join('\n\n')}\n`
}

const caution =
  'A strength follows from base scores, relevance and a formula.\n' +
  'It does not say how likely anything is, and a supporter at 0.5 still supports.'

function labelLines({ labels }: AnalysisReport): readonly string[] {
  if (labels === undefined) return []
  const counts = (['in', 'out', 'undecided', 'absent'] as const).flatMap((label) => {
    const count = labels.nodes.filter((each) => (each ?? 'absent') === label).length
    return count === 0 ? [] : [`${count} ${labelPhrases[label]}`]
  })
  const steps = labels.steps.map(({ id, label }) => `  ${labelPhrases[label]}: ${visible(id)}`)
  const head = counts.length === 0 ? [] : [`Labels: ${counts.join(', ')}`]
  if (steps.length === 0) return head
  return [...head, `Steps with an objection: ${steps.length}`, ...cut(steps)]
}

function nodeLines(report: AnalysisReport): readonly string[] {
  const { nodes, labels, strengths, formula } = report
  if (nodes.length === 0) return []
  const main = strengths?.byFormula.get(formula)
  const band = strengths?.band
  const columns: [head: string, cell: (node: number) => string][] = []
  if (main !== undefined) columns.push([' strength', (node) => fixed(main[node])])
  if (strengths !== undefined && band !== undefined) {
    const { dependsOnFormula } = band
    columns.push(['four formulas', (node) => bandWords(strengths, band, node)])
    if (nodes.some((_, node) => dependsOnFormula[node] === 1)) {
      const words = 'depends on the formula'
      columns.push(['', (node) => (dependsOnFormula[node] === 1 ? words : '')])
    }
  }
  if (strengths !== undefined) columns.push([' base', (node) => fixed(strengths.base[node])])
  if (labels !== undefined) {
    columns.push(['label', (node) => labelPhrases[labels.nodes[node] ?? 'absent']])
  }
  columns.push(['node', (node) => nodes[node]?.id ?? ''])
  const rows = nodes.slice(0, mostRows).map((_, node) => columns.map(([, cell]) => cell(node)))
  const lines = toColumns(columns.map(([head]) => head), rows)
  const more = nodes.length - rows.length
  return more === 0 ? lines : [...lines, `  and ${more} more, which --format csv has`]
}

function bandWords({ byFormula }: StrengthsReport, band: BandReport, node: number): string {
  const without = [...byFormula.values()].filter((of) => Number.isNaN(of[node])).length
  if (without === byFormula.size) return 'none'
  const bounds = `${fixed(band.lowest[node])} to ${fixed(band.highest[node])}`
  return without === 0 ? bounds : `${bounds}, by ${without} none`
}

function cycleLines(
  { formula }: AnalysisReport,
  cycles: readonly CycleReport[],
): readonly string[] {
  const lines = cycles.flatMap((cycle) => {
    if (cycle.formula !== formula) return []
    const { nodes } = cycle
    const names = nodes.slice(0, mostNames).map(visible).join(', ')
    const rest = nodes.length > mostNames ? ', …' : ''
    return [`  ${counted(nodes.length, 'node')} (${names}${rest}): ${cycleWords(cycle)}`]
  })
  return lines.length === 0 ? [] : ['Cycles', ...cut(lines)]
}

function cut(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostRows
  return more <= 0 ? lines : [...lines.slice(0, mostRows), `  and ${more} more`]
}
