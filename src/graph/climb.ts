import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import type { Edge } from '../core/relation.ts'
import { edgeIdOf } from './steps.ts'

/**
 * All that can be reached from a node by going up. Vertices are numbered from 0, the start; those
 * that `v` leads to are `to[first[v]]` up to `to[first[v + 1]]`, in the order in which its relations
 * are written. Nothing leads on from a head.
 */
export interface Climb {
  readonly size: number
  readonly first: Int32Array
  readonly to: Int32Array
  /** The edge of each arc; an undercut leads to where the step ends that it doubts. */
  readonly edges: readonly Edge[]
  /** The vertices that are heads. */
  readonly heads: readonly number[]
  /** Arcs by where they lead: those to `v` come from `below[into[v]]` up to `below[into[v + 1]]`. */
  readonly into: Int32Array
  readonly below: Int32Array
}

/** Goes up from a node by the edges that count, within its map; linear in nodes and edges. */
export function climbFrom(
  graph: ArgumentGraph,
  from: NodeId,
  heads: ReadonlySet<NodeId>,
  counts: (edge: Edge) => boolean,
): Climb {
  const map = graph.nodes.get(from)?.map
  const numbers = new Map<NodeId, number>([[from, 0]])
  const first: number[] = [0]
  const to: number[] = []
  const edges: Edge[] = []
  // A map may grow while it is iterated over, in order of insertion: that is the queue.
  for (const id of numbers.keys()) {
    for (const edge of heads.has(id) ? [] : writtenEdges(graph, id)) {
      const end = endOf(graph, edge)
      if (!counts(edge) || graph.nodes.get(end)?.map !== map) continue
      if (!numbers.has(end)) numbers.set(end, numbers.size)
      to.push(numbers.get(end) as number)
      edges.push(edge)
    }
    first.push(to.length)
  }
  const size = numbers.size
  const reached = [...numbers].flatMap(([id, number]) => (heads.has(id) ? [number] : []))
  const arcs = { first: Int32Array.from(first), to: Int32Array.from(to) }
  return { size, ...arcs, edges, heads: reached, ...reversed(size, arcs) }
}

/** The node to which an edge leads; of an undercut, the end of the step it doubts. */
export function endOf(graph: ArgumentGraph, edge: Edge): NodeId {
  if (edge.kind !== 'undercuts') return edge.to
  return graph.edges.get(edge.to)?.to as NodeId
}

/** The edges from a node in the order in which its file has them. */
function writtenEdges(graph: ArgumentGraph, id: NodeId): readonly Edge[] {
  const relations = graph.nodes.get(id)?.relations ?? []
  const ids = new Set(relations.map((relation) => edgeIdOf(id, relation)))
  return [...ids].flatMap((edge) => graph.edges.get(edge) ?? [])
}

function reversed(
  size: number,
  { first, to }: Pick<Climb, 'first' | 'to'>,
): Pick<Climb, 'into' | 'below'> {
  const into = new Int32Array(size + 1)
  for (const v of to) into[v + 1]! += 1
  for (let v = 0; v < size; v++) into[v + 1]! += into[v] as number
  const next = into.slice(0, size)
  const below = new Int32Array(to.length)
  for (let u = 0; u < size; u++) {
    for (let arc = first[u] as number; arc < (first[u + 1] as number); arc++) {
      below[next[to[arc] as number]!++] = u
    }
  }
  return { into, below }
}
