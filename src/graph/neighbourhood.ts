import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import { nodesAbove, nodesBelow, walk } from './traverse.ts'

/**
 * The nodes at most `k` edges from a node, up and down, with itself. An undercut counts as an edge
 * to both ends of the step it doubts, so a step is never shown without one of them. The nearest
 * come first. An id that is not in the graph has no neighbourhood.
 */
export function neighbourhood(graph: ArgumentGraph, id: NodeId, k: number): ReadonlySet<NodeId> {
  if (!Number.isInteger(k) || k < 0) {
    throw new RangeError(`Expected \`k\` to be a whole number from 0: ${String(k)}`)
  }
  const near = new Set<NodeId>()
  if (!graph.nodes.has(id)) return near
  const next = function* (from: NodeId): Generator<NodeId> {
    yield* nodesAbove(graph, from)
    yield* nodesBelow(graph, from)
  }
  for (const [other, distance] of walk([id], next)) {
    if (distance > k) break
    near.add(other)
  }
  return near
}
