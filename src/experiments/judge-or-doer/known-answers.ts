import { mean } from '../lib/statistics.ts'
import type { KnownAnswer, KnownCase } from '../about.ts'
import { arccosine } from '../lib/angles.ts'
import { wholePower } from '../lib/elementary.ts'
import { chanceOf } from '../lib/random.ts'
import { drain } from '../../core/drain.ts'
import { pairAccuracy, scoreMargins } from './exam.ts'
import { fitLinear } from './judge.ts'
import { tryArm } from './model.ts'
import { bestString } from './search.ts'
import { type JudgeOrDoerSettings, presets } from './settings.ts'
import { drawBatch, drawValues, FEATURES, score, SYMBOLS, WIDTH } from './strings.ts'
import type { Trial } from './trial.ts'

const streams = chanceOf('known-answers', 1, 20261124)

/** Trials in the first worlds of these settings, with all examples. */
function trials(settings: JudgeOrDoerSettings, worlds: number): readonly Trial[] {
  return Array.from({ length: worlds }, (_, i) => drain(tryArm(settings, settings, i, streams)))
}

/** In how many of `worlds` contexts Viterbi's string is not the best of all of that length. */
export function viterbiMismatches(length: number, worlds: number): number {
  let mismatches = 0
  for (let world = 0; world < worlds; world++) {
    const gold = drawValues(streams('viterbi', length, world), 1)
    const batch = drawBatch(streams, ['viterbi', length, world], { count: 1, copies: 1, length })
    const string = new Uint8Array(length)
    let best = -Infinity
    for (let code = 0; code < wholePower(SYMBOLS, length); code++) {
      for (let t = 0, left = code; t < length; t++, left = Math.floor(left / SYMBOLS)) {
        string[t] = left % SYMBOLS
      }
      best = Math.max(best, score(gold, batch, 0, string, 0))
    }
    const found = score(gold, batch, 0, bestString(gold, batch, 0), 0)
    if (Math.abs(found - best) > 1e-9) mismatches++
  }
  return mismatches
}

/**
 * The squared overlap of a factor of strength `theta` above the noise with the direction in which
 * it is seen, at `gamma` dimensions for each sample; 0 where `theta` squared is below `gamma`.
 */
export function overlapSquared(theta: number, gamma: number): number {
  return Math.max(0, 1 - gamma / (theta * theta)) / (1 + gamma / theta)
}

/** The correlation of the factor with its score along that direction. */
export function factorCorrelation(theta: number, gamma: number): number {
  const signal = theta * overlapSquared(theta, gamma)
  return Math.sqrt(signal / (1 + signal))
}

/** How often jointly normal scores of that correlation have the same sign. */
export function signAgreement(correlation: number): number {
  return 1 - arccosine(correlation) / Math.PI
}

/** The same as counted over pairs by the judge's own scoring, with weights at that angle. */
export function countedAgreement(correlation: number, pairs: number): number {
  const batch = drawBatch(streams, ['signs', pairs], { count: pairs, copies: 2, length: 1 })
  for (let i = 0; i < pairs; i++) batch.strings.set([0, 1], 2 * i)
  const gold = new Float64Array(FEATURES)
  const judge = new Float64Array(FEATURES)
  gold[0] = 1
  judge[0] = correlation
  judge[WIDTH - 1] = Math.sqrt(1 - correlation * correlation)
  return pairAccuracy(scoreMargins(gold, batch), scoreMargins(judge, batch))
}

/** Mean excess risk of least squares over data sets of `count` rows, noise of variance 1. */
export function leastSquaresRisk(size: number, count: number, sets: number): number {
  const random = streams('least squares', size, count)
  const draw = (length: number): Float64Array =>
    Float64Array.from({ length }, () => random.normal())
  let sum = 0
  for (let set = 0; set < sets; set++) {
    const features = draw(size * count)
    const truth = draw(size)
    const targets = Float64Array.from({ length: count }, (_, item) => {
      let value = random.normal()
      for (let i = 0; i < size; i++) {
        value += (truth[i] as number) * (features[item * size + i] as number)
      }
      return value
    })
    const off = (z: number, item: number): number => z - (targets[item] as number)
    const fitted = drain(fitLinear(features, size, off, 0, 300))
    for (let i = 0; i < size; i++) {
      const error = (fitted[i] as number) - (truth[i] as number)
      sum += error * error
    }
  }
  return sum / sets
}

