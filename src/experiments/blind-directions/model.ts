import type { Chance, Run, Step } from '../contract.ts'
import { dot, norm } from '../lib/linear-algebra.ts'
import { trainJudge } from './judge.ts'
import type { BlindDirectionsSettings } from './settings.ts'
import {
  distanceFrom,
  drawPairs,
  embedded,
  mostClaimed,
  normals,
  pairAccuracy,
  projected,
  randomDirection,
  randomFrame,
  sharpness,
  signStep,
  trueValue,
} from './world.ts'

/** What a policy comes to that follows one kind of judge; one number a world. */
export interface Followed {
  /** The judge's accuracy on new pairs like those it was trained on. */
  readonly accuracy: number[]
  /** The share of the step's length that leaves the data's directions. */
  readonly away: number[]
  /** True value after each of the steps in `reaches`, 0 at the start. */
  readonly value: number[][]
}
export const arms = ['plain', 'guarded', 'projected'] as const
export type Arm = (typeof arms)[number]

/** The panel where the data cover every direction; one number a world. */
export interface Wide {
  readonly dimensions: number
  readonly accuracy: number[]
  /** Real gain over claimed gain of a judge without decay, and of one with it. */
  readonly realShare: number[]
  readonly realShareGuarded: number[]
  /** Real gain over the most that a step of that size can gain. */
  readonly ofBest: number[]
}
export interface BlindDirectionsResult {
  readonly reaches: readonly number[]
  readonly followed: Readonly<Record<Arm, Followed>>
  readonly wide: readonly Wide[]
}

type Pause = Step<BlindDirectionsResult>

/** How many directions the data vary in. */
export const covered = 10
const rate = 0.5
const marks = 8
const wideDimensions = [5, 20, 50, 100, 200]
const wideWorlds = 8
const widePairs = 400
const relevant = 5
const budget = 0.25

/** Runs the model: first the judge with blind directions, then the one that sees them all. */
export function* run(
  settings: BlindDirectionsSettings,
  chance: Chance,
): Run<BlindDirectionsResult> {
  const result = emptyResult(settings)
  const soFar = () => (result.followed.plain.accuracy.length ? structuredClone(result) : undefined)
  const { replicates } = settings
  const more = Math.min(replicates, wideWorlds)
  for (let world = 0; world < replicates; world++) {
    const fraction = (0.6 * world) / replicates
    yield* followJudges(settings, chance, world, result, { fraction, soFar })
  }
  for (let world = 0; world < more; world++) {
    for (const of of result.wide) {
      yield* widen(settings, chance, world, of, { fraction: 0.6 + (0.4 * world) / more, soFar })
    }
  }
  return result
}

function emptyResult({ reach }: BlindDirectionsSettings): BlindDirectionsResult {
  const reaches = Array.from({ length: marks + 1 }, (_, i) => (reach * i) / marks)
  const empty = (): Followed => ({ accuracy: [], away: [], value: reaches.map(() => []) })
  return {
    reaches,
    followed: { plain: empty(), guarded: empty(), projected: empty() },
    wide: wideDimensions.map((dimensions) =>
      ({ dimensions, accuracy: [], realShare: [], realShareGuarded: [], ofBest: [] })),
  }
}

/** Trains two judges from the same weights on the same pairs and lets policies follow them. */
function* followJudges(
  { dimensions, start, decay, project, cost, pairs: count, steps }: BlindDirectionsSettings,
  chance: Chance,
  world: number,
  { reaches, followed }: BlindDirectionsResult,
  pause: Pause,
): Generator<Pause, void, void> {
  const random = chance('world', world)
  const frame = randomFrame(covered, dimensions, random)
  const liking = randomDirection(covered, random)
  const taste = embedded(liking, frame)
  const pairs = embedded(drawPairs(liking, count, random), frame)
  const spread = start / Math.sqrt(dimensions)
  const first = normals(dimensions, chance('world', world, 'start')).map((x) => spread * x)
  yield pause
  const plain = yield* trainJudge(pairs, first, { rate, decay: 0, steps }, pause)
  const guarded = yield* trainJudge(pairs, first, { rate, decay, steps }, pause)
  const record = (arm: Arm, judge: Float64Array, direction: Float64Array) => {
    const { accuracy, away, value } = followed[arm]
    const length = norm(direction)
    accuracy.push(pairAccuracy(projected(judge, frame), taste))
    away.push(distanceFrom(frame, direction) / length)
    reaches.forEach((reach, i) => {
      const item = direction.map((x) => (reach * x) / length)
      value[i]?.push(trueValue(item, taste, frame, cost))
    })
  }
  record('plain', plain, plain)
  record('guarded', guarded, project ? projected(guarded, frame) : guarded)
  record('projected', plain, projected(plain, frame))
}

/**
 * The panel where items vary in every direction and few of them matter: a step that changes no
 * number by more than `budget`, as the judge likes best, and what it gains in truth.
 */
function* widen(
  { decay, steps }: BlindDirectionsSettings,
  chance: Chance,
  world: number,
  { dimensions, accuracy, realShare, realShareGuarded, ofBest }: Wide,
  pause: Pause,
): Generator<Pause, void, void> {
  const random = chance('wide', world, dimensions)
  const taste = new Float64Array(dimensions)
  taste.set(randomDirection(relevant, random))
  const pairs = drawPairs(taste, widePairs, random)
  const start = new Float64Array(dimensions)
  const plain = yield* trainJudge(pairs, start, { rate, decay: 0, steps }, pause)
  const guarded = yield* trainJudge(pairs, start, { rate, decay, steps }, pause)
  const gain = (judge: Float64Array) => dot(signStep(judge, budget), taste)
  // True value counts here in the judge's units, in which labels were made.
  const share = (judge: Float64Array) => (sharpness * gain(judge)) / mostClaimed(judge, budget)
  accuracy.push(pairAccuracy(plain, taste))
  realShare.push(share(plain))
  realShareGuarded.push(share(guarded))
  ofBest.push(gain(plain) / mostClaimed(taste, budget))
}
