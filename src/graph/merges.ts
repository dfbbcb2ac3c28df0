import type { ArgumentNode } from '../core/document.ts'
import type { NodeId } from '../core/id.ts'
import { byText } from './by-text.ts'

type Nodes = ReadonlyMap<NodeId, ArgumentNode>

/** Where merges lead from a node. */
export interface MergeChain {
  /**
   * The node that was not merged itself; absent where nothing was merged, where the file of that
   * node is missing or cannot be read, or where merges go in a circle.
   */
  readonly end?: ArgumentNode
  /** The nodes between the start and the end, in order. */
  readonly through: readonly NodeId[]
}

/** Follows merges to their end; linear in the length of the chain, and finite in a circle. */
export function followMerges(nodes: Nodes, start: NodeId): MergeChain {
  const met = new Set([start])
  for (let at = nodes.get(start); at !== undefined; ) {
    const next = at.withdrawn?.mergedInto?.id as NodeId | undefined
    if (next === undefined) return at.id === start ? { through: [] } : { end: at, through: between(met) }
    if (met.has(next)) break
    met.add(next)
    at = nodes.get(next)
  }
  return { through: [] }
}

function between(met: ReadonlySet<NodeId>): readonly NodeId[] {
  return [...met].slice(1, -1)
}

/**
 * The id to write instead of that of a withdrawn node: of the node that it was merged into, where
 * that stands, else of the first that takes its place; undefined where there is none.
 */
export function replacementOf(nodes: Nodes, node: ArgumentNode): string | undefined {
  const { end } = followMerges(nodes, node.id)
  if (end !== undefined && end.withdrawn === undefined) return end.id
  return (end ?? node).withdrawn?.see[0]?.id
}

/**
 * Circles of merges, each once: the ids in order from the first by name, which is merged into the
 * next and the last into the first. Circles are in order of their first ids.
 */
export function findMergeCircles(nodes: Nodes): readonly (readonly NodeId[])[] {
  const seen = new Set<NodeId>()
  const circles: NodeId[][] = []
  for (const start of nodes.keys()) {
    const walk = new Set<NodeId>()
    let at: NodeId | undefined = start
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      walk.add(at)
      at = nodes.get(at)?.withdrawn?.mergedInto?.id as NodeId | undefined
    }
    if (at !== undefined && walk.has(at)) circles.push(fromFirst([...walk], at))
  }
  return circles.sort(([a = ''], [b = '']) => byText(a, b))
}

function fromFirst(walk: readonly NodeId[], entry: NodeId): NodeId[] {
  const circle = walk.slice(walk.indexOf(entry))
  const first = circle.indexOf([...circle].sort(byText)[0] as NodeId)
  return [...circle.slice(first), ...circle.slice(0, first)]
}
