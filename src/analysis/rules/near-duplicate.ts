import { edgeId, type NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import { problem } from '../../core/problem.ts'
import { findSame } from '../near-duplicates.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

/** Two nodes that say nearly the same and that no relation joins. */
export const nearDuplicate: Rule = function* (kb) {
  const nodes = [...activeNodes(kb)]
  for (const [first, second] of findSame(nodes.map(({ statement }) => statement))) {
    const other = nodes[first]
    const node = nodes[second]
    if (node === undefined || other === undefined) continue
    if (areRelated(kb.graph, node.id, other.id)) continue
    yield problem('near-duplicate', placeOf(node, 'statement'), { id: node.id, other: other.id }, [
      { message: 'The other statement', place: placeOf(other, 'statement') },
    ])
  }
}

function areRelated(graph: ArgumentGraph, a: NodeId, b: NodeId): boolean {
  return graph.edges.has(edgeId(a, b)) || graph.edges.has(edgeId(b, a))
}
