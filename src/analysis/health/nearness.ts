import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { byText } from '../../graph/by-text.ts'
import { nodesBelow, walk } from '../../graph/traverse.ts'

/** In how many steps a node leads to the thesis of a map; infinite where it does not. */
export type Nearness = (id: NodeId) => number

/** Measures all nodes once; takes time linear in nodes and edges. */
export function nearnessIn({ graph, maps }: Pick<KnowledgeBase, 'graph' | 'maps'>): Nearness {
  const theses = [...maps.values()]
    .map(({ thesis }) => thesis as NodeId)
    .filter((id) => graph.nodes.has(id))
  const distances = new Map(walk(theses, (id) => nodesBelow(graph, id)))
  return (id) => distances.get(id) ?? Infinity
}

/** Ids, those nearest to a thesis first, then by text. */
export function nearestFirst(nearness: Nearness, ids: Iterable<NodeId>): readonly NodeId[] {
  return [...ids].sort((a, b) => compareNearness(nearness(a), nearness(b)) || byText(a, b))
}

/** Compares two distances of which either may be infinite. */
export function compareNearness(a: number, b: number): number {
  return a === b ? 0 : a - b
}
