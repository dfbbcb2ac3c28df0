import type { EdgeId, NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import { accepted, defeated, groundedLabels, type AttackFrame } from './grounded.ts'

/** No open objection, open objection, contested. Never "true" and "false". */
export type Label = 'in' | 'out' | 'undecided'

/**
 * The grounded label of every node and every step (`supports`, `rebuts`). Rebuttals attack nodes
 * and undercuts attack steps; an attack counts only if the node it starts from is in and the step
 * it takes is. Support changes no label. Takes time linear in nodes and edges.
 */
export function labelGrounded(graph: ArgumentGraph): ReadonlyMap<NodeId | EdgeId, Label> {
  const numbers = new Map<NodeId | EdgeId, number>()
  for (const id of graph.nodes.keys()) numbers.set(id, numbers.size)
  for (const { id, kind } of graph.edges.values()) {
    if (kind === 'supports' || kind === 'rebuts') numbers.set(id, numbers.size)
  }
  const found = groundedLabels(attackFrame(graph, numbers))
  const labels = new Map<NodeId | EdgeId, Label>()
  let at = 0
  for (const id of numbers.keys()) labels.set(id, labelOf(found[at++]))
  return labels
}

function attackFrame(
  graph: ArgumentGraph,
  numbers: ReadonlyMap<NodeId | EdgeId, number>,
): AttackFrame {
  const source: number[] = []
  const target: number[] = []
  const via: number[] = []
  for (const { id, kind, from, to } of graph.edges.values()) {
    if (kind !== 'rebuts' && kind !== 'undercuts') continue
    source.push(numbers.get(from) as number)
    target.push(numbers.get(to) as number)
    // A rebuttal that nothing undercuts always stands, so only its start can fail it.
    via.push(kind === 'rebuts' && graph.incoming.has(id) ? (numbers.get(id) as number) : -1)
  }
  return {
    size: numbers.size,
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    via: Int32Array.from(via),
  }
}

function labelOf(code: number | undefined): Label {
  return code === accepted ? 'in' : code === defeated ? 'out' : 'undecided'
}
