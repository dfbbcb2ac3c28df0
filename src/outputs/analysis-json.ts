import type { Crux } from '../analysis/cruxes/cruxes.ts'
import type { Shapley } from '../analysis/cruxes/shapley.ts'
import type {
  AnalysisReport,
  CycleReport,
  PositionsReport,
  ReportedNode,
  StrengthsReport,
  TopicReport,
} from './analysis-report.ts'

/**
 * All that was found as JSON, version 1, with a line end. Numbers are as computed; what has none is
 * `null`, a flip that does not exist is left out, a count beyond 2^53 is a text.
 */
export function toAnalysisJson(report: AnalysisReport): string {
  const { of, view, formula, nodes, labels, strengths, topics, positions } = report
  const whole = {
    version: 1,
    of,
    view,
    formula,
    nodes: nodes.map(({ id, title }, node) => ({
      id,
      title,
      ...(labels === undefined ? {} : { label: labels.nodes[node] ?? 'absent' }),
      ...(strengths === undefined ? {} : strengthsOf(strengths, report, node)),
      accepted: positions?.acceptance[node],
    })),
    steps: labels?.steps,
    cycles: strengths?.cycles.map(cycleOf),
    topics: topics?.map((topic) => topicOf(topic, nodes)),
    positions: positions === undefined ? undefined : positionsOf(positions, nodes),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function strengthsOf(
  { base, byFormula, band }: StrengthsReport,
  { formula }: AnalysisReport,
  node: number,
) {
  return {
    base: base[node],
    strength: byFormula.get(formula)?.[node],
    band: band && {
      lowest: band.lowest[node],
      highest: band.highest[node],
      dependsOnFormula: band.dependsOnFormula[node] === 1,
    },
    byFormula: Object.fromEntries([...byFormula].map(([name, values]) => [name, values[node]])),
  }
}

function cycleOf({ formula, nodes, kind, certificate, equilibria }: CycleReport) {
  return { formula, nodes, kind, certificate, equilibria }
}

function topicOf(report: TopicReport, nodes: readonly ReportedNode[]) {
  const { topic, strength, base, cruxes, isTooLong, reaching, interactions, shapley } = report
  return {
    id: idOf(nodes, topic),
    strength,
    base,
    reaching,
    cruxes: cruxes.map((crux) => cruxOf(crux, nodes)),
    isTooLong,
    interactions: interactions.map(({ nodes: pair, a, b, both, beyond }) => ({
      nodes: pair.map((node) => idOf(nodes, node)),
      removal: [a, b],
      both,
      beyond,
    })),
    shapley: shapley === undefined ? undefined : shapleyOf(shapley, nodes),
  }
}

function cruxOf(crux: Crux, nodes: readonly ReportedNode[]) {
  const { node, swing, lowest, highest, monotone, hasGap, flip, gradient, removal, curve } = crux
  const points = [...curve.base].map((base, i) => [base, curve.strength[i]])
  const id = idOf(nodes, node)
  return { id, swing, lowest, highest, monotone, hasGap, flip, gradient, removal, curve: points }
}

function shapleyOf({ value, error, sum, pairs }: Shapley, nodes: readonly ReportedNode[]) {
  const values = nodes.flatMap(({ id }, node) => {
    const isSaid = value[node] !== 0 || error[node] !== 0
    return isSaid ? [{ id, value: value[node], standardError: error[node] }] : []
  })
  return { exact: pairs === 0, permutations: 2 * pairs, sum, values }
}

function positionsOf(positions: PositionsReport, nodes: readonly ReportedNode[]) {
  const { semantics, budget, status, count, shown, asked } = positions
  const isSafe = count <= Number.MAX_SAFE_INTEGER
  return {
    semantics,
    budget,
    status,
    count: isSafe ? Number(count) : String(count),
    accepted: shown.map((members) => members.map((node) => idOf(nodes, node))),
    asked: asked === undefined ? undefined : idOf(nodes, asked),
    answer: asked === undefined ? undefined : positions.acceptance[asked],
  }
}

function idOf(nodes: readonly ReportedNode[], node: number): string | undefined {
  return nodes[node]?.id
}
