import { rebuts, supports, undercuts, type CompactGraph } from '../compact.ts'
import type { AttackFrame } from './grounded.ts'

/**
 * Who attacks whom in a graph. Elements are the nodes in their order, then the steps (`supports`,
 * `rebuts`) in theirs. Rebuttals attack nodes and undercuts attack steps; those among `muted`, by
 * number of edge, are no attacks.
 */
export function frameOf(graph: CompactGraph, muted?: { has(edge: number): boolean }): AttackFrame {
  const { nodes, kind, from, to } = graph
  const elements = stepElements(graph)
  const isUndercut = new Uint8Array(kind.length)
  const attacks: number[] = []
  kind.forEach((is, edge) => {
    if (is === supports || muted?.has(edge) === true) return
    attacks.push(edge)
    if (is === undercuts) isUndercut[to[edge]!] = 1
  })
  const steps = elements.reduce((count, element) => count + (element < 0 ? 0 : 1), 0)
  return {
    size: nodes.length + steps,
    source: Int32Array.from(attacks, (edge) => from[edge]!),
    target: Int32Array.from(attacks, (edge) =>
      kind[edge] === rebuts ? to[edge]! : elements[to[edge]!]!,
    ),
    // A rebuttal that nothing undercuts always stands, so only its start can fail it.
    via: Int32Array.from(attacks, (edge) => (isUndercut[edge] === 1 ? elements[edge]! : -1)),
  }
}

/** The element of a frame that each edge of its graph is; -1 for undercuts, which are none. */
export function stepElements({ nodes, kind }: CompactGraph): Int32Array {
  let next = nodes.length
  return Int32Array.from(kind, (is) => (is === undercuts ? -1 : next++))
}
