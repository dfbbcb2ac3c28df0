import { expectedMaximum } from '../lib/expected-maximum.ts'
import { exp, ln } from '../lib/elementary.ts'

/**
 * A share, or a number of outcomes, by how the two failings are counted: limited reach first, then
 * misjudging among what is in reach; misjudging first, among all outcomes; or the mean of the two
 * orders, which is Shapley's value.
 */
export interface ByOrder<T> {
  readonly reachFirst: T
  readonly shapley: T
  readonly judgingFirst: T
}

/** How far an agent falls short of the best outcome, and what of it is due to misjudging. */
export interface Shortfall {
  /** Best outcome less what the agent gets, in standard deviations of value. */
  readonly total: number
  /** The part due to misjudging; what is left is due to limited reach. */
  readonly judging: ByOrder<number>
}

/**
 * The shortfall of an agent that can bring about outcomes of which the best is worth `inReach` on
 * average (m_n), where the best of all is worth `ofAll` (m_N), and that picks by a score of that
 * correlation with value. It gets `correlation` times m_n; with all in reach it would get
 * `correlation` times m_N.
 */
export function shortfall(ofAll: number, inReach: number, correlation: number): Shortfall {
  const reachFirst = (1 - correlation) * inReach
  const judgingFirst = (1 - correlation) * ofAll
  return {
    total: ofAll - correlation * inReach,
    judging: { reachFirst, shapley: (reachFirst + judgingFirst) / 2, judgingFirst },
  }
}

/** The share of the shortfall that is due to misjudging; null where nothing falls short. */
export function judgingShare({ total, judging }: Shortfall): ByOrder<number> | null {
  if (total <= 0) return null
  return {
    reachFirst: judging.reachFirst / total,
    shapley: judging.shapley / total,
    judgingFirst: judging.judgingFirst / total,
  }
}

/**
 * The m_n from which misjudging is the larger part, for an accuracy above 0: half of the shortfall
 * solved for m_n in each order.
 */
export function overtakingMaximum(ofAll: number, correlation: number): ByOrder<number> {
  return {
    reachFirst: ofAll / (2 - correlation),
    shapley: correlation * ofAll,
    judgingFirst: Math.max(0, (2 - 1 / Math.max(correlation, 0.01)) * ofAll),
  }
}

/** The number of outcomes, 1 to `most`, of which the best is worth `maximum` on average. */
export function reachFor(maximum: number, most: number): number {
  let low = 0
  let high = ln(most)
  if (maximum <= 0) return 1
  if (maximum >= expectedMaximum(most)) return most
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (expectedMaximum(exp(middle)) < maximum) low = middle
    else high = middle
  }
  return exp((low + high) / 2)
}
