import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph, KnowledgeBase } from '../../core/knowledge-base.ts'
import { edgeIdOf } from '../../graph/steps.ts'
import { nodesAbove, nodesBelow } from '../../graph/traverse.ts'

/** For each node that is not out of the way the node by which it is joined to one nearer a head. */
export type Ways = ReadonlyMap<NodeId, NodeId | undefined>

/**
 * The ways by which nodes are reached from the thesis or rival of any map, in the sense of the rule
 * `unreachable-node`: those the way starts at have no next one. No way leads through `without`.
 */
export function waysToHeads(kb: KnowledgeBase, without?: NodeId): Ways {
  const { graph } = kb
  const heads = [...kb.maps.values()].flatMap(({ thesis, rival }) => [thesis, rival] as NodeId[])
  const ways = new Map<NodeId, NodeId | undefined>()
  const starts = heads.filter((id) => id !== without && graph.nodes.has(id))
  for (const id of starts) ways.set(id, undefined)
  extend(ways, [...ways.keys()], (id) => nodesAbove(graph, id), without)
  for (const node of graph.nodes.values()) {
    if (node.id !== without && !ways.has(node.id) && isStart(graph, node.id)) {
      ways.set(node.id, undefined)
    }
  }
  extend(ways, [...ways.keys()], (id) => nodesBelow(graph, id), without)
  return ways
}

function isStart({ nodes, edges }: ArgumentGraph, id: NodeId): boolean {
  const node = nodes.get(id)
  if (node === undefined) return false
  return (
    node.kind === 'question' ||
    node.relations.some((relation) => !edges.has(edgeIdOf(id, relation)))
  )
}

function extend(
  ways: Map<NodeId, NodeId | undefined>,
  starts: NodeId[],
  next: (id: NodeId) => Iterable<NodeId>,
  without: NodeId | undefined,
): void {
  const queue = starts
  // The queue grows while it is iterated over.
  for (const id of queue) {
    for (const other of next(id)) {
      if (ways.has(other) || other === without) continue
      ways.set(other, id)
      queue.push(other)
    }
  }
}
