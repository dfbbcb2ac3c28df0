import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import { supportGroups, type SupportEdge } from '../../graph/premises.ts'
import { carried, type Stop, type StrengthOf } from './route.ts'

/**
 * The reasons for a statement, each as the supports it is made of, the strongest first. Premises
 * that count only together are as strong as the weakest of them.
 */
export function reasonsFor(
  graph: ArgumentGraph,
  id: NodeId,
  strengthOf: StrengthOf,
): readonly (readonly SupportEdge[])[] {
  const strength = (edge: SupportEdge): number => carried(edge, strengthOf)
  return supportGroups(graph, id)
    .map((group) => [...group].sort((a, b) => strength(b) - strength(a)))
    .map((group) => ({ group, weakest: Math.min(...group.map(strength)) }))
    .sort((a, b) => b.weakest - a.weakest)
    .map(({ group }) => group)
}

/**
 * Stops for some supports and all that supports those, depth first: each is followed by what it
 * rests on. What is in `told` is passed over, and what becomes a stop is added to it.
 */
export function supportBelow(
  graph: ArgumentGraph,
  supports: readonly SupportEdge[],
  told: Set<NodeId>,
  strengthOf: StrengthOf,
): readonly Stop[] {
  const stops: Stop[] = []
  const open = supports.toReversed()
  for (let edge = open.pop(); edge !== undefined; edge = open.pop()) {
    if (told.has(edge.from)) continue
    told.add(edge.from)
    stops.push({ node: edge.from, join: { edge, other: edge.to, isUp: true } })
    open.push(...reasonsFor(graph, edge.from, strengthOf).flat().reverse())
  }
  return stops
}
