import type { MapData } from '../map-data.ts'
import { endsOfEdge } from './edges.ts'

/** Who is one relation from whom: node `n` from `to[first[n]]` up to `to[first[n + 1]]`. */
export interface Adjacency {
  readonly first: Int32Array
  readonly to: Int32Array
}

/**
 * Reads relations up and down. An undercut counts as a relation to both ends of the step it doubts,
 * as in `neighbourhood` of the graph. Takes time linear in nodes and edges.
 */
export function adjacencyOf({ nodes, edges }: MapData): Adjacency {
  const pairs = [...pairsOf(edges)]
  const first = new Int32Array(nodes.id.length + 1)
  for (const [from] of pairs) first[from]!++
  let sum = 0
  for (let node = 0; node < first.length; node++) first[node] = sum += first[node]!
  const to = new Int32Array(pairs.length)
  for (const [from, end] of pairs.toReversed()) to[--first[from]!] = end
  return { first, to }
}

function* pairsOf(edges: MapData['edges']): Generator<readonly [from: number, to: number]> {
  for (let edge = 0; edge < edges.from.length; edge++) {
    const [from, ...ends] = endsOfEdge(edges, edge) as [number, ...number[]]
    for (const end of ends) {
      yield [from, end]
      yield [end, from]
    }
  }
}

/** Marks with 1 the nodes at most `depth` relations from a node, with itself. */
export function nearTo({ first, to }: Adjacency, node: number, depth: number): Uint8Array {
  const near = new Uint8Array(first.length - 1)
  near[node] = 1
  let level = [node]
  for (let distance = 0; distance < depth && level.length > 0; distance++) {
    const following: number[] = []
    for (const each of level) {
      for (let at = first[each]!; at < first[each + 1]!; at++) {
        const other = to[at]!
        if (near[other] === 1) continue
        near[other] = 1
        following.push(other)
      }
    }
    level = following
  }
  return near
}

/** Nodes one relation from a node, each once. */
export function nextTo({ first, to }: Adjacency, node: number): ReadonlySet<number> {
  return new Set(to.subarray(first[node], first[node + 1]))
}
