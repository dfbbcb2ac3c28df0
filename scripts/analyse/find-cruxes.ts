import { findCruxes } from '../../src/analysis/cruxes/cruxes.ts'
import { findInteractions } from '../../src/analysis/cruxes/interaction.ts'
import { startProbe } from '../../src/analysis/cruxes/probe.ts'
import { shapleyValues } from '../../src/analysis/cruxes/shapley.ts'
import { evaluate } from '../../src/analysis/strength/evaluate.ts'
import type { Pass } from '../../src/analysis/strength/sweep.ts'
import { drain } from '../../src/core/drain.ts'
import type { TopicReport } from '../../src/outputs/analysis-report.ts'

/** The pairs among so many cruxes are looked at for interactions. */
const mostPaired = 8
/** Messages that are gone over at most for Shapley values that nobody asked for. */
const workOfShares = 2e8

/** What is asked about a topic. */
export interface CruxWish {
  readonly most: number
  /** Pairs of permutations for Shapley values; 0 for none. */
  readonly pairs?: number
}

/** The cruxes of nodes, given by number, and how much each share of their strengths is due to. */
export function findTopics(
  { network, formula, scores }: Pass,
  topics: readonly number[],
  { most, pairs }: CruxWish,
): readonly TopicReport[] {
  const evaluation = evaluate(network, formula, scores)
  const sampling =
    pairs === undefined ? { evaluation, work: workOfShares } : { evaluation, pairs }
  return topics.map((topic) => {
    const probe = startProbe(network, formula, topic, scores, evaluation)
    const found = drain(findCruxes(network, formula, topic, { scores, evaluation, most }))
    const cruxes = (found ?? []).slice(0, most)
    const paired = cruxes.slice(0, mostPaired).map(({ node }) => node)
    const isAsked = pairs !== 0 && !Number.isNaN(probe.strength)
    const shapley = isAsked
      ? shapleyValues(network, formula, topic, sampling, scores)
      : undefined
    return {
      topic,
      strength: probe.strength,
      base: scores.base[probe.cone.topic] as number,
      cruxes,
      isTooLong: found === undefined,
      reaching: probe.cone.nodes.length,
      interactions: drain(findInteractions(probe, paired)),
      ...(shapley === undefined ? { isShapleyTooSlow: isAsked } : { shapley }),
    }
  })
}