/** d / (n - d - 1), with normal features. */
export function knownRisk(size: number, count: number): number {
  return size / (count - size - 1)
}

/** The standard error of `leastSquaresRisk`, by the second moments of the inverse Wishart. */
export function riskError(size: number, count: number, sets: number): number {
  const free = count - size
  const below = free * (free - 1) * (free - 3)
  const ofSquare = (size * (count - 1)) / below
  const squareOf = (size * (size * (free - 2) + 2)) / below
  const risk = knownRisk(size, count)
  return Math.sqrt((2 * ofSquare + squareOf - risk * risk) / sets)
}

/** Accuracy at 1/2 dimension a sample, by strength of the factor; the signs of 20,000 pairs. */
const accuracies: readonly (readonly [theta: number, accuracy: number])[] = [
  [1, 0.6666666667],
  [1.5, 0.7393817952],
  [2, 0.7766501895],
  [3, 0.8184008843],
  [4, 0.8426861471],
]

function signCases([theta, expected]: (typeof accuracies)[number]): readonly KnownCase[] {
  const correlation = factorCorrelation(theta, 0.5)
  return [
    {
      label: `strength ${theta}, by the formula`,
      expected,
      tolerance: 1e-9,
      ours: () => signAgreement(correlation),
    },
    {
      label: `strength ${theta}, counted`,
      expected,
      tolerance: 0.015,
      ours: () => countedAgreement(correlation, 20_000),
    },
  ]
}

const { published } = presets

function leadCase(test: 'asTrained' | 'longer'): KnownCase {
  return {
    label: test === 'longer' ? 'strings four times as long' : 'as trained',
    expected: 0.05,
    tolerance: 0.05,
    ours: () =>
      mean(trials(published, 3).map(({ judge, preferences }) => judge[test] - preferences[test])),
  }
}

const clear = { ...published, blur: 0 }

export const knownAnswers: readonly KnownAnswer[] = [
  {
    id: 'ka-sign-accuracy',
    statement:
      'Jointly normal scores of correlation ρ have the same sign with chance 1 - arccos(ρ)/π; for a factor of strength θ seen along a direction of squared overlap c that is 1/2 + arctan(√(θc))/π.',
    source: 'Sheppard 1899',
    cases: accuracies.flatMap(signCases),
  },
  {
    id: 'ka-exrm-dporm',
    statement:
      'An explicit reward model ranks better than the one implied by direct preference optimisation on the same preferences, by some points of accuracy: 3 on average and 7 at most in five settings.',
    source: 'Lin et al. 2024',
    cases: [leadCase('asTrained'), leadCase('longer')],
  },
  {
    id: 'ka-razin-tokens',
    statement:
      'A reward model implied by a policy fails on tokens that training never used because of how its output is parametrised: untied it is at chance, tied it is not.',
    source: 'Razin et al. 2026 (arXiv 2507.07981)',
    cases: [
      {
        label: 'untied, new wording: worlds not at exactly one half',
        expected: 0,
        tolerance: 0,
        ours: () => trials(clear, 2).filter(({ untied }) => untied.newWording !== 0.5).length,
      },
      {
        label: 'tied less untied, new wording',
        expected: 0.375,
        tolerance: 0.125,
        ours: () =>
          mean(
            trials(clear, 2).map(
              ({ preferences, untied }) => preferences.newWording - untied.newWording,
            ),
          ),
      },
    ],
  },
  {
    id: 'ka-viterbi',
    statement: 'Viterbi’s algorithm finds the best of all strings.',
    source: 'brute force',
    cases: [1, 2, 3, 4, 5, 6].map((length) => ({
      label: `strings of ${length}, mismatches of 30`,
      expected: 0,
      tolerance: 0,
      ours: () => viterbiMismatches(length, 30),
    })),
  },
  {
    id: 'ka-ols-risk',
    statement:
      'The excess risk of least squares with n rows of d independent normal features is σ²d/(n - d - 1).',
    source: 'identity',
    cases: [
      {
        label: '10 features, 40 rows, 2,000 data sets',
        expected: 0.3448275862,
        tolerance: 4 * riskError(10, 40, 2000),
        ours: () => leastSquaresRisk(10, 40, 2000),
      },
    ],
  },
]
