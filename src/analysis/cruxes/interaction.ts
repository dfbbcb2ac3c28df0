import type { Probe } from './probe.ts'

/** Two nodes whose effect together is not the sum of their effects. */
export interface Interaction {
  /** Their node numbers. */
  readonly nodes: readonly [number, number]
  /** What leaving out the first alone takes from the topic's strength, and what the second. */
  readonly a: number
  readonly b: number
  /** What leaving out both takes from it. */
  readonly both: number
  /** `both - (a + b)`: 0 for nodes that do not depend on one another in this. */
  readonly beyond: number
}

/** From where on an interaction is worth saying. */
const notable = 0.01

/**
 * The pairs of a few nodes that do at least 0.01 more or less to the topic of a probe together than
 * the sum of what they do alone, largest first. Yields before each question, so that a caller can
 * pause.
 */
export function* findInteractions(
  probe: Probe,
  nodes: readonly number[],
): Generator<undefined, readonly Interaction[]> {
  const alone: number[] = []
  const found: Interaction[] = []
  for (const [j, node] of nodes.entries()) {
    yield
    const b = effectOf(probe, node)
    for (const [i, other] of nodes.slice(0, j).entries()) {
      yield
      const a = alone[i] as number
      const both = effectOf(probe, other, node)
      const beyond = both - (a + b)
      if (Math.abs(beyond) >= notable) found.push({ nodes: [other, node], a, b, both, beyond })
    }
    alone.push(b)
  }
  return found.sort((x, y) => Math.abs(y.beyond) - Math.abs(x.beyond))
}

/** What leaving out some nodes together takes from the strength of the topic of a probe. */
export function effectOf(probe: Probe, ...nodes: readonly number[]): number {
  for (const node of nodes) probe.setOff(node, 1)
  const effect = probe.strength - probe.read()
  probe.rewind()
  return effect
}
