import type { NodeId } from '../core/id.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { nodesTowardsThesis } from './parts.ts'

type Path = readonly NodeId[]

interface Ways {
  readonly distances: ReadonlyMap<NodeId, number>
  readonly above: ReadonlyMap<NodeId, readonly NodeId[]>
}

/** A path as its last node and the path before it, so that paths share their beginnings. */
interface Trail {
  readonly id: NodeId
  readonly before?: Trail
}

/**
 * The shortest ways from a node up to the thesis of its map, or to the rival where no way leads to
 * the thesis, each from the node itself to the top; at most `most`, in the order in which relations
 * are written. An undercut leads to where its step starts. Empty where there is no way.
 */
export function pathsToThesis(kb: KnowledgeBase, id: NodeId, most = 5): readonly Path[] {
  const node = kb.graph.nodes.get(id)
  const map = node && kb.maps.get(node.map)
  if (map === undefined) return []
  const ways = explore(kb, id)
  const top = [map.thesis, map.rival].find((head) => ways.distances.has(head as NodeId))
  return top === undefined ? [] : trace(id, top as NodeId, ways, most)
}

function explore(kb: KnowledgeBase, start: NodeId): Ways {
  const distances = new Map<NodeId, number>([[start, 0]])
  const above = new Map<NodeId, readonly NodeId[]>()
  // A map may grow while it is iterated over, in order of insertion: that is the queue.
  for (const [id, distance] of distances) {
    const next = nodesTowardsThesis(kb.graph, id)
    above.set(id, next)
    for (const other of next) if (!distances.has(other)) distances.set(other, distance + 1)
  }
  return { distances, above }
}

function trace(start: NodeId, top: NodeId, ways: Ways, most: number): readonly Path[] {
  const next = shortestSteps(top, ways)
  const paths: Path[] = []
  let open: Trail[] = [{ id: start }]
  while (paths.length < most) {
    const trail = open.pop()
    if (trail === undefined) break
    if (trail.id === top) {
      paths.push(unroll(trail))
      continue
    }
    for (const id of (next.get(trail.id) ?? []).toReversed()) open.push({ id, before: trail })
    // Every open trail leads to the top, so no more of them are needed than paths are.
    open = open.slice(-(most - paths.length))
  }
  return paths
}

/** From each node the next ones on shortest ways to the top; nodes off these ways have no entry. */
function shortestSteps(top: NodeId, { distances, above }: Ways): ReadonlyMap<NodeId, Path> {
  const steps = new Map<NodeId, Path>([[top, []]])
  for (const [id, distance] of [...distances].reverse()) {
    if (id === top) continue
    const onward = (above.get(id) ?? []).filter(
      (other, i, all) =>
        steps.has(other) && distances.get(other) === distance + 1 && all.indexOf(other) === i,
    )
    if (onward.length > 0) steps.set(id, onward)
  }
  return steps
}

function unroll(trail: Trail): Path {
  const path: NodeId[] = []
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) path.push(at.id)
  return path.reverse()
}
