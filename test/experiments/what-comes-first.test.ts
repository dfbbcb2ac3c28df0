import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chance } from '../../src/experiments/contract.ts'
import { drawWorld, makeWorld } from '../../src/experiments/gridworld/world.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { estimate, sampleVariance } from '../../src/experiments/lib/statistics.ts'
import {
  type Curves,
  marksUpTo,
  type Result,
  run,
} from '../../src/experiments/what-comes-first/model.ts'
import { report } from '../../src/experiments/what-comes-first/report.ts'
import {
  drawLooks,
  examOf,
  examScore,
  fitReward,
} from '../../src/experiments/what-comes-first/reward-model.ts'
import { presets, type WhatComesFirst } from '../../src/experiments/what-comes-first/settings.ts'
import { arrival, doublings, medianOf } from '../../src/experiments/what-comes-first/timing.ts'

const chance = chanceOf('test', 1, 7)
const small: WhatComesFirst = { ...presets.published, worlds: 4, episodes: 100 }

function stepsOf(settings: WhatComesFirst, seed = 3) {
  const steps: Result[] = []
  const started = run(settings, chanceOf('what-comes-first', 1, seed))
  for (;;) {
    const next = started.next()
    if (next.done) return { steps, result: next.value }
    const soFar = next.value.soFar()
    if (soFar !== undefined) steps.push(soFar)
  }
}

describe('looks', () => {
  const world = makeWorld(['goal', 'open', 'pit', 'wall'], 2)

  it('without noise show goal and pit, and nothing else', () => {
    const looks = drawLooks(world, 0, chance('plain'))
    const marks = [...looks].flatMap((value, i) => (value === 0 ? [] : [[i, value]]))
    expect(marks).toEqual([
      [0, 1],
      [13, 1],
    ])
  })

  it('with noise are as far off as it says', () => {
    const wide = makeWorld(Array.from({ length: 2500 }, () => 'open' as const), 50)
    const looks = [...drawLooks(wide, 0.35, chance('noisy'))]
    const error = 0.35 / Math.sqrt(looks.length)
    expect(Math.abs(estimate(looks).value)).toBeLessThan(4 * error)
    const spread = Math.sqrt(sampleVariance(looks))
    expect(Math.abs(spread - 0.35)).toBeLessThan((4 * error) / Math.SQRT2)
  })

  it('are those of all cells but walls in an exam', () => {
    const { looks, paid } = examOf(world, drawLooks(world, 0, chance('plain')))
    expect(paid).toEqual([0, 1, -1])
    expect(looks.map((look) => look.indexOf(1))).toEqual([-1, 0, 1])
  })
})

