import type { ArgumentNode } from '../../core/document.ts'
import type { EdgeId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'

/** The nodes of a circle of objections; a step in it stands for the node that it starts from. */
export function circleNodes(
  { nodes, edges }: ArgumentGraph,
  circle: readonly (NodeId | EdgeId)[],
): readonly ArgumentNode[] {
  const ids = circle.map((id) => edges.get(id as EdgeId)?.from ?? (id as NodeId))
  return ids.flatMap((id, i) => (id === ids[i - 1] ? [] : (nodes.get(id) ?? [])))
}
