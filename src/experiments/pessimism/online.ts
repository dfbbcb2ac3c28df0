import type { Random } from '../contract.ts'
import { ln } from '../lib/elementary.ts'

/** True mean rewards of the arms; each reward has standard normal noise. */
export const arms: readonly number[] = [1, 0.8, 0.6, 0.4, 0.2]

export const learnerNames = ['ucb', 'thompson', 'epsilon', 'greedy', 'chosen'] as const
export type LearnerName = (typeof learnerNames)[number]

/** What a learner has seen of each arm. */
export interface Seen {
  readonly counts: Float64Array
  readonly means: Float64Array
}

/** Chooses an arm at step `step`, counted from 1. Each arm has been tried once by then. */
export type Learner = (step: number, seen: Seen) => number

/** The estimate plus `beta` standard errors, with the noise known to be 1. */
export function fixedIndexLearner(beta: number): Learner {
  return (_, { counts, means }) =>
    highest(counts.length, (i) => (means[i] as number) + beta / Math.sqrt(counts[i] as number))
}

/** UCB1 of Auer, Cesa-Bianchi and Fischer (2002): estimate plus sqrt(2 ln t / n). */
export function ucbLearner(): Learner {
  return (step, { counts, means }) => {
    const bonus = Math.sqrt(2 * ln(step))
    const spread = (i: number) => bonus / Math.sqrt(counts[i] as number)
    return highest(counts.length, (i) => (means[i] as number) + spread(i))
  }
}

/** Thompson's rule: the highest of one draw per arm from N(mean, 1/n), a flat prior's posterior. */
export function thompsonLearner(random: Random): Learner {
  return (_, { counts, means }) =>
    highest(
      counts.length,
      (i) => (means[i] as number) + random.normal() / Math.sqrt(counts[i] as number),
    )
}

/**
 * Greedy but for a random arm with probability min(1, c K / (d² t)), which is Auer's schedule with
 * c = 0.1; d is the distance of the two best of the K arms, which it must be told.
 */
export function epsilonLearner(distance: number, random: Random): Learner {
  return (step, { counts, means }) => {
    const epsilon = (0.1 * counts.length) / (distance * distance * step)
    if (random.uniform() < epsilon) return random.below(counts.length)
    return highest(counts.length, (i) => means[i] as number)
  }
}

/**
 * Follows a learner for `horizon` steps and gives the regret that it has run up by the end of each
 * of `parts` equal parts: how far its arms' true means fell short of the best, summed. `noise`
 * holds the noise of the j-th try of arm i at j K + i, so that learners can share their luck.
 */
export function followLearner(
  learner: Learner,
  means: readonly number[],
  noise: Float64Array,
  { horizon, parts }: { readonly horizon: number; readonly parts: number },
): Float64Array {
  const seen = { counts: new Float64Array(means.length), means: new Float64Array(means.length) }
  const regrets = new Float64Array(parts)
  let part = 0
  for (let step = 1; step <= horizon; step++) {
    const arm = step <= means.length ? step - 1 : learner(step, seen)
    const tried = seen.counts[arm] as number
    const reward = (means[arm] as number) + (noise[tried * means.length + arm] as number)
    seen.counts[arm] = tried + 1
    const mean = seen.means[arm] as number
    seen.means[arm] = mean + (reward - mean) / (tried + 1)
    if (step * parts < (part + 1) * horizon) continue
    regrets[part] = regretOf(means, seen.counts)
    part += 1
  }
  return regrets
}

function regretOf(means: readonly number[], counts: Float64Array): number {
  const best = Math.max(...means)
  return means.reduce((sum, mean, i) => sum + (best - mean) * (counts[i] as number), 0)
}

/** The noise of one run for `followLearner`; a longer horizon only adds to it. */
export function drawNoise(armCount: number, horizon: number, random: Random): Float64Array {
  const noise = new Float64Array(armCount * horizon)
  for (let i = 0; i < noise.length; i++) noise[i] = random.normal()
  return noise
}

/**
 * The ceiling that Auer, Cesa-Bianchi and Fischer (2002) prove for the regret of UCB1 with rewards
 * from 0 to 1: 8 ln T times the sum of 1/d plus (1 + pi²/3) times the sum of d, over the distances
 * d of the worse arms from the best.
 */
export function ucbBound(means: readonly number[], horizon: number): number {
  const best = Math.max(...means)
  let inverse = 0
  let sum = 0
  for (const mean of means) {
    if (mean === best) continue
    inverse += 1 / (best - mean)
    sum += best - mean
  }
  return 8 * ln(horizon) * inverse + (1 + (Math.PI * Math.PI) / 3) * sum
}

function highest(count: number, indexOf: (i: number) => number): number {
  let best = 0
  let top = -Infinity
  for (let i = 0; i < count; i++) {
    const index = indexOf(i)
    if (index <= top) continue
    top = index
    best = i
  }
  return best
}