describe('the reward model', () => {
  const somePlace = fc.record({ seed: fc.nat(9999), noise: fc.constantFrom(0, 0.35, 1) })
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).reduce((sum, x, i) => sum + x * (b[i] as number), 0)

  it('is where the slope of the penalised error is 0', () => {
    fc.assert(
      fc.property(somePlace, ({ seed, noise }) => {
        const random = chance('ridge', seed)
        const world = drawWorld(5, random)
        const looks = drawLooks(world, noise, random)
        const weights = Array.from({ length: 25 }, () => random.below(4))
        const fitted = fitReward(looks, world, weights)
        const slope = Array.from(fitted)
        weights.forEach((weight, cell) => {
          const look = looks.subarray(6 * cell, 6 * cell + 6)
          const error = dot(look, fitted) - (world.reward[cell] as number)
          look.forEach((x, i) => (slope[i] = (slope[i] as number) + weight * error * x))
        })
        for (const each of slope) expect(each).toBeCloseTo(0, 10)
      }),
      { numRuns: 50 },
    )
  })

  it('knows nothing of what it never saw', () => {
    const world = drawWorld(5, chance('unseen'))
    const looks = drawLooks(world, 0.3, chance('unseen looks'))
    expect([...fitReward(looks, world, new Float64Array(25))]).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('shrinks what it saw once by half, and is right about the order', () => {
    const world = makeWorld(['goal', 'open', 'pit', 'open'], 2)
    const looks = drawLooks(world, 0, chance('plain'))
    const fitted = fitReward(looks, world, [1, 1, 1, 1])
    // Of one feature: sum of x r over sum of x² plus the penalty.
    expect([...fitted].slice(0, 2)).toEqual([0.5, -0.5].map((w) => expect.closeTo(w, 12)))
    const weighed = fitReward(looks, world, [3, 1, 9, 1])
    expect([...weighed].slice(0, 2)).toEqual([0.75, -0.9].map((w) => expect.closeTo(w, 12)))
    expect(examScore(fitted, [examOf(world, looks)])).toBe(1)
    expect(examScore(fitted.map((weight) => -weight), [examOf(world, looks)])).toBe(-1)
    expect(examScore(new Float64Array(6), [examOf(world, looks)])).toBe(0)
  })

  it('is scored by the mean over exams', () => {
    const world = makeWorld(['goal', 'open', 'pit', 'open'], 2)
    const exam = examOf(world, drawLooks(world, 0, chance('plain')))
    const inverted = { ...exam, paid: exam.paid.map((paid) => -paid) }
    expect(examScore(Float64Array.of(1, -1, 0, 0, 0, 0), [exam, exam, inverted])).toBeCloseTo(1 / 3)
  })
})

describe('timing', () => {
  const marks = [1, 2, 5, 10, 20]

  it('is the first mark at the threshold or above', () => {
    expect(arrival([0.1, 0.8, 0.2, 0.9, 1], marks, 0.8)).toBe(2)
    expect(arrival([0.1, 0.79, 0.2, 0.8, 1], marks, 0.8)).toBe(10)
    expect(arrival([0.9, 0, 0, 0, 0], marks, 0.8)).toBe(1)
    expect(arrival([0, 0, 0, 0, 0.7], marks, 0.8)).toBe(40)
  })

  it('is compared in doublings of experience', () => {
    const lags = doublings([20, 5, 10, 40], [10, 20, 10, 5])
    expect(lags).toEqual([1, -2, 0, 3].map((lag) => expect.closeTo(lag, 12)))
  })

  it('has a median with an interval of the worlds’ own values', () => {
    const { value, low, high } = medianOf('test', [1, 1, 2, 3, 8])
    expect(value).toBe(2)
    expect(low).toBeGreaterThanOrEqual(1)
    expect(high).toBeLessThanOrEqual(8)
    expect(low).toBeLessThan(high)
    expect(medianOf('test', [4])).toEqual({ value: 4, low: 4, high: 4 })
  })

  it('doubles from ten on and ends with the last episode', () => {
    expect(marksUpTo(1280)).toEqual([1, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280])
    expect(marksUpTo(100)).toEqual([1, 2, 5, 10, 20, 40, 80, 100])
  })
})

describe('a run', () => {
  const { result, steps } = stepsOf(small)

  it('keeps its worlds when more are added', () => {
    const more = stepsOf({ ...small, worlds: 6 }).result
    for (const agent of ['q', 'actor-critic'] as const) {
      expect(more.curves[agent]).toHaveLength(6)
      expect(more.curves[agent].slice(0, 4)).toEqual(result.curves[agent])
    }
  })

  it('goes on as it began when it learns for longer', () => {
    const longer = stepsOf({ ...small, episodes: 160 }).result
    const until80 = 7
    expect(longer.marks.slice(0, until80)).toEqual(result.marks.slice(0, until80))
    for (const agent of ['q', 'actor-critic'] as const) {
      longer.curves[agent].forEach(({ control, situations, outcomesEvery }, i) => {
        const before = result.curves[agent][i]
        expect(control.slice(0, until80)).toEqual(before?.control.slice(0, until80))
        expect(situations.slice(0, until80)).toEqual(before?.situations.slice(0, until80))
        expect(outcomesEvery.slice(0, until80)).toEqual(before?.outcomesEvery.slice(0, until80))
      })
    }
  })

  it('tests each replicate on five worlds of its own that it does not learn in', () => {
    const told: string[] = []
    const chance: Chance = (...address) => {
      told.push(address.join(' '))
      return chanceOf('test', 1, 1)(...address)
    }
    const started = run({ ...small, worlds: 2 }, chance)
    while (!started.next().done);
    const expected = [0, 1].flatMap((i) => [
      `world ${i}`,
      `looks ${i}`,
      ...[0, 1, 2, 3, 4].map((k) => `unseen ${i} ${k}`),
      ...['q', 'actor-critic'].map((agent) => `learning ${agent} ${i}`),
    ])
    expect(told.toSorted()).toEqual(expected.toSorted())
  })

  it('makes a difference between counting cells once and by every visit', () => {
    for (const { outcomesOnce, outcomesEvery } of result.curves.q) {
      expect(outcomesOnce).not.toEqual(outcomesEvery)
    }
  })

  it('is no other for what is only looked at', () => {
    const looked = { ...small, algorithm: 'actor-critic', counting: 'every', threshold: 0.6 }
    expect(stepsOf(looked).result).toEqual(result)
  })

  it('knows looks without noise as soon as it saw a goal and a pit', () => {
    const clear = stepsOf({ ...small, featureNoise: 0 }).result
    for (const { outcomesOnce } of [...clear.curves.q, ...clear.curves['actor-critic']]) {
      expect(outcomesOnce.at(-1)).toBe(1)
    }
  })

  it('never scores above perfect', () => {
    for (const curves of [...result.curves.q, ...result.curves['actor-critic']]) {
      for (const scores of Object.values<readonly number[]>({ ...curves })) {
        expect(scores).toHaveLength(result.marks.length)
        for (const score of scores) expect(Math.abs(score)).toBeLessThanOrEqual(1.0001)
      }
    }
  })

  it('can be told at every step, and counts the worlds that were run', () => {
    expect(steps.length).toBeGreaterThan(3)
    for (const soFar of steps) {
      const { sentence, ...told } = report(soFar, small)
      expect(JSON.stringify({ sentence, ...told })).not.toMatch(/NaN|Infinity|undefined/)
      const worlds = soFar.curves.q.length
      if (soFar.curves['actor-critic'].length > 1) expect(sentence).toContain(`of ${worlds} worlds`)
    }
    const none: Result = { ...result, curves: { q: [], 'actor-critic': [] } }
    expect(report(none, small).verdict.label).toBe('inconclusive')
    expect(JSON.stringify(report(none, small))).not.toMatch(/NaN|Infinity|undefined/)
  })

  it.each<Partial<WhatComesFirst>>([
    { size: 11, slip: 0.6, featureNoise: 1, threshold: 0.95, counting: 'every' },
    { size: 5, slip: 0, featureNoise: 0, threshold: 0.5, algorithm: 'actor-critic' },
  ])('can be told at the ends of its settings: %o', (changed) => {
    const settings = { ...small, ...changed }
    const told = stepsOf(settings)
    for (const each of [told.result, ...told.steps]) {
      expect(JSON.stringify(report(each, settings))).not.toMatch(/NaN|Infinity|undefined/)
    }
  })
})

describe('the verdict', () => {
  const marks = [1, 2, 5, 10, 20, 40]
  type Times = readonly [outcomes: number, situations: number, control: number]
  const never = 80

  const curve = (episodes: number, score = 0.8) =>
    marks.map((mark) => (mark >= episodes ? score : 0.1))
  const worldOf = ([outcomes, situations, control]: Times): Curves => ({
    outcomesOnce: curve(outcomes),
    outcomesEvery: curve(never),
    situations: curve(situations),
    situationRanks: curve(situations),
    control: curve(control),
  })
  /** Eight worlds in which abilities arrive as in the times given, taken in turn. */
  const told = (times: readonly Times[], settings: Partial<WhatComesFirst> = {}) => {
    const worlds = Array.from({ length: 8 }, (_, i) => worldOf(times[i % times.length] as Times))
    const result: Result = { marks, curves: { q: worlds, 'actor-critic': worlds.slice(0, 7) } }
    return report(result, { ...small, worlds: 8, ...settings })
  }
  const labelOf = (...times: readonly Times[]) => told(times).verdict.label

  it('supports where both come before control', () => {
    expect(labelOf([5, 10, 20])).toBe('supports')
    expect(labelOf([5, 10, never])).toBe('supports')
  })

  it('is mixed where one comes before and the other after', () => {
    expect(labelOf([5, 20, 10])).toBe('mixed')
    expect(labelOf([20, 5, 10])).toBe('mixed')
  })

  it('is against where situation judging comes after and outcome judging not before', () => {
    expect(labelOf([20, 40, 10])).toBe('against')
    expect(labelOf([10, 40, 10])).toBe('against')
    expect(labelOf([5, 40, 10], [20, 40, 10])).toBe('against')
  })

  it('is inconclusive where situation judging comes neither before nor after', () => {
    expect(labelOf([5, 10, 10])).toBe('inconclusive')
    expect(labelOf([20, 10, 10])).toBe('inconclusive')
    expect(labelOf([5, 5, 10], [5, 20, 10])).toBe('inconclusive')
    expect(labelOf([10, 5, 10])).toBe('inconclusive')
    expect(labelOf([never, never, never])).toBe('inconclusive')
  })

  it('takes outcomes as they are counted, and the agent that is chosen', () => {
    const { measures, verdict } = told([[5, 20, 10]], { counting: 'every' })
    expect(measures['outcomesEpisodes']?.value).toBe(never)
    expect(verdict.label).toBe('against')
    const other = told([[5, 20, 10]], { algorithm: 'actor-critic' })
    expect(other.sentence).toContain('With an actor-critic')
    expect(other.sentence).toContain('in 7 of 7 worlds')
  })

  it('counts a score as a share of pairs too', () => {
    const world = { ...worldOf([5, 20, 10]), situations: [0.1, 0.6, 0.6, 0.6, 0.8, 0.8] }
    const result: Result = { marks, curves: { q: [world, world], 'actor-critic': [world, world] } }
    const { measures } = report(result, small)
    // 0.8 of the pairs are a score of 0.6, which is there after 2 episodes and control after 10.
    expect(measures['situationsLag']?.value).toBeCloseTo(1, 12)
    expect(measures['situationsLagByAccuracy']?.value).toBeCloseTo(-Math.log2(5), 12)
  })

  it('says medians as whole episodes, and of what never came only that it is later', () => {
    const { sentence } = told([[never, 20, 10]])
    expect(sentence).toContain('is more than 40 for judging outcomes in new worlds, 10 for control')
    expect(sentence).toContain('in 8 of 8 worlds and after it in 0.')
    expect(sentence).toContain('as a rank correlation, situation judging comes a doubling of')
    const { sentence: unsure } = told([[5, 10, 10], [10, 10, 10]])
    expect(unsure).toMatch(/is 7\.5 \(5 to 10\) for judging outcomes/)
    expect(unsure).toContain('together with control')
  })
})
