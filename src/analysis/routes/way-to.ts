import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { waysUp } from '../../graph/ways.ts'
import type { Stop } from './route.ts'

/** Whether an edge moves labels and strengths: those that say more narrowly or answer do not. */
export function counts({ kind }: Edge): boolean {
  return kind === 'supports' || kind === 'rebuts' || kind === 'undercuts'
}

/**
 * The shortest way down from a statement to one that bears on it, each stop joined to one before
 * it. What a doubted step starts from is a stop of its own ahead of what doubts it. Empty where no
 * way leads up from `end`.
 */
export function wayTo(graph: ArgumentGraph, top: NodeId, end: NodeId): readonly Stop[] {
  const way = waysUp(graph, end, new Set([top]), { most: 1, counts }).ways[0]
  if (way === undefined) return []
  const stops = new Map<NodeId, Stop>([[top, { node: top }]])
  const add = (edge: Edge, other: NodeId): void => {
    if (stops.has(edge.from)) return
    stops.set(edge.from, { node: edge.from, join: { edge, other, isUp: true } })
  }
  for (const { edge, to } of way.toReversed()) {
    const step = edge.kind === 'undercuts' ? graph.edges.get(edge.to) : undefined
    if (step !== undefined) add(step, to)
    add(edge, step?.from ?? to)
  }
  return [...stops.values()]
}
