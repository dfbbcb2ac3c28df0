import type { NodeId } from '../../core/id.ts'
import { neighbourhood } from '../../graph/neighbourhood.ts'
import type { SiteContent } from '../content.ts'

/** The nodes a page's diagram draws. */
export interface Nearby {
  readonly nodes: ReadonlySet<NodeId>
  /** Whether objections to steps were left out to keep the diagram legible. */
  readonly reduced: boolean
}

const legible = 16

/** A node with all it is joined to; around a busy one without the objections to its steps. */
export function nearby(content: SiteContent, id: NodeId): Nearby {
  const all = neighbourhood(content.kb.graph, id, 1)
  if (all.size <= legible) return { nodes: all, reduced: false }
  const { graph } = content.kb
  const direct = new Set<NodeId>([id])
  for (const edge of graph.incoming.get(id) ?? []) direct.add(edge.from)
  for (const edge of graph.outgoing.get(id) ?? []) {
    if (edge.kind !== 'undercuts') direct.add(edge.to)
  }
  return direct.size < all.size ? { nodes: direct, reduced: true } : { nodes: all, reduced: false }
}
