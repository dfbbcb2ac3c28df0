import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import { problem, type Problem } from '../core/problem.ts'
import type { Edge } from '../core/relation.ts'

export type SupportEdge = Edge & { readonly kind: 'supports' }

/**
 * The supports of a node, each group one reason: premises that are linked under one name together,
 * every other support by itself. Groups are in order of their first edge.
 */
export function supportGroups(
  graph: ArgumentGraph,
  id: NodeId,
): readonly (readonly SupportEdge[])[] {
  const groups: SupportEdge[][] = []
  const byName = new Map<string, SupportEdge[]>()
  for (const edge of graph.incoming.get(id) ?? []) {
    if (edge.kind !== 'supports') continue
    const group = edge.linked === undefined ? undefined : byName.get(edge.linked)
    if (group !== undefined) {
      group.push(edge)
      continue
    }
    const started = [edge]
    groups.push(started)
    if (edge.linked !== undefined) byName.set(edge.linked, started)
  }
  return groups
}

/** Linked premises that are the only one of their name. */
export function findLonelyPremises(graph: ArgumentGraph): readonly Problem[] {
  const problems: Problem[] = []
  for (const id of graph.nodes.keys()) {
    for (const [edge, ...others] of supportGroups(graph, id)) {
      if (edge?.linked === undefined || others.length > 0) continue
      const details = { name: edge.linked, target: edge.to }
      problems.push(problem('lonely-premise', edge.place, details))
    }
  }
  return problems
}
