import type { EdgeId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import { compactGraph } from '../compact.ts'
import { frameOf, stepElements } from './frame-of.ts'
import { accepted, compileFrame, defeated, groundedLabels } from './grounded.ts'

/** No open objection, open objection, contested. Never "true" and "false". */
export type Label = 'in' | 'out' | 'undecided'

/**
 * The grounded label of every node and every step (`supports`, `rebuts`). Rebuttals attack nodes
 * and undercuts attack steps; an attack counts only if the node it starts from is in and the step
 * it takes is. Support changes no label. Takes time linear in nodes and edges.
 */
export function labelGrounded(graph: ArgumentGraph): ReadonlyMap<NodeId | EdgeId, Label> {
  const { compact, edges } = compactGraph(graph)
  const found = groundedLabels(compileFrame(frameOf(compact)))
  const labels = new Map<NodeId | EdgeId, Label>()
  // Withdrawn nodes and questions are not computed over, and nothing objects to them.
  for (const id of graph.nodes.keys()) labels.set(id, 'in')
  compact.nodes.forEach((id, number) => labels.set(id as NodeId, labelOf(found[number])))
  stepElements(compact).forEach((element, edge) => {
    if (element >= 0) labels.set(edges[edge]!, labelOf(found[element]))
  })
  return labels
}

function labelOf(code: number | undefined): Label {
  return code === accepted ? 'in' : code === defeated ? 'out' : 'undecided'
}
