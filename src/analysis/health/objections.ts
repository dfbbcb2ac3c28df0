import type { EdgeId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { byText } from '../../graph/by-text.ts'
import { attacksOn, standingOf, type Labels } from '../labels/explain-label.ts'
import { compareNearness, type Nearness } from './nearness.ts'

/** A node that objects to something, and that nobody has answered. */
export interface OpenObjection {
  readonly id: NodeId
  /** What it objects to and nobody defends: nodes that it rebuts, steps that it undercuts. */
  readonly against: readonly (NodeId | EdgeId)[]
  /** Of these, what no other objection stands against or contests. */
  readonly alone: readonly (NodeId | EdgeId)[]
}

/**
 * Rebuttals and undercuts that stand and that nobody has answered: nothing objects to the node they
 * start from, nor to the step they take. Those that stand alone against something come first, then
 * those nearest to a thesis.
 */
export function openObjections(
  graph: ArgumentGraph,
  labels: Labels,
  nearness: Nearness,
): readonly OpenObjection[] {
  const attacks = [...graph.edges.values()].filter(isAttack)
  const counting = countingAgainst(attacks, labels)
  const isAnswered = ({ id, from }: Edge) =>
    attacksOn(graph, from).length + attacksOn(graph, id).length > 0
  const open = attacks.filter((edge) => standingOf(labels, edge) === 'in' && !isAnswered(edge))
  return [...Map.groupBy(open, ({ from }) => from)]
    .map(([id, edges]) => ({
      id,
      against: edges.map(({ to }) => to),
      alone: edges.map(({ to }) => to).filter((to) => counting.get(to) === 1),
    }))
    .sort(
      (a, b) =>
        Number(b.alone.length > 0) - Number(a.alone.length > 0) ||
        compareNearness(nearness(a.id), nearness(b.id)) ||
        byText(a.id, b.id),
    )
}

function isAttack({ kind }: Edge): boolean {
  return kind === 'rebuts' || kind === 'undercuts'
}

/** How many objections to each node or step stand or are contested. */
function countingAgainst(
  attacks: readonly Edge[],
  labels: Labels,
): ReadonlyMap<NodeId | EdgeId, number> {
  const counts = new Map<NodeId | EdgeId, number>()
  for (const edge of attacks) {
    if (standingOf(labels, edge) === 'out') continue
    counts.set(edge.to, (counts.get(edge.to) ?? 0) + 1)
  }
  return counts
}
