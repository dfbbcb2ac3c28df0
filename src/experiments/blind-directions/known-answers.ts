import type { KnownAnswer, KnownCase } from '../about.ts'
import { wholePower } from '../lib/elementary.ts'
import { addScaled, dot } from '../lib/linear-algebra.ts'
import { chanceOf } from '../lib/random.ts'
import { drain } from '../../core/drain.ts'
import { trainJudge } from './judge.ts'
import {
  drawPairs,
  embedded,
  mostClaimed,
  normals,
  pairAccuracy,
  projected,
  randomDirection,
  randomFrame,
  signStep,
} from './world.ts'

const chance = chanceOf('known-answers', 1, 1)

interface Shrinkage {
  readonly rate: number
  readonly decay: number
  readonly steps: number
  readonly seed: number
}

/** The weights off the data before and after training a judge in a world of its own. */
function offData({ seed, ...training }: Shrinkage): { before: Float64Array; after: Float64Array } {
  const random = chance('off the data', seed)
  const frame = randomFrame(10, 80, random)
  const liking = randomDirection(10, random)
  const pairs = embedded(drawPairs(liking, 60, random), frame)
  const start = normals(80, random)
  const trained = drain(trainJudge(pairs, start, training, null))
  const off = (weights: Float64Array) => {
    const rest = weights.slice()
    addScaled(rest, projected(weights, frame), -1)
    return rest
  }
  return { before: off(start), after: off(trained) }
}

/** What share of the weights off the data is left after training. */
export function shareLeft(of: Shrinkage): number {
  const { before, after } = offData(of)
  return dot(before, after) / dot(before, before)
}

/** How far the weights off the data are from `expected` times what they were, at most. */
function turned(of: Shrinkage, expected: number): number {
  const { before, after } = offData(of)
  return Math.max(...after.map((weight, j) => Math.abs(weight - expected * (before[j] as number))))
}

/** The highest score that any corner of a box reaches, by trying all of them. */
export function highestCorner(weights: Float64Array, budget: number): number {
  let highest = -Infinity
  for (let corner = 0; corner < wholePower(2, weights.length); corner++) {
    let score = 0
    let bits = corner
    for (const weight of weights) {
      score += bits % 2 === 1 ? budget * weight : -budget * weight
      bits = Math.floor(bits / 2)
    }
    highest = Math.max(highest, score)
  }
  return highest
}

/** A judge and a taste whose scores on normal items have that correlation. */
function atCorrelation(correlation: number): { judge: Float64Array; taste: Float64Array } {
  const random = chance('correlation')
  const [taste, other] = randomFrame(2, 10, random) as [Float64Array, Float64Array]
  const judge = taste.map((x) => correlation * x)
  addScaled(judge, other, Math.sqrt(1 - correlation * correlation))
  return { judge, taste }
}

/** The share of drawn pairs that a judge and a taste at that correlation order alike. */
function drawnAgreement(correlation: number): number {
  const { judge, taste } = atCorrelation(correlation)
  const random = chance('pairs', correlation)
  const draws = 20_000
  let alike = 0
  for (let i = 0; i < draws; i++) {
    const difference = normals(judge.length, random)
    if (dot(difference, judge) > 0 === dot(difference, taste) > 0) alike++
  }
  return alike / draws
}

const left: readonly (readonly [decay: number, share: number])[] = [
  [0, 1],
  [0.003, 0.5485644793],
  [0.01, 0.1346580429],
]

/** Strength, the squared cosine that goes with it, and how often the signs agree. */
const agreements: readonly (readonly [strength: number, overlap: number, accuracy: number])[] = [
  [1, 1 / 3, 0.6666666667],
  [1.5, 7 / 12, 0.7393817952],
  [2, 0.7, 0.7766501895],
  [3, 17 / 21, 0.8184008843],
  [4, 31 / 36, 0.8426861471],
]

function shrinkageCases(): readonly KnownCase[] {
  return left.flatMap(([decay, expected], seed) => {
    const of = { rate: 0.5, decay, steps: 400, seed }
    return [
      {
        label: `share left, decay ${decay}, rate 0.5, 400 steps`,
        expected,
        tolerance: 1e-9,
        ours: () => shareLeft(of),
      },
      {
        label: `largest change of direction, decay ${decay}`,
        expected: 0,
        tolerance: 1e-9,
        ours: () => turned(of, expected),
      },
    ]
  })
}

function boxCases(): readonly KnownCase[] {
  return [1, 6, 12].flatMap((dimensions) => {
    const weights = () => normals(dimensions, chance('box', dimensions))
    const budget = 0.25
    return [
      {
        label: `formula less the best of all corners, ${dimensions} dimensions`,
        expected: 0,
        tolerance: 1e-9,
        ours: () => mostClaimed(weights(), budget) - highestCorner(weights(), budget),
      },
      {
        label: `formula less the score of the step, ${dimensions} dimensions`,
        expected: 0,
        tolerance: 1e-9,
        ours: () => mostClaimed(weights(), budget) - dot(signStep(weights(), budget), weights()),
      },
    ]
  })
}

function agreementCases(): readonly KnownCase[] {
  return agreements.flatMap(([strength, overlap, expected]) => {
    const seen = strength * overlap
    const correlation = Math.sqrt(seen / (1 + seen))
    const { judge, taste } = atCorrelation(correlation)
    return [
      {
        label: `formula at the correlation of strength ${strength}`,
        expected,
        tolerance: 1e-9,
        ours: () => pairAccuracy(judge, taste),
      },
      {
        label: `drawn pairs at the correlation of strength ${strength}`,
        expected,
        tolerance: 0.015,
        ours: () => drawnAgreement(correlation),
      },
    ]
  })
}

/** Checks of the model's parts against values that nobody here chose. */
export const knownAnswers: readonly KnownAnswer[] = [
  {
    id: 'ka-gd-orthogonal',
    statement:
      'Gradient descent leaves weights orthogonal to all data as they were, but for weight decay, which shrinks them by the same factor at every step.',
    source: 'identity; for networks Melamed, Yehudai & Vardi 2023',
    cases: shrinkageCases(),
  },
  {
    id: 'ka-fgsm-linear',
    statement:
      'If no number of an item may change by more than a budget, a linear score rises by at most the budget times the sum of the absolute weights.',
    source: 'Goodfellow, Shlens & Szegedy 2014',
    cases: boxCases(),
  },
  {
    id: 'ka-sign-accuracy',
    statement: 'Two normal scores agree in sign with probability 1 − arccos(correlation)/π.',
    source: 'Sheppard 1899',
    cases: agreementCases(),
  },
]
