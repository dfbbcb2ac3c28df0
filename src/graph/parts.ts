import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import { edgeIdOf } from './steps.ts'

/**
 * The part of its map in which each node stands: its own, else that of the nearest node it bears
 * on, in the order in which relations are written. An undercut bears on where its step starts. A
 * node without any way to a part of its own map has none. Takes time linear in nodes and edges.
 */
export function findParts(graph: ArgumentGraph): ReadonlyMap<NodeId, string> {
  const parts = new Map<NodeId, string>()
  const below = nodesBelowInMap(graph)
  for (const node of graph.nodes.values()) {
    if (node.part !== undefined) parts.set(node.id, node.part)
  }
  let level = [...parts.keys()]
  while (level.length > 0) {
    const found = new Map<NodeId, string>()
    const reached = new Set(level)
    for (const id of level) {
      for (const node of below.get(id) ?? []) {
        if (parts.has(node) || found.has(node)) continue
        const first = nodesTowardsThesis(graph, node).find((other) => reached.has(other))
        found.set(node, parts.get(first ?? id) as string)
      }
    }
    for (const [id, part] of found) parts.set(id, part)
    level = [...found.keys()]
  }
  return new Map([...graph.nodes.keys()].flatMap((id) => entryOf(parts, id)))
}

/** What a node bears on within its map, as written; of an undercut, where its step starts. */
export function nodesTowardsThesis(graph: ArgumentGraph, id: NodeId): readonly NodeId[] {
  const node = graph.nodes.get(id)
  const towards: NodeId[] = []
  for (const relation of node?.relations ?? []) {
    const other = (relation.kind === 'undercuts' ? relation.to.from : relation.to) as NodeId
    if (!graph.edges.has(edgeIdOf(id, relation))) continue
    if (graph.nodes.get(other)?.map === node?.map) towards.push(other)
  }
  return towards
}

function nodesBelowInMap(graph: ArgumentGraph): ReadonlyMap<NodeId, readonly NodeId[]> {
  const below = new Map<NodeId, NodeId[]>()
  for (const id of graph.nodes.keys()) {
    for (const other of nodesTowardsThesis(graph, id)) {
      const there = below.get(other)
      if (there === undefined) below.set(other, [id])
      else there.push(id)
    }
  }
  return below
}

function entryOf(parts: ReadonlyMap<NodeId, string>, id: NodeId): [NodeId, string][] {
  const part = parts.get(id)
  return part === undefined ? [] : [[id, part]]
}
