import type { ArgumentNode } from '../core/document.ts'
import type { NodeId } from '../core/id.ts'
import { followMerges } from '../graph/merges.ts'

type Nodes = ReadonlyMap<NodeId, ArgumentNode>

/** Where a withdrawn node leads whoever follows a link to it. */
export interface Successors {
  /**
   * The node at the end of its merges, which may have been withdrawn without a merge; absent where
   * it was not merged, or merges lead nowhere.
   */
  readonly merged?: NodeId
  /** Nodes that take its place, as named and each led to the end of its own merges. */
  readonly see: readonly NodeId[]
  /** The nodes on the way to `merged`, in order: each was merged into the next. */
  readonly through: readonly NodeId[]
}

/**
 * Where a node leads. All ids are of nodes that can be read, each is there once and none is the
 * node itself, whatever the files say. Of a node that was not withdrawn everything is empty.
 */
export function successorsOf(nodes: Nodes, id: NodeId): Successors {
  const { end, through } = followMerges(nodes, id)
  const taken = new Set<NodeId>([id, ...through, ...(end === undefined ? [] : [end.id])])
  const see: NodeId[] = []
  for (const named of nodes.get(id)?.withdrawn?.see ?? []) {
    const other = named.id as NodeId
    const led = followMerges(nodes, other).end?.id ?? other
    if (!nodes.has(led) || taken.has(led)) continue
    taken.add(led)
    see.push(led)
  }
  return { ...(end === undefined ? {} : { merged: end.id }), see, through }
}

/**
 * The nodes that were merged into each other node, in order of id: into one that was not merged
 * itself all whose merges end there, into a merged one those that name it. So the lists together
 * are no longer than twice the number of nodes.
 */
export function mergersOf(nodes: Nodes): ReadonlyMap<NodeId, readonly ArgumentNode[]> {
  const mergers = new Map<NodeId, ArgumentNode[]>()
  for (const node of nodes.values()) {
    const { end, through } = followMerges(nodes, node.id)
    if (end === undefined) continue
    for (const id of new Set([through[0] ?? end.id, end.id])) {
      const there = mergers.get(id)
      if (there === undefined) mergers.set(id, [node])
      else there.push(node)
    }
  }
  return mergers
}
