import { explainLabel } from '../../analysis/labels/explain-label.ts'
import type { ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { SiteContent } from '../content.ts'

/** A step from a node that an undercut stands against. */
export interface StepInDoubt {
  readonly to: ArgumentNode
  /** How many undercuts of it stand. */
  readonly by: number
}

/** The steps from a node that do not hold, though the node itself may. */
export function stepsInDoubt(content: SiteContent, id: NodeId): readonly StepInDoubt[] {
  const { graph } = content.kb
  return (graph.outgoing.get(id) ?? []).flatMap((edge) => {
    if (edge.kind === 'undercuts' || content.labels.get(edge.id) !== 'out') return []
    const to = graph.nodes.get(edge.to)
    const by = explainLabel(graph, content.labels, edge.id).open.length
    return to === undefined ? [] : [{ to, by }]
  })
}
