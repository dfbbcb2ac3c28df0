import { coneOf } from '../../src/analysis/cruxes/cone.ts'
import { findCruxes } from '../../src/analysis/cruxes/cruxes.ts'
import { affordablePairs, isSearchable } from '../../src/analysis/cruxes/effort.ts'
import { interactions } from '../../src/analysis/cruxes/interaction.ts'
import { shapleyValues } from '../../src/analysis/cruxes/shapley.ts'
import { evaluate } from '../../src/analysis/strength/evaluate.ts'
import type { Formula } from '../../src/analysis/strength/formulas.ts'
import type { Network, Scores } from '../../src/analysis/strength/network.ts'
import { drain } from '../../src/core/drain.ts'
import type { TopicReport } from '../../src/outputs/analysis-report.ts'
import { UsageError } from '../lib/command.ts'

/** The pairs among so many cruxes are looked at for interactions. */
const mostPaired = 8

/** What is asked about a topic. */
export interface CruxWish {
  readonly most: number
  /** Pairs of permutations for Shapley values; 0 for none. */
  readonly pairs?: number
}

/**
 * The cruxes of one node, given by number, and how much each share of its strength is due to.
 *
 * @throws UsageError where cycles make it too long a search.
 */
export function findTopic(
  network: Network,
  scores: Scores,
  formula: Formula,
  topic: number,
  { most, pairs }: CruxWish,
): TopicReport {
  const element = network.elementOf[topic] as number
  const cone = coneOf(network, scores, topic)
  const reaching = cone.nodes.length
  if (!isSearchable(cone)) {
    const what = `${reaching} nodes reach the topic, some of them in large cycles`
    throw new UsageError(`The cruxes would take too long to find: ${what}.`)
  }
  const found = drain(findCruxes(network, formula, topic, { scores, most }))
  const cruxes = found.slice(0, most)
  const paired = cruxes.slice(0, mostPaired).map(({ node }) => node)
  const asked = pairs ?? affordablePairs(cone)
  return {
    topic,
    strength: evaluate(network, formula, scores).strength[element] as number,
    base: scores.base[element] as number,
    cruxes,
    reaching,
    interactions: interactions(network, formula, topic, paired, scores),
    ...(asked === 0
      ? { isShapleyTooSlow: pairs === undefined }
      : { shapley: shapleyValues(network, formula, topic, { pairs: asked }, scores) }),
  }
}
