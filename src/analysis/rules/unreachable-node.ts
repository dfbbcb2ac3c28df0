import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { problem } from '../../core/problem.ts'
import type { Relation } from '../../core/relation.ts'
import { edgeIdOf } from '../../graph/steps.ts'
import { nodesAbove, nodesBelow, walk } from '../../graph/traverse.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

/** A node from which no relations lead to the thesis of its map or to the rival. */
export const unreachableNode: Rule = function* (kb) {
  const reached = reachableNodes(kb)
  for (const node of activeNodes(kb)) {
    const map = kb.maps.get(node.map)
    if (map === undefined || node.kind === 'question' || reached.has(node.id)) continue
    const thesis = kb.graph.nodes.get(map.thesis as NodeId)
    // A map without its thesis is reported itself.
    if (thesis === undefined || thesis.withdrawn !== undefined) continue
    const details = { id: node.id, thesis: map.thesis }
    yield problem('unreachable-node', placeOf(node, 'statement'), details)
  }
}

// What the thesis and the rival bear on is part of the argument, and whoever answers a question, or
// has a relation that leads to a broken file or was reported itself, is not out of the way.
function reachableNodes(kb: KnowledgeBase): ReadonlySet<NodeId> {
  const { edges, nodes } = kb.graph
  const heads = [...kb.maps.values()].flatMap(({ thesis, rival }) => [thesis, rival] as NodeId[])
  const starts = reach(
    heads.filter((id) => nodes.has(id)),
    (id) => nodesAbove(kb.graph, id),
  )
  for (const node of nodes.values()) {
    const leadsNowhere = (relation: Relation) => !edges.has(edgeIdOf(node.id, relation))
    if (node.kind === 'question' || node.relations.some(leadsNowhere)) starts.add(node.id)
  }
  return reach(starts, (id) => nodesBelow(kb.graph, id))
}

function reach(starts: Iterable<NodeId>, next: (id: NodeId) => Iterable<NodeId>): Set<NodeId> {
  return new Set([...walk(starts, next)].map(([id]) => id))
}
