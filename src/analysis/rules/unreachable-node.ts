import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { problem } from '../../core/problem.ts'
import { nodesAbove, nodesBelow, walk } from '../../graph/traverse.ts'
import { knownIds } from '../../graph/known-ids.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

/** A node from which no relations lead to the thesis of its map or to the rival. */
export const unreachableNode: Rule = function* (kb) {
  const reached = reachableNodes(kb)
  for (const node of activeNodes(kb)) {
    const map = kb.maps.get(node.map)
    if (map === undefined || node.kind === 'question' || reached.has(node.id)) continue
    const details = { id: node.id, thesis: map.thesis }
    yield problem('unreachable-node', placeOf(node, 'statement'), details)
  }
}

// What the thesis and the rival bear on is part of the argument, and whoever bears on a file that
// could not be read, or answers a question, is not out of the way.
function reachableNodes(kb: KnowledgeBase): ReadonlySet<NodeId> {
  const { nodes } = kb.graph
  const known = knownIds(kb.paths).nodes
  const heads = [...kb.maps.values()].flatMap(({ thesis, rival }) => [thesis, rival] as NodeId[])
  const starts = reach(
    heads.filter((id) => nodes.has(id)),
    (id) => nodesAbove(kb.graph, id),
  )
  for (const node of nodes.values()) {
    if (node.kind === 'question' || node.relations.some(leadsToUnread)) starts.add(node.id)
  }
  return reach(starts, (id) => nodesBelow(kb.graph, id))

  function leadsToUnread({ to }: { readonly to: string | { readonly from: string } }): boolean {
    const id = typeof to === 'string' ? to : to.from
    return known.has(id) && !nodes.has(id as NodeId)
  }
}

function reach(starts: Iterable<NodeId>, next: (id: NodeId) => Iterable<NodeId>): Set<NodeId> {
  return new Set([...walk(starts, next)].map(([id]) => id))
}
