import type { Chance, Run } from '../contract.ts'
import { actorCritic, discount, qLearner, type Learner } from '../gridworld/learn.ts'
import {
  leastDifference,
  openValues,
  pairScore,
  rangeOf,
  rankCorrelation,
  steeringScore,
  type Range,
} from '../gridworld/score.ts'
import { optimalValues } from '../gridworld/solve.ts'
import { drawWorld, type World } from '../gridworld/world.ts'
import { drawLooks, examOf, examScore, fitReward, type Exam, type Looks } from './reward-model.ts'
import type { WhatComesFirst } from './settings.ts'

/** The scores of one agent in one world, one for each mark. 1 is perfect; 0 is chance. */
export interface Curves {
  /** Telling better from worse outcomes in worlds it never saw, cells entered counted once. */
  readonly outcomesOnce: readonly number[]
  /** The same where each entry counts. */
  readonly outcomesEvery: readonly number[]
  /** Ordering pairs of situations in its own world by their true value. */
  readonly situations: readonly number[]
  /** Rank correlation of the same with their true value. */
  readonly situationRanks: readonly number[]
  /** Exact return of what it holds best, between acting at random and acting best. */
  readonly control: readonly number[]
}
export type Ability = keyof Curves

export const algorithms = ['q', 'actor-critic'] as const
export type Algorithm = (typeof algorithms)[number]

export interface Result {
  /** The numbers of episodes after which the agents are tested. */
  readonly marks: readonly number[]
  /** World by world. */
  readonly curves: Readonly<Record<Algorithm, readonly Curves[]>>
}

const unseenWorlds = 5
const learners = { q: qLearner, 'actor-critic': actorCritic }

export function* run(settings: WhatComesFirst, chance: Chance): Run<Result> {
  const marks = marksUpTo(settings.episodes)
  const curves: Record<Algorithm, Curves[]> = { q: [], 'actor-critic': [] }
  const result = (): Result => ({
    marks,
    curves: { q: curves.q.slice(), 'actor-critic': curves['actor-critic'].slice() },
  })
  for (let i = 0; i < settings.worlds; i++) {
    const setting = prepare(settings, i, chance)
    for (let a = 0; a < algorithms.length; a++) {
      const algorithm = algorithms[a] as Algorithm
      const random = chance('learning', algorithm, i)
      const learner = learners[algorithm](setting.world, settings.slip, random)
      const learning = learn(learner, setting, marks)
      for (;;) {
        const next = learning.next()
        if (next.done) {
          curves[algorithm].push(next.value)
          break
        }
        const done = i + (a + next.value) / algorithms.length
        yield { fraction: done / settings.worlds, soFar: () => (i === 0 ? undefined : result()) }
      }
    }
  }
  return result()
}

/** 1, 2, 5, 10, doubling from there, and the last episode. */
export function marksUpTo(episodes: number): readonly number[] {
  const marks = [1, 2, 5]
  for (let mark = 10; mark < episodes; mark *= 2) marks.push(mark)
  return [...marks, episodes]
}

/** One replicate: the world the agents learn in and what they are tested on. */
interface Replicate {
  readonly world: World
  readonly slip: number
  readonly looks: Looks
  readonly best: Float64Array
  readonly range: Range
  readonly exams: readonly Exam[]
}

function prepare(
  { size, slip, featureNoise }: WhatComesFirst,
  i: number,
  chance: Chance,
): Replicate {
  const world = drawWorld(size, chance('world', i))
  const best = optimalValues(world, slip, discount)
  const exams = Array.from({ length: unseenWorlds }, (_, k) => {
    const random = chance('unseen', i, k)
    const unseen = drawWorld(size, random)
    return examOf(unseen, drawLooks(unseen, featureNoise, random))
  })
  return {
    world,
    slip,
    looks: drawLooks(world, featureNoise, chance('looks', i)),
    best,
    range: rangeOf(world, slip, discount, best),
    exams,
  }
}

/** Learns up to each mark in turn and is tested there; yields how much of it is done. */
function* learn(
  learner: Learner,
  replicate: Replicate,
  marks: readonly number[],
): Generator<number, Curves, void> {
  const tests: Record<Ability, number>[] = []
  const last = marks[marks.length - 1] as number
  for (let episode = 1; episode <= last; episode++) {
    learner.episode()
    if (marks.includes(episode)) tests.push(test(learner, replicate))
    if (episode % 100 === 0) yield episode / last
  }
  const curve = (ability: Ability) => tests.map((scores) => rounded(scores[ability]))
  return {
    outcomesOnce: curve('outcomesOnce'),
    outcomesEvery: curve('outcomesEvery'),
    situations: curve('situations'),
    situationRanks: curve('situationRanks'),
    control: curve('control'),
  }
}

function test(learner: Learner, replicate: Replicate): Record<Ability, number> {
  const { world, slip, looks, best, range, exams } = replicate
  const once = learner.entered.map((times) => Math.min(1, times))
  const guesses = openValues(world, learner.values())
  const truths = openValues(world, best)
  return {
    outcomesOnce: examScore(fitReward(looks, world, once), exams),
    outcomesEvery: examScore(fitReward(looks, world, learner.entered), exams),
    situations: pairScore(guesses, truths, leastDifference),
    situationRanks: rankCorrelation(guesses, truths),
    control: steeringScore(world, slip, discount, learner.policy(), range),
  }
}

/** To 3 decimals, finer than any interval here, so that the published file stays small. */
function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
