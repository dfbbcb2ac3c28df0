import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import type { SupportEdge } from './premises.ts'
import { byText } from './by-text.ts'

/**
 * Strongly connected components (Tarjan 1972), without recursion: sets of vertices each of which
 * can be reached from every other. A component comes after all that can be reached from it. Takes
 * time linear in vertices and edges; `next` is called once for each vertex.
 */
export function stronglyConnected<Vertex>(
  vertices: Iterable<Vertex>,
  next: (vertex: Vertex) => Iterable<Vertex>,
): readonly (readonly Vertex[])[] {
  const components: Vertex[][] = []
  const order = new Map<Vertex, number>()
  const low = new Map<Vertex, number>()
  const stack: Vertex[] = []
  const onStack = new Set<Vertex>()
  const calls: { readonly vertex: Vertex; readonly rest: Iterator<Vertex> }[] = []

  const enter = (vertex: Vertex): void => {
    order.set(vertex, order.size)
    low.set(vertex, order.size - 1)
    stack.push(vertex)
    onStack.add(vertex)
    calls.push({ vertex, rest: next(vertex)[Symbol.iterator]() })
  }
  const lower = (vertex: Vertex, to: number): void => {
    low.set(vertex, Math.min(low.get(vertex) ?? to, to))
  }
  const leave = (vertex: Vertex): void => {
    calls.pop()
    const caller = calls.at(-1)
    if (caller !== undefined) lower(caller.vertex, low.get(vertex) ?? 0)
    if (low.get(vertex) !== order.get(vertex)) return
    const component = stack.splice(stack.lastIndexOf(vertex))
    for (const member of component) onStack.delete(member)
    components.push(component)
  }

  for (const start of vertices) {
    if (order.has(start)) continue
    enter(start)
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const { value, done } = call.rest.next()
      if (done === true) leave(call.vertex)
      else if (!order.has(value)) enter(value)
      else if (onStack.has(value)) lower(call.vertex, order.get(value) ?? 0)
    }
  }
  return components
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
