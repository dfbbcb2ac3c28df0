import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import type { SupportEdge } from './premises.ts'
import { byText } from './by-text.ts'
import { findComponents } from './components.ts'

/** The strongly connected components of vertices with names; see `findComponents`. */
export function stronglyConnected<Vertex>(
  vertices: Iterable<Vertex>,
  next: (vertex: Vertex) => Iterable<Vertex>,
): readonly (readonly Vertex[])[] {
  const named = [...vertices]
  const numbers = new Map(named.map((vertex, number) => [vertex, number]))
  const first = new Int32Array(named.length + 1)
  const to: number[] = []
  named.forEach((vertex, number) => {
    for (const other of next(vertex)) to.push(numbers.get(other) as number)
    first[number + 1] = to.length
  })
  const { order, start } = findComponents({ first, to: Int32Array.from(to) })
  return Array.from({ length: start.length - 1 }, (_, c) =>
    [...order.subarray(start[c], start[c + 1])].map((number) => named[number] as Vertex),
  )
}

/**
 * Circles of support: one for each set of nodes that support one another, a shortest one through
 * the first of its ids, as edges in order. Circles are in order of that id.
 */
export function findSupportCycles(graph: ArgumentGraph): readonly (readonly SupportEdge[])[] {
  return stronglyConnected(graph.nodes.keys(), (id) => supportsFrom(graph, id).map(({ to }) => to))
    .filter((component) => component.length > 1)
    .map((component) => shortestCycle(graph, component))
    .sort(([a], [b]) => byText(a?.from ?? '', b?.from ?? ''))
}

function shortestCycle(graph: ArgumentGraph, component: readonly NodeId[]): SupportEdge[] {
  const members = new Set(component)
  const start = [...component].sort(byText)[0] as NodeId
  const reachedBy = new Map<NodeId, SupportEdge>()
  const queue = [start]
  // The queue grows while it is iterated over.
  for (const id of queue) {
    for (const edge of supportsFrom(graph, id)) {
      if (!members.has(edge.to) || reachedBy.has(edge.to)) continue
      reachedBy.set(edge.to, edge)
      queue.push(edge.to)
    }
  }
  const cycle: SupportEdge[] = []
  let at = start
  do {
    const edge = reachedBy.get(at)
    if (edge === undefined) break
    cycle.push(edge)
    at = edge.from
  } while (at !== start)
  return cycle.reverse()
}

function supportsFrom(graph: ArgumentGraph, id: NodeId): SupportEdge[] {
  return (graph.outgoing.get(id) ?? []).filter((edge) => edge.kind === 'supports')
}
