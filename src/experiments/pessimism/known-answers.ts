import type { KnownAnswer, KnownCase } from '../about.ts'
import { normalCumulative } from '../lib/normal.ts'
import { chanceOf } from '../lib/random.ts'
import { boundsOf, measure } from '../lib/statistics.ts'
import { drain } from '../../core/drain.ts'
import { type OfflineCell, run } from './model.ts'
import { choose } from './offline.ts'
import {
  arms,
  drawNoise,
  fixedIndexLearner,
  followLearner,
  type Learner,
  ucbBound,
  ucbLearner,
} from './online.ts'
import { presets } from './settings.ts'

/** Two actions whose observations have standard deviation 1, the first better by `gap`. */
export interface TwoActions {
  readonly gap: number
  readonly counts: readonly [number, number]
  readonly beta: number
}

/**
 * The probability that estimate plus `beta` standard errors is higher for the first of two actions,
 * which is Φ((d + β (1/√n1 - 1/√n2)) / √(1/n1 + 1/n2)), as the difference of the indices is normal.
 */
export function pickProbability({ gap, counts: [n1, n2], beta }: TwoActions): number {
  const shift = beta * (1 / Math.sqrt(n1) - 1 / Math.sqrt(n2))
  return normalCumulative((gap + shift) / Math.sqrt(1 / n1 + 1 / n2))
}

/** The share of `draws` in which the model's own choice falls on the first of two actions. */
export function pickShare({ gap, counts, beta }: TwoActions, draws: number, seed: number): number {
  const random = chanceOf('known-answers', 1, seed)('pick')
  const errors = Float64Array.from(counts, (count) => 1 / Math.sqrt(count))
  const data = { estimates: new Float64Array(2), errors, rare: new Uint8Array(2) }
  let first = 0
  for (let i = 0; i < draws; i++) {
    data.estimates[0] = gap + (errors[0] as number) * random.normal()
    data.estimates[1] = (errors[1] as number) * random.normal()
    if (choose(data, { beta, believed: 1, where: 'everywhere' }) === 0) first += 1
  }
  return first / draws
}

const pickCases: readonly (readonly [TwoActions, number])[] = [
  [{ gap: 0.3, counts: [100, 2], beta: -1 }, 0.897993935],
  [{ gap: 0.3, counts: [100, 2], beta: 0 }, 0.6627879639],
  [{ gap: 0.3, counts: [100, 2], beta: 1 }, 0.3335849055],
  [{ gap: 0.3, counts: [2, 100], beta: -1 }, 0.3335849055],
]

function pickLabel({ gap, counts, beta }: TwoActions): string {
  return `gap ${gap}, observations ${counts.join(' and ')}, β = ${beta}`
}

const draws = 100_000

const picking: KnownAnswer = {
  id: 'ka-pick-prob',
  statement:
    'Of two actions with known noise, the one with the higher estimate plus β standard errors is the first with the probability Φ((d + β(1/√n₁ − 1/√n₂)) / √(1/n₁ + 1/n₂)).',
  source: 'identity',
  cases: pickCases.flatMap(([actions, expected], i): KnownCase[] => [
    {
      label: `${pickLabel(actions)}: share in ${draws} draws`,
      expected,
      tolerance: 4 * Math.sqrt((expected * (1 - expected)) / draws),
      ours: () => pickShare(actions, draws, i),
    },
    {
      label: `${pickLabel(actions)}: closed form`,
      expected,
      tolerance: 1e-9,
      ours: () => pickProbability(actions),
    },
  ]),
}

/** Mean regret of a learner on the model's arms at half time and at the end. */
export function meanRegrets(
  learner: () => Learner,
  horizon: number,
  runs: number,
): { readonly half: number; readonly end: number } {
  const chance = chanceOf('known-answers', 1, 0)
  let half = 0
  let end = 0
  for (let i = 0; i < runs; i++) {
    const noise = drawNoise(arms.length, horizon, chance('online', i))
    const regrets = followLearner(learner(), arms, noise, { horizon, parts: 2 })
    half += (regrets[0] as number) / runs
    end += (regrets[1] as number) / runs
  }
  return { half, end }
}

const horizon = 5000
const runs = 60

function growth(learner: () => Learner): number {
  const { half, end } = meanRegrets(learner, horizon, runs)
  return end / half
}

const ucb: KnownAnswer = {
  id: 'ka-ucb-bound',
  statement:
    'The regret of UCB1 stays below 8 ln T Σ 1/Δ + (1 + π²/3) Σ Δ and grows with ln T; without a bonus for the unknown it grows with T.',
  source: 'Auer, Cesa-Bianchi and Fischer 2002; for rewards in [0, 1], here a generous ceiling',
  cases: [
    {
      label: 'the ceiling for means 1, 0.8, 0.6, 0.4, 0.2 and T = 5000',
      expected: 718.346,
      tolerance: 5e-4,
      ours: () => ucbBound([1, 0.8, 0.6, 0.4, 0.2], 5000),
    },
    {
      label: 'mean regret of UCB1 lies between 0 and the ceiling',
      expected: 718.346 / 2,
      tolerance: 718.346 / 2,
      ours: () => meanRegrets(ucbLearner, horizon, runs).end,
    },
    {
      label: 'regret at T over that at T/2, UCB1: between 1 and 1.4',
      expected: 1.2,
      tolerance: 0.2,
      ours: () => growth(ucbLearner),
    },
    {
      label: 'regret at T over that at T/2, greedy: linear',
      expected: 2,
      tolerance: 0.1,
      ours: () => growth(() => fixedIndexLearner(0)),
    },
    {
      label: 'regret at T over that at T/2, pessimist with β = −2: linear',
      expected: 2,
      tolerance: 0.1,
      ours: () => growth(() => fixedIndexLearner(-2)),
    },
  ],
}

/** The rule on trial with the published settings in 1,000 worlds, at one coverage. */
export function chosenAt(coverage: number): OfflineCell {
  const settings = { ...presets.published, worlds: 1000, horizon: 500, runs: 0 }
  const { offline } = drain(run(settings, chanceOf('known-answers', 1, 0)))
  return offline.find(
    (cell) => cell.panel === 'chosen' && cell.coverage === coverage,
  ) as OfflineCell
}

const batch: KnownAnswer = {
  id: 'ka-batch-bandit',
  statement:
    'With fixed data every confidence-adjusted index, greedy, cautious or hopeful, is minimax optimal, so that none is best everywhere; with data from a near-expert, pessimism does better. The signs at coverage −0.8 and 0.8 are a check of our own.',
  source: 'Xiao et al. 2021 (minimax optimality); Rashidinejad et al. 2021 (near-expert data)',
  cases: [
    {
      label: 'coverage −0.8: not shown to have more regret than greedy',
      expected: 0,
      tolerance: 0,
      ours: () => (boundsOf(measure('', chosenAt(-0.8).regretDifference)).low > 0 ? 0 : 1),
    },
    {
      label: 'coverage 0.8: not shown to have less regret than greedy',
      expected: 0,
      tolerance: 0,
      ours: () => (boundsOf(measure('', chosenAt(0.8).regretDifference)).high < 0 ? 0 : 1),
    },
  ],
}

export const knownAnswers: readonly KnownAnswer[] = [picking, ucb, batch]
