import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trainJudge, type Training } from '../../src/experiments/blind-directions/judge.ts'
import { highestCorner, shareLeft } from '../../src/experiments/blind-directions/known-answers.ts'
import { type BlindDirectionsResult, run } from '../../src/experiments/blind-directions/model.ts'
import { report } from '../../src/experiments/blind-directions/report.ts'
import {
  type BlindDirectionsSettings,
  presets,
} from '../../src/experiments/blind-directions/settings.ts'
import { alike, smallGain, verdictOf } from '../../src/experiments/blind-directions/verdict.ts'
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
} from '../../src/experiments/blind-directions/world.ts'
import type { Measure } from '../../src/experiments/contract.ts'
import { dot, norm } from '../../src/experiments/lib/linear-algebra.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { drain } from '../../src/core/drain.ts'

const chance = chanceOf('test', 1, 8)

const short: BlindDirectionsSettings = {
  ...presets.published,
  dimensions: 30,
  pairs: 60,
  steps: 60,
  replicates: 2,
}

function trained(
  pairs: Float64Array,
  start: Float64Array,
  training: Partial<Training>,
): Float64Array {
  return drain(trainJudge(pairs, start, { rate: 0.5, decay: 0, steps: 1, ...training }, null))
}

test('a frame is orthonormal, and projecting twice is projecting once', () => {
  const frame = randomFrame(6, 15, chance('frame'))
  frame.forEach((a, i) =>
    frame.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 12)))
  const vector = normals(15, chance('vector'))
  const once = projected(vector, frame)
  projected(once, frame).forEach((x, j) => expect(x).toBeCloseTo(once[j] as number, 12))
  const away = distanceFrom(frame, vector)
  expect(dot(once, once) + away * away).toBeCloseTo(dot(vector, vector), 10)
})

test('vectors keep their lengths when they are put into the space', () => {
  const frame = randomFrame(3, 20, chance('embedding'))
  const vectors = normals(6, chance('within'))
  const whole = embedded(vectors, frame)
  expect(whole).toHaveLength(40)
  expect(norm(whole.subarray(20))).toBeCloseTo(norm(vectors.subarray(3)), 12)
  expect(distanceFrom(frame, whole.subarray(0, 20))).toBeCloseTo(0, 12)
})

test('the first step from nothing goes half the rate along the mean pair', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 5 }), (count, width) => {
      const pairs = normals(count * width, chance('step', count, width))
      const weights = trained(pairs, new Float64Array(width), {})
      for (let j = 0; j < width; j++) {
        let sum = 0
        for (let i = 0; i < count; i++) sum += pairs[i * width + j] as number
        expect(weights[j]).toBeCloseTo((0.25 * sum) / count, 12)
      }
    }),
  )
})

test('of four comparisons three are won: the weight comes to the logarithm of 3', () => {
  const weights = trained(Float64Array.of(1, 1, 1, -1), Float64Array.of(-2), { steps: 2000 })
  expect(weights[0]).toBeCloseTo(Math.log(3), 10)
})

test('training does not change the weights it starts from', () => {
  const start = Float64Array.of(1, 2)
  trained(Float64Array.of(1, 0, 0, 1), start, { steps: 3 })
  expect([...start]).toEqual([1, 2])
})

test.each([
  [0.2, 0.05, 100],
  [0.5, 0.02, 250],
  [1, 0.001, 700],
])('off the data, rate %d and decay %d shrink weights alike for %i steps', (rate, decay, steps) => {
  expect(shareLeft({ rate, decay, steps, seed: 3 })).toBeCloseTo((1 - rate * decay) ** steps, 9)
})

test('no corner of a box beats the step by signs', () => {
  const weight = fc.double({ min: -3, max: 3, noNaN: true })
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 8 }), (list) => {
      const weights = Float64Array.from(list)
      const most = mostClaimed(weights, 0.4)
      expect(most).toBeCloseTo(highestCorner(weights, 0.4), 10)
      expect(dot(signStep(weights, 0.4), weights)).toBeCloseTo(most, 10)
    }),
  )
})

test('accuracy on pairs at angles that everybody knows', () => {
  const along = Float64Array.of(1, 0)
  expect(pairAccuracy(Float64Array.of(5, 0), along)).toBe(1)
  expect(pairAccuracy(Float64Array.of(-1, 0), along)).toBe(0)
  expect(pairAccuracy(Float64Array.of(0, 2), along)).toBeCloseTo(0.5, 12)
  expect(pairAccuracy(Float64Array.of(1, Math.sqrt(3)), along)).toBeCloseTo(2 / 3, 12)
  expect(pairAccuracy(new Float64Array(2), along)).toBe(0.5)
})

test('labels are as noisy as their sharpness says', () => {
  const taste = Float64Array.of(1)
  const pairs = drawPairs(taste, 20_000, chance('noise'))
  const close = pairs.filter((difference) => Math.abs(Math.abs(difference) - 0.5) < 0.05)
  const share = close.filter((difference) => difference > 0).length / close.length
  const expected = 1 / (1 + Math.exp(-sharpness * 0.5))
  expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt(0.25 / close.length))
})

test('true value pays for what lies off the data', () => {
  const frame = [Float64Array.of(1, 0, 0)]
  const taste = Float64Array.of(2, 0, 0)
  expect(trueValue(Float64Array.of(3, 0, 0), taste, frame, 0.3)).toBe(6)
  expect(trueValue(Float64Array.of(3, 4, 3), taste, frame, 0.3)).toBeCloseTo(6 - 3.75, 12)
})

