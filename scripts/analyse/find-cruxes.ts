import { coneOf, type Cone } from '../../src/analysis/cruxes/cone.ts'
import { findCruxes, type Crux } from '../../src/analysis/cruxes/cruxes.ts'
import { interactions } from '../../src/analysis/cruxes/interaction.ts'
import { shapleyValues } from '../../src/analysis/cruxes/shapley.ts'
import { evaluate } from '../../src/analysis/strength/evaluate.ts'
import type { Formula } from '../../src/analysis/strength/formulas.ts'
import type { Network, Scores } from '../../src/analysis/strength/network.ts'
import type { TopicReport } from '../../src/outputs/analysis-report.ts'
import { UsageError } from '../lib/command.ts'

/** Pairs of permutations where they are cheap, and the least worth showing. */
const [usualPairs, leastPairs] = [200, 10]
/** Elements that may be computed again for Shapley values where their number was not asked for. */
const mostWork = 50_000_000
/** And, for each node at both ends of its scale, before cruxes are refused. */
const mostScreening = 2_000_000_000
/** What settling a cycle costs, in sweeps over it. */
const sweepsOfCycle = 100
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
  const perRead = workOfCycles(cone)
  const found = drain(findCruxes(network, formula, topic, { scores, most }))
  const cruxes = found.slice(0, most)
  const paired = cruxes.slice(0, mostPaired).map(({ node }) => node)
  const asked = pairs ?? affordablePairs(reaching, perRead)
  return {
    topic,
    strength: evaluate(network, formula, scores).strength[element] as number,
    base: scores.base[element] as number,
    cruxes,
    reaching,
    interactions: interactions(network, formula, topic, paired, scores),
    ...(asked === 0
      ? {}
      : { shapley: shapleyValues(network, formula, topic, { pairs: asked }, scores) }),
  }
}

/** How many elements one question costs at most for the cycles among what reaches the topic. */
function workOfCycles({ has, cycleOf, nodes }: Cone): number {
  const elements = has.filter((is, p) => is === 1 && (cycleOf[p] as number) >= 0).length
  const work = sweepsOfCycle * elements
  if (2 * nodes.length * work <= mostScreening) return work
  const what = `${nodes.length} nodes reach the topic, ${elements} elements stand in cycles`
  throw new UsageError(`The cruxes would take too long to find: ${what}.`)
}

/** How many pairs of permutations are sampled where nobody asked for a number. */
function affordablePairs(players: number, workOfCycles: number): number {
  const pairs = Math.floor(mostWork / (2 * players * (players + workOfCycles)))
  return pairs < leastPairs ? 0 : Math.min(usualPairs, pairs)
}

function drain(search: Generator<number, readonly Crux[]>): readonly Crux[] {
  for (let step = search.next(); ; step = search.next()) if (step.done === true) return step.value
}
