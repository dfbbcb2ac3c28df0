import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import type { Edge } from '../core/relation.ts'
import { climbFrom, endOf, type Climb } from './climb.ts'

/** One step of a way up. */
export interface Hop {
  readonly edge: Edge
  /** Where it leads; of an undercut, where the step ends that it doubts. */
  readonly to: NodeId
}

/** A way from a node up to a head, in that order; no node stands on it twice. */
export type Way = readonly Hop[]

export interface Ways {
  /** The shortest first; among ways of one length, in the order in which relations are written. */
  readonly ways: readonly Way[]
  /** Whether these are all. */
  readonly isComplete: boolean
}

export interface WayOptions {
  /** How many ways are wanted at most. */
  readonly most: number
  /** Which edges a way may take; all unless told. */
  readonly counts?: (edge: Edge) => boolean
}

/** A way as arcs of a climb, and which first arcs at `from` belong to ways found before. */
interface Candidate {
  readonly arcs: readonly number[]
  readonly from: number
  readonly taken: ReadonlySet<number>
}

/** Arcs that are looked at in all; a tenth of a second. */
const mostWork = 2e7

/**
 * The ways from a node up to the nearest of some heads on each, within its map. A head itself has
 * none. Finds `most` ways without going over all, which may be exponentially many: every way found
 * is parted from those before at each of its nodes, and of each part the shortest way is looked for
 * (Yen 1971, Lawler 1972). Where that takes too long, fewer are found, and they are not all.
 */
export function waysUp(
  graph: ArgumentGraph,
  from: NodeId,
  heads: ReadonlySet<NodeId>,
  { most, counts = () => true }: WayOptions,
): Ways {
  if (heads.has(from)) return { ways: [], isComplete: true }
  const climb = climbFrom(graph, from, heads, counts)
  const search = searchOf(climb)
  const found: (readonly number[])[] = []
  const start = search.shortest(0, new Set())
  const open: Candidate[] = start === undefined ? [] : [{ arcs: start, from: 0, taken: new Set() }]
  while (found.length < most) {
    const best = open.shift()
    if (best === undefined) break
    found.push(best.arcs)
    branch(best, climb, search, open, most + 1 - found.length)
  }
  const hop = (arc: number): Hop => {
    const edge = climb.edges[arc] as Edge
    return { edge, to: endOf(graph, edge) }
  }
  const isComplete = open.length === 0 && !search.isSpent()
  return { ways: found.map((arcs) => arcs.map(hop)), isComplete }
}

/**
 * Adds to `open` the shortest ways that leave one at each of its nodes, from the last backwards, as
 * those come first among ways of one length; stops after `enough` of its own length, since none is
 * shorter.
 */
function branch(
  { arcs, from, taken }: Candidate,
  climb: Climb,
  search: Search,
  open: Candidate[],
  enough: number,
): void {
  const vertices = [0, ...arcs.map((arc) => climb.to[arc] as number)]
  for (const vertex of vertices.slice(0, -1)) search.blocked[vertex] = 1
  let equals = 0
  for (let at = arcs.length - 1; at >= from && equals < enough; at--) {
    const first = new Set(at === from ? taken : [])
    first.add(arcs[at] as number)
    const rest = search.shortest(vertices[at] as number, first)
    search.blocked[vertices[at] as number] = 0
    if (rest === undefined) continue
    insert(open, { arcs: [...arcs.slice(0, at), ...rest], from: at, taken: first })
    if (at + rest.length === arcs.length) equals += 1
  }
  for (const vertex of vertices) search.blocked[vertex] = 0
  if (open.length > enough) open.length = enough
}

function insert(open: Candidate[], candidate: Candidate): void {
  const at = open.findIndex(({ arcs }) => isBefore(candidate.arcs, arcs))
  open.splice(at === -1 ? open.length : at, 0, candidate)
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return a.length < b.length
  const at = a.findIndex((arc, i) => arc !== b[i])
  return (a[at] as number) < (b[at] as number)
}

interface Search {
  /** Vertices that no way may meet. */
  readonly blocked: Uint8Array
  /** The first of the shortest ways from a vertex to a head that begin with no `taken` arc. */
  readonly shortest: (from: number, taken: ReadonlySet<number>) => number[] | undefined
  /** Whether more work was asked for than is done. */
  readonly isSpent: () => boolean
}

function searchOf({ size, first, to, heads, into, below }: Climb): Search {
  const blocked = new Uint8Array(size)
  const distance = new Int32Array(size)
  let work = 0

  /** Distances to heads, as far as the nearest end of one of these arcs; false if none has one. */
  const measure = (from: number, arcs: readonly number[]): boolean => {
    const wanted = new Set(arcs.map((arc) => to[arc] as number))
    distance.fill(-1)
    work += size
    let level = heads.filter((head) => blocked[head] === 0)
    for (const head of level) distance[head] = 0
    for (let reach = 1; level.length > 0; reach++) {
      if (level.some((v) => wanted.has(v))) return true
      if (work > mostWork) return false
      const next: number[] = []
      for (const v of level) {
        work += (into[v + 1] as number) - (into[v] as number)
        for (let i = into[v] as number; i < (into[v + 1] as number); i++) {
          const u = below[i] as number
          if (u === from || blocked[u] === 1 || distance[u] !== -1) continue
          distance[u] = reach
          next.push(u)
        }
      }
      level = next
    }
    return false
  }

  const shortest = (from: number, taken: ReadonlySet<number>): number[] | undefined => {
    const arcs: number[] = []
    for (let arc = first[from] as number; arc < (first[from + 1] as number); arc++) {
      if (!taken.has(arc) && blocked[to[arc] as number] === 0) arcs.push(arc)
    }
    work += (first[from + 1] as number) - (first[from] as number)
    if (arcs.length === 0 || !measure(from, arcs)) return undefined
    const lengths = arcs.map((arc) => distance[to[arc] as number] as number)
    const least = Math.min(...lengths.filter((length) => length !== -1))
    const way = [arcs[lengths.indexOf(least)] as number]
    for (let left = least; left > 0; left--) {
      let arc = first[to[way.at(-1) as number] as number] as number
      while (distance[to[arc] as number] !== left - 1) arc++
      way.push(arc)
    }
    return way
  }
  return { blocked, shortest, isSpent: () => work > mostWork }
}
