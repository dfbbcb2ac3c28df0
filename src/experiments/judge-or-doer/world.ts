import type { Chance, Random } from '../contract.ts'
import { sigmoid } from '../lib/elementary.ts'
import { type Exam, setExam } from './exam.ts'
import { bestString } from './search.ts'
import { type Batch, drawBatch, drawValues, firstOf, score, SYMBOLS } from './strings.ts'
import { drawWording, type Wording } from './wording.ts'

/** How many times as long the longer strings are. */
export const STRETCH = 4
const TESTS = 400
/** In how many contexts a judge's best of many samples is tried. */
const SAMPLED = 100

/** What is true in a world, what learners are taught there and what they are tested on. */
export interface World {
  readonly gold: Float64Array
  readonly wording: Wording
  /** Pairs of random strings, the preferred first. */
  readonly pairs: Batch
  /** The best strings in contexts of their own. */
  readonly demonstrations: Batch
  readonly exams: {
    readonly asTrained: Exam
    readonly longer: Exam
    /** Pairs of strings two random changes away from the best. */
    readonly nearBest: Exam
    readonly sampled: Exam
    readonly sampledLonger: Exam
  }
}

/** World number `index`; worlds that differ in coupling alone share all draws. */
export function* drawWorld(
  chance: Chance,
  index: number,
  of: { coupling: number; length: number; examples: number; blur: number },
): Generator<undefined, World, void> {
  const { length } = of
  const at = (purpose: string): Random => chance('world', index, purpose)
  const batch = (purpose: string, count: number, copies: number, long: number): Batch =>
    drawBatch(chance, ['world', index, purpose], { count, copies, length: long })
  const gold = drawValues(at('values'), of.coupling)
  const pairs = batch('pairs', of.examples, 2, length)
  prefer(gold, pairs, at('labels'))
  yield
  const demonstrations = batch('demonstrations', of.examples, 1, length)
  demonstrate(gold, demonstrations)
  yield
  const tests = batch('tests', TESTS, 2, length)
  const longer = batch('longer', TESTS, 2, STRETCH * length)
  yield
  const examLonger = setExam(gold, longer)
  yield
  return {
    gold,
    wording: drawWording(at('wording'), of.blur),
    pairs,
    demonstrations,
    exams: {
      asTrained: setExam(gold, tests),
      longer: examLonger,
      nearBest: setExam(gold, nearBest(gold, tests, at('near the best'))),
      sampled: setExam(gold, firstOf(tests, SAMPLED)),
      sampledLonger: setExam(gold, firstOf(longer, SAMPLED)),
    },
  }
}

/** Puts the preferred string of each pair first: Bradley and Terry's choice by true scores. */
export function prefer(gold: Float64Array, pairs: Batch, random: Random): void {
  const { count, length, strings } = pairs
  for (let item = 0; item < count; item++) {
    const from = 2 * item * length
    const first = score(gold, pairs, item, strings, from)
    const second = score(gold, pairs, item, strings, from + length)
    if (random.uniform() < sigmoid(first - second)) continue
    const moved = strings.slice(from, from + length)
    strings.copyWithin(from, from + length, from + 2 * length)
    strings.set(moved, from + length)
  }
}

function demonstrate(gold: Float64Array, batch: Batch): void {
  for (let item = 0; item < batch.count; item++) {
    batch.strings.set(bestString(gold, batch, item), item * batch.length)
  }
}

function nearBest(gold: Float64Array, tests: Batch, random: Random): Batch {
  const { count, copies, length } = tests
  const strings = new Uint8Array(tests.strings.length)
  for (let item = 0; item < count; item++) {
    const best = bestString(gold, tests, item)
    for (let c = 0; c < copies; c++) {
      const from = (item * copies + c) * length
      strings.set(best, from)
      for (let change = 0; change < 2; change++) {
        strings[from + random.below(length)] = random.below(SYMBOLS)
      }
    }
  }
  return { ...tests, strings }
}
