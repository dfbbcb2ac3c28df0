import type { Formula } from '../strength/formulas.ts'
import type { Network } from '../strength/network.ts'
import { startProbe, type Probe } from './probe.ts'

/** What leaving out two nodes takes from a topic's strength. */
export interface CombinedEffect {
  /** Left out alone, as `removalEffects` has it. */
  readonly a: number
  readonly b: number
  /** Left out together. */
  readonly both: number
  /** `both - (a + b)`: 0 for nodes that do not depend on one another in this. */
  readonly beyond: number
}

/** Two nodes whose effect together is not the sum of their effects. */
export interface Interaction extends CombinedEffect {
  /** Their node numbers. */
  readonly nodes: readonly [number, number]
}

/** From where on an interaction is worth saying. */
const notable = 0.01

/** What leaving out nodes `a` and `b` of a network does to a topic, alone and together. */
export function combinedEffect(
  network: Network,
  formula: Formula,
  topic: number,
  a: number,
  b: number,
  scores = network.scores,
): CombinedEffect {
  return combine(startProbe(network, formula, topic, scores), a, b)
}

/** The pairs of a few nodes that are at least 0.01 beyond the sum of effects, largest first. */
export function interactions(
  network: Network,
  formula: Formula,
  topic: number,
  nodes: readonly number[],
  scores = network.scores,
): readonly Interaction[] {
  const probe = startProbe(network, formula, topic, scores)
  const pairs = nodes.flatMap((b, j) => nodes.slice(0, j).map((a) => [a, b] as const))
  return pairs
    .map((pair) => ({ nodes: pair, ...combine(probe, ...pair) }))
    .filter(({ beyond }) => Math.abs(beyond) >= notable)
    .sort((x, y) => Math.abs(y.beyond) - Math.abs(x.beyond))
}

/** What leaving out some nodes together takes from the strength of the topic of a probe. */
export function effectOf(probe: Probe, ...nodes: readonly number[]): number {
  for (const node of nodes) probe.setOff(node, 1)
  const effect = probe.strength - probe.read()
  probe.rewind()
  return effect
}

function combine(probe: Probe, a: number, b: number): CombinedEffect {
  const effect = { a: effectOf(probe, a), b: effectOf(probe, b), both: effectOf(probe, a, b) }
  return { ...effect, beyond: effect.both - (effect.a + effect.b) }
}
