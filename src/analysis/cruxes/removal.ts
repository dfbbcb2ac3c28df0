import type { Formula } from '../strength/formulas.ts'
import type { Network } from '../strength/network.ts'
import { effectOf } from './interaction.ts'
import { startProbe } from './probe.ts'

/**
 * For every node the topic's strength less the strength it has without the node, by node number:
 * above 0 for what helps it. Exact; 0 for what does not reach the topic, for the topic itself all
 * its strength, NaN where one of the two strengths has no number. Pages and commands have it from
 * `findCruxes`; by itself it is what the speed of the search is measured by.
 */
export function removalEffects(
  network: Network,
  formula: Formula,
  topic: number,
  scores = network.scores,
): Float64Array {
  const probe = startProbe(network, formula, topic, scores)
  const effects = new Float64Array(network.elementOf.length)
  effects[topic] = probe.strength
  for (const node of probe.cone.nodes) effects[node] = effectOf(probe, node)
  return effects
}