test('worlds that are added leave the earlier ones as they were', () => {
  const few = drain(run(short, chance))
  const many = drain(run({ ...short, replicates: 3 }, chance))
  expect(many.followed.plain.accuracy).toHaveLength(3)
  for (const arm of ['plain', 'guarded', 'projected'] as const) {
    expect(many.followed[arm].accuracy.slice(0, 2)).toEqual(few.followed[arm].accuracy)
    expect(many.followed[arm].value.map((of) => of.slice(0, 2))).toEqual(few.followed[arm].value)
  }
  many.wide.forEach((of, i) => expect(of.realShare.slice(0, 2)).toEqual(few.wide[i]?.realShare))
})

test('without decay and projection both judges are one', () => {
  const { followed } = drain(run({ ...short, decay: 0 }, chance))
  expect(followed.guarded).toEqual(followed.plain)
})

test('the judge without regularisation does not depend on the decay', () => {
  const [mild, strong] = [0.001, 0.05].map((decay) => drain(run({ ...short, decay }, chance)))
  expect(strong?.followed.plain).toEqual(mild?.followed.plain)
  expect(strong?.followed.projected).toEqual(mild?.followed.projected)
  expect(strong?.followed.guarded).not.toEqual(mild?.followed.guarded)
})

test('a judge from nothing, or with data in all directions, has no blind ones', () => {
  for (const settings of [{ ...short, start: 0 }, { ...short, dimensions: 10 }]) {
    const { followed } = drain(run(settings, chance))
    for (const share of followed.plain.away) expect(share).toBeLessThan(1e-9)
  }
})

test('projection keeps every step on the data, and a longer step there gains in proportion', () => {
  const { followed, reaches } = drain(run({ ...short, project: true }, chance))
  for (const share of followed.guarded.away) expect(share).toBeLessThan(1e-9)
  const per = (i: number) => (followed.guarded.value[i]?.[0] as number) / (reaches[i] as number)
  expect(per(1)).toBeCloseTo(per(8), 9)
  expect(per(8)).toBeLessThanOrEqual(1)
})

test('a run says how far it is and gives results that can be reported', () => {
  let before = 0
  let reports = 0
  const steps = run(short, chance)
  for (let next = steps.next(); !next.done; next = steps.next()) {
    expect(next.value.fraction).toBeGreaterThanOrEqual(before)
    before = next.value.fraction
    const soFar = next.value.soFar()
    if (soFar === undefined) continue
    reports++
    expect(report(soFar, short).verdict.label).toBe('inconclusive')
  }
  expect(reports).toBeGreaterThan(0)
})

function between(low: number, high: number): Measure {
  return { label: '', value: (low + high) / 2, low, high }
}

test('the verdict at the borders of its rule', () => {
  const right = {
    worlds: 3,
    reach: 8,
    gain: between(0.1, 9),
    accuracyDifference: between(-alike, alike),
    guardedValue: between(0.1, 7),
    plainFall: between(-3, -0.1),
  }
  const label = (change: object) => verdictOf({ ...right, ...change }).label
  expect(label({})).toBe('supports')
  expect(label({ worlds: 2 })).toBe('inconclusive')
  expect(label({ accuracyDifference: between(0, alike + 0.001) })).toBe('mixed')
  expect(label({ accuracyDifference: between(-alike - 0.001, 0) })).toBe('mixed')
  expect(label({ guardedValue: between(0, 7) })).toBe('mixed')
  expect(label({ gain: between(0, 9) })).toBe('inconclusive')
  expect(label({ gain: between(-1, 8 * smallGain) })).toBe('inconclusive')
  expect(label({ gain: between(-1, 8 * smallGain - 0.01) })).toBe('against')
  expect(label({ gain: between(-9, -1) })).toBe('against')
  expect(label({ plainFall: between(-3, 0) })).toBe('inconclusive')
  expect(label({ plainFall: between(0, 0), guardedValue: between(0, 7) })).toBe('mixed')
  const { because } = verdictOf({ ...right, plainFall: between(-3, 0.1) })
  expect(because).toBe('There was no loss to prevent.')
})

/** Four worlds in which one policy ends as given and the other at 7. */
function madeUp(end = -1): BlindDirectionsResult {
  const four = (mean: number) => [mean - 0.1, mean, mean, mean + 0.1]
  const followed = (end: number) =>
    ({ accuracy: four(0.9), away: four(0.5), value: [four(0), four(2), four(end)] })
  return {
    reaches: [0, 4, 8],
    followed: { plain: followed(end), guarded: followed(7), projected: followed(8) },
    wide: [{ dimensions: 5, accuracy: [], realShare: [], realShareGuarded: [], ofBest: [] }],
  }
}

test('a report of a made-up result says what is in it', () => {
  const { verdict, measures, sentence, charts, tables } = report(madeUp(), presets.published)
  expect(verdict.label).toBe('supports')
  expect(measures['gain']?.value).toBeCloseTo(8, 12)
  expect(measures['plainPeak']?.value).toBeCloseTo(2, 12)
  expect(measures['plainPeakReach']?.value).toBe(4)
  expect(measures['plainFall']?.value).toBeCloseTo(-3, 12)
  expect(measures['remainingLoss']?.value).toBeCloseTo(1, 12)
  expect(sentence).toContain('−1.00')
  for (const { series } of charts) expect(series.length).toBeLessThanOrEqual(6)
  for (const { columns, rows } of tables) {
    for (const row of rows) expect(row).toHaveLength(columns.length)
  }
  for (const name of verdict.measures) expect(measures).toHaveProperty(name)
})

test('a regularised policy that ends higher is no support where the other never fell', () => {
  const { verdict, measures } = report(madeUp(3), presets.published)
  expect(measures['plainFall']?.value).toBe(0)
  expect(verdict.label).toBe('inconclusive')
})

test('a direction has the length that is asked for', () => {
  expect(norm(randomDirection(7, chance('length')))).toBeCloseTo(1, 12)
})
