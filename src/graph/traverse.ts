import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import type { Edge } from '../core/relation.ts'

/** The nodes an edge bears on: its target; of an undercut both ends of the step. */
function nodesBorneOn(graph: ArgumentGraph, edge: Edge): readonly NodeId[] {
  if (edge.kind !== 'undercuts') return [edge.to]
  const step = graph.edges.get(edge.to)
  return step === undefined || step.kind === 'undercuts' ? [] : [step.from, step.to]
}

/** Edges that end at a node, and undercuts of steps that end or start at it. */
function* edgesBearingOn(graph: ArgumentGraph, id: NodeId): Generator<Edge> {
  for (const edge of graph.incoming.get(id) ?? []) {
    yield edge
    yield* graph.incoming.get(edge.id) ?? []
  }
  for (const edge of graph.outgoing.get(id) ?? []) yield* graph.incoming.get(edge.id) ?? []
}

/** Nodes one edge further up: what this node bears on. */
export function* nodesAbove(graph: ArgumentGraph, id: NodeId): Generator<NodeId> {
  for (const edge of graph.outgoing.get(id) ?? []) yield* nodesBorneOn(graph, edge)
}

/** Nodes one edge further down: those that bear on this node or on a step to or from it. */
export function* nodesBelow(graph: ArgumentGraph, id: NodeId): Generator<NodeId> {
  for (const edge of edgesBearingOn(graph, id)) yield edge.from
}

/**
 * Walks breadth first from the given nodes, along whatever `next` yields, and gives every node met
 * with its distance. Each node is met once. Takes time linear in nodes and edges.
 */
export function* walk(
  starts: Iterable<NodeId>,
  next: (id: NodeId) => Iterable<NodeId>,
): Generator<readonly [id: NodeId, distance: number]> {
  const met = new Set(starts)
  let level = [...met]
  for (let distance = 0; level.length > 0; distance++) {
    const following: NodeId[] = []
    for (const id of level) {
      yield [id, distance]
      for (const other of next(id)) {
        if (met.has(other)) continue
        met.add(other)
        following.push(other)
      }
    }
    level = following
  }
}
