import type { Cone } from './cone.ts'

/** What settling a cycle costs, in sweeps over it. */
const sweepsOfCycle = 100
/** More elements than these are not computed again for the cruxes of one topic. */
const mostForCruxes = 2_000_000_000
/** And for its Shapley values. */
const mostForShares = 50_000_000
/** Pairs of permutations where they are cheap, and the least worth showing. */
const [usualPairs, leastPairs] = [200, 10]

/** Whether the cruxes of a topic can be found in a time that somebody would wait, by its cone. */
export function isSearchable(cone: Cone): boolean {
  return 2 * cone.nodes.length * workOfCycles(cone) <= mostForCruxes
}

/** How many pairs of permutations can be sampled for Shapley values; 0 where too few to be shown. */
export function affordablePairs(cone: Cone): number {
  const players = Math.max(1, cone.nodes.length)
  const pairs = Math.floor(mostForShares / (2 * players * (players + workOfCycles(cone))))
  return pairs < leastPairs ? 0 : Math.min(usualPairs, pairs)
}

/** How many elements of cycles one question costs at most. */
export function workOfCycles({ has, cycleOf }: Cone): number {
  return sweepsOfCycle * has.filter((is, p) => is === 1 && (cycleOf[p] as number) >= 0).length
}
