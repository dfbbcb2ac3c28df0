import { undercuts, type CompactGraph } from '../compact.ts'
import { edgeName } from './view-data.ts'

/** What two views answer differently, and what says nothing in both. */
export interface Differences {
  hasNode(node: number): boolean
  hasEdge(edge: number): boolean
  isSilentNode(node: number): boolean
  isSilentEdge(edge: number): boolean
}

/**
 * The edges that end at each vertex, as chains: nodes are vertices, and after them come the edges,
 * at which undercuts end. The first edge at `v` is `head[v]`, after edge `e` comes `next[e]`; -1
 * ends a chain.
 */
export interface Arrivals {
  readonly head: Int32Array
  readonly next: Int32Array
}

/** More ways to one change are not told. */
export const mostWays = 3

/** Indexes the edges of a graph by their ends, in order of edges. */
export function indexArrivals({ nodes, kind, to }: CompactGraph): Arrivals {
  const head = new Int32Array(nodes.length + kind.length).fill(-1)
  const next = new Int32Array(kind.length)
  for (let edge = kind.length; edge-- > 0; ) {
    const end = (to[edge] as number) + (kind[edge] === undercuts ? nodes.length : 0)
    next[edge] = head[end] as number
    head[end] = edge
  }
  return { head, next }
}

/**
 * The shortest ways on which differences between two views reach a node: at most three, the
 * shortest first. A way is the ids from what is answered differently, a node or an edge, to the
 * node itself; an undercut goes through the id of the step that it weakens. Takes time linear in
 * nodes and edges.
 */
export function findWays(
  graph: CompactGraph,
  { head, next }: Arrivals,
  node: number,
  given: Differences,
): readonly (readonly string[])[] {
  const count = graph.nodes.length
  const onward = new Int32Array(head.length).fill(-1)
  const queue = [node]
  const ways: string[][] = []
  const visit = (vertex: number, by: number) => {
    if (vertex === node || onward[vertex] !== -1) return
    onward[vertex] = by
    queue.push(vertex)
  }
  for (let at = 0; at < queue.length && ways.length < mostWays; at++) {
    const vertex = queue[at] as number
    const isNode = vertex < count
    if (isNode && given.isSilentNode(vertex)) continue
    if (isNode ? given.hasNode(vertex) : given.hasEdge(vertex - count)) {
      ways.push(wayFrom(graph, vertex, onward))
    }
    if (!isNode) visit(graph.from[vertex - count] as number, vertex)
    for (let edge = head[vertex] as number; edge >= 0; edge = next[edge] as number) {
      if (!given.isSilentEdge(edge)) visit(count + edge, vertex)
    }
  }
  return ways
}

/** The ids along a way, without edges that are only walked along. */
function wayFrom(graph: CompactGraph, start: number, onward: Int32Array): string[] {
  const count = graph.nodes.length
  const way: string[] = []
  let isAfterNode = false
  for (let vertex = start; vertex >= 0; vertex = onward[vertex] as number) {
    if (vertex < count) way.push(graph.nodes[vertex] as string)
    else if (!isAfterNode) way.push(edgeName(graph, vertex - count))
    isAfterNode = vertex < count
  }
  return way
}
