import type { Random } from '../contract.ts'
import { achieved, type Exam, pairAccuracy, scoreMargins } from './exam.ts'
import { fitJudge } from './judge.ts'
import { greedyString, logMargins } from './policy.ts'
import { bestSampled, bestString } from './search.ts'
import { firstOf } from './strings.ts'
import { fitPolicy, type HowToFit } from './teach.ts'
import { lift } from './wording.ts'
import type { World } from './world.ts'

const STEPS = 100

/** Shares of pairs ranked rightly. */
export interface Ranks {
  readonly asTrained: number
  readonly longer: number
  readonly newWording: number
  readonly nearBest: number
}
/** Shares of what can be achieved, from 0 for random strings to 1. */
export interface Acts {
  /** The judge with exact search, and with the best of so many random strings. */
  readonly planned: number
  readonly sampled: number
  readonly preferences: number
  readonly demonstrations: number
  readonly equalBits: number
}
/** What came of teaching each learner in one world. */
export interface Trial {
  readonly judge: Ranks
  readonly preferences: Ranks
  readonly demonstrations: Ranks
  /** The doer from preferences with parameters for each token instead of each meaning. */
  readonly untied: Ranks
  readonly acts: Acts
  readonly actsLonger: Acts
}
export interface Teaching {
  readonly examples: number
  readonly lookAhead: number
  readonly seenNew: number
  readonly samples: number
  readonly priorForDoer: boolean
}

/** How many demonstrations carry at most as many bits as that many preferences, but at least 1. */
export function equalDemonstrations(preferences: number, length: number): number {
  return Math.max(1, Math.round(preferences / bitsOfDemonstration(length)))
}

/** The most bits that a string can carry: log2 of SYMBOLS for each symbol. */
export function bitsOfDemonstration(length: number): number {
  return 2 * length
}

/** Teaches all learners from the world's first `examples` and tests them. */
export function* tryOut(
  world: World,
  teaching: Teaching,
  random: Random,
): Generator<undefined, Trial, void> {
  const { gold, wording, exams } = world
  const { examples, seenNew, samples } = teaching
  const pairs = firstOf(world.pairs, examples)
  const few = equalDemonstrations(examples, pairs.length)
  const judge = yield* fitJudge(pairs, wording, seenNew, STEPS)
  const doer = yield* fitDoer(world, teaching, 'pairs', examples)
  const copier = yield* fitDoer(world, teaching, 'demonstrations', examples)
  const fewer = yield* fitDoer(world, teaching, 'demonstrations', few)
  const untied = yield* fitUntied(world, teaching, doer)
  const acts = function* (exam: Exam, sampled: Exam): Generator<undefined, Acts, void> {
    const greedy = (policy: Float64Array) =>
      achieved(gold, exam, (item) => greedyString(policy, exam.batch, item))
    return {
      planned: yield* achieved(gold, exam, (item) => bestString(judge, exam.batch, item)),
      sampled: yield* achieved(gold, sampled, (item) =>
        bestSampled(judge, sampled.batch, item, samples, random),
      ),
      preferences: yield* greedy(doer),
      demonstrations: yield* greedy(copier),
      equalBits: yield* greedy(fewer),
    }
  }
  return {
    judge: yield* ranks(world, scoreMargins, judge),
    preferences: yield* ranks(world, logMargins, doer),
    demonstrations: yield* ranks(world, logMargins, copier),
    untied: yield* ranks(world, logMargins, ...untied),
    acts: yield* acts(exams.asTrained, exams.sampled),
    actsLonger: yield* acts(exams.longer, exams.sampledLonger),
  }
}

/** A doer from the first of a world's pairs or demonstrations, its output tied to meanings. */
function fitDoer(
  world: World,
  teaching: Teaching,
  from: 'pairs' | 'demonstrations',
  count: number,
): Generator<undefined, Float64Array, void> {
  return fitPolicy(firstOf(world[from], count), howToFit(teaching), world.wording)
}

function howToFit({ lookAhead, seenNew, priorForDoer }: Teaching): HowToFit {
  return { look: lookAhead, prior: priorForDoer, steps: STEPS, newShare: seenNew }
}

function* ranks(
  { exams, wording }: World,
  margins: typeof scoreMargins,
  old: Float64Array,
  fresh = lift(old, wording),
): Generator<undefined, Ranks, void> {
  const rank = ({ batch, truth }: Exam, by: Float64Array): number =>
    pairAccuracy(truth, margins(by, batch))
  const asTrained = rank(exams.asTrained, old)
  yield
  const longer = rank(exams.longer, old)
  yield
  const newWording = rank(exams.asTrained, fresh)
  return { asTrained, longer, newWording, nearBest: rank(exams.nearBest, old) }
}

/** Without items in the new wording the old one is learnt as the `tied` doer learns it. */
function* fitUntied(
  { pairs }: World,
  teaching: Teaching,
  tied: Float64Array,
): Generator<undefined, readonly [Float64Array, Float64Array], void> {
  if (teaching.seenNew === 0) return [tied, new Float64Array(tied.length)]
  const both = yield* fitPolicy(firstOf(pairs, teaching.examples), howToFit(teaching))
  return [both.subarray(0, tied.length), both.subarray(tied.length)]
}
