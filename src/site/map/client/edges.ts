import { relationNames, type MapEdges } from '../map-data.ts'

export const supports = relationNames.indexOf('supports')
export const rebuts = relationNames.indexOf('rebuts')
export const undercuts = relationNames.indexOf('undercuts')

/** Where an edge starts, then where it ends: of an undercut at both ends of the step it doubts. */
export function endsOfEdge({ kind, from, to }: MapEdges, edge: number): readonly number[] {
  const end = to[edge]!
  return kind[edge] === undercuts ? [from[edge]!, from[end]!, to[end]!] : [from[edge]!, end]
}

/**
 * Edges that begin or end at a node; a step and what doubts it are one thing, so of a step also its
 * undercuts, and of an undercut also its step.
 */
export function edgesAt(edges: MapEdges, node: number): ReadonlySet<number> {
  const at = new Set<number>()
  for (let edge = 0; edge < edges.from.length; edge++) {
    if (endsOfEdge(edges, edge).includes(node)) at.add(edge)
  }
  for (const edge of at) {
    if (edges.kind[edge] === undercuts && edges.from[edge] === node) at.add(edges.to[edge]!)
  }
  return at
}
