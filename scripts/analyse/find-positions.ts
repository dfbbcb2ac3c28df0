import type { CompactGraph } from '../../src/analysis/compact.ts'
import { acceptanceIn } from '../../src/analysis/labels/acceptance.ts'
import { frameOf } from '../../src/analysis/labels/frame-of.ts'
import { accepted } from '../../src/analysis/labels/grounded.ts'
import { eachPosition, findPositions } from '../../src/analysis/labels/positions.ts'
import type { AppliedView } from '../../src/analysis/stance/apply-view.ts'
import type { Acceptance, PositionsReport } from '../../src/outputs/analysis-report.ts'

/** Labellings of one component that are kept while they are searched for. */
const mostKept = 10_000

/** In the order of the numbers in `acceptance.ts`. */
const answers: readonly Acceptance[] = ['not decided', 'all', 'some', 'none', 'no position']

/** What is asked about positions. */
export interface PositionsWish {
  readonly semantics: PositionsReport['semantics']
  readonly budget: number
  /** How many positions are listed. */
  readonly most: number
  /** A node by number. */
  readonly asked?: number
}

/** What can stand together in a graph, in a view where there is one. */
export function findPositionsReport(
  graph: CompactGraph,
  view: AppliedView | undefined,
  { semantics, budget, most, asked }: PositionsWish,
): PositionsReport {
  const frame = frameOf(graph, view && silent(graph, view))
  const positions = findPositions(frame, semantics, { steps: budget, most: mostKept })
  const { of } = acceptanceIn(positions, semantics)
  const isOn = (node: number) => view?.off[node] !== 1
  const nodes = graph.nodes.map((_, node) => node)
  const shown = eachPosition(positions)
    .take(most)
    .map((labels) => nodes.filter((node) => labels[node] === accepted && isOn(node)))
  return {
    semantics,
    budget,
    status: positions.status,
    count: positions.count,
    shown: [...shown],
    acceptance: nodes.map((node) => (isOn(node) ? answers[of[node] as number] : undefined)),
    ...(asked === undefined ? {} : { asked }),
  }
}

/** The edges that are no attacks in a view: those muted, and those of nodes that are off. */
function silent({ from }: CompactGraph, { muted, off }: AppliedView) {
  const isOff = (edge: number) => off[from[edge] as number] === 1
  return { has: (edge: number) => muted.has(edge) || isOff(edge) }
}
