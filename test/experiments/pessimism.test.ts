import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../../src/experiments/contract.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { estimate } from '../../src/experiments/lib/statistics.ts'
import { pickProbability, pickShare } from '../../src/experiments/pessimism/known-answers.ts'
import { growthOf } from '../../src/experiments/pessimism/measures.ts'
import { type PessimismResult, run } from '../../src/experiments/pessimism/model.ts'
import { Moments } from '../../src/experiments/pessimism/moments.ts'
import {
  bestMean,
  choose,
  type Data,
  drawWorld,
  gatherData,
  observationCount,
} from '../../src/experiments/pessimism/offline.ts'
import {
  arms,
  drawNoise,
  epsilonLearner,
  fixedIndexLearner,
  followLearner,
  type Learner,
  thompsonLearner,
  ucbBound,
  ucbLearner,
} from '../../src/experiments/pessimism/online.ts'
import { report, verdictOf } from '../../src/experiments/pessimism/report.ts'
import { type PessimismSettings, presets } from '../../src/experiments/pessimism/settings.ts'

const chance = chanceOf('test', 1, 3)
const small: PessimismSettings = { ...presets.published, worlds: 200, horizon: 500, runs: 10 }

function stepsOf(settings: PessimismSettings, seed = 3) {
  const steps: PessimismResult[] = []
  const started = run(settings, chanceOf('pessimism', 1, seed))
  for (;;) {
    const next = started.next()
    if (next.done) return { steps, result: next.value }
    const soFar = next.value.soFar()
    if (soFar !== undefined) steps.push(soFar)
  }
}

describe('a world', () => {
  it('makes disasters as often and as deep as it is told', () => {
    const world = drawWorld({ actions: 20_000, disasters: 0.2, depth: 3 }, chance('many'))
    const bad = world.bad.reduce((sum, is) => sum + is, 0)
    expect(Math.abs(bad - 4000)).toBeLessThan(4 * Math.sqrt(20_000 * 0.2 * 0.8))
    world.means.forEach((mean, i) => expect(mean).toBe(world.bad[i] === 1 ? -3 : world.looks[i]))
    expect(bestMean(world)).toBe(world.means.toSorted().at(-1))
  })

  it('keeps its first actions when it gets more', () => {
    const few = drawWorld({ actions: 5, disasters: 0.3, depth: 2 }, chance('prefix'))
    const many = drawWorld({ actions: 9, disasters: 0.3, depth: 2 }, chance('prefix'))
    for (const key of ['means', 'bad', 'looks', 'luck', 'error'] as const) {
      expect([...many[key].subarray(0, 5)]).toEqual([...few[key]])
    }
  })

  it('tries actions as often as it is told, on average', () => {
    const random = chance('counts')
    const counts = Array.from({ length: 40_000 }, () => observationCount(100, random.normal()))
    // The standard deviation of a log-normal with spread 1.2 is sqrt(e^1.44 - 1) times its mean.
    const error = (100 * Math.sqrt(Math.exp(1.44) - 1)) / 200
    expect(Math.abs(estimate(counts).value - 100)).toBeLessThan(4 * error)
    expect(observationCount(1, -5)).toBe(1)
  })

  it.each([-0.8, 0, 0.5])('correlates looks and trials by the coverage %d', (coverage) => {
    const world = drawWorld({ actions: 20_000, disasters: 0.2, depth: 3 }, chance('coverage'))
    const { errors } = gatherData(world, coverage, { observations: 1e6, noise: 1 })
    const logs = Array.from(errors, (error) => -2 * Math.log(error))
    expect(Math.abs(correlation([...world.looks], logs) - coverage)).toBeLessThan(0.03)
  })

  it('has estimates as far from the truth as their errors say', () => {
    const world = drawWorld({ actions: 20_000, disasters: 0.2, depth: 3 }, chance('errors'))
    const { estimates, errors } = gatherData(world, 0.4, { observations: 4, noise: 4 })
    const scaled = Array.from(estimates, (at, i) => {
      return (at - (world.means[i] as number)) / (errors[i] as number)
    })
    expect(Math.abs(estimate(scaled.map((z) => z * z)).value - 1)).toBeLessThan(0.04)
  })
})

function correlation(a: readonly number[], b: readonly number[]): number {
  const middle = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / values.length
  const [ma, mb] = [middle(a), middle(b)]
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] as number) - my), 0)
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb))
}

function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true })
}

const someData = fc
  .array(fc.record({ at: between(-9, 9), n: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((actions): Data & { readonly counts: readonly number[] } => ({
    estimates: Float64Array.from(actions, ({ at }) => at),
    errors: Float64Array.from(actions, ({ n }) => 2 / Math.sqrt(n)),
    rare: Uint8Array.from(actions, ({ n }) => (n < 4 ? 1 : 0)),
    counts: actions.map(({ n }) => n),
  }))

const someWeight = fc.integer({ min: -3, max: 3 })

describe('a choice', () => {
  it('is of the highest index, whatever share of the noise is believed where', () => {
    fc.assert(
      fc.property(someData, someWeight, fc.boolean(), (data, beta, everywhere) => {
        const where = everywhere ? 'everywhere' : 'rare'
        const index = data.counts.map((n, i) => {
          const believed = everywhere || n < 4 ? 0.5 : 1
          return (data.estimates[i] as number) + beta * believed * (2 / Math.sqrt(n))
        })
        const chosen = index[choose(data, { beta, believed: 0.5, where })] as number
        expect(chosen).toBeCloseTo(Math.max(...index), 9)
      }),
    )
  })

  it('with a share of the noise believed everywhere is one with that share of the weight', () => {
    fc.assert(
      fc.property(someData, someWeight, (data, beta) => {
        const half = choose(data, { beta, believed: 0.5, where: 'everywhere' })
        expect(half).toBe(choose(data, { beta: beta / 2, believed: 1, where: 'everywhere' }))
      }),
    )
  })

  const actions = fc.record({
    gap: between(-1, 1),
    counts: fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 })),
    beta: between(-3, 3),
  })

  it('of two falls on either with probabilities that add up to 1', () => {
    fc.assert(
      fc.property(actions, ({ gap, counts: [n1, n2], beta }) => {
        const other = pickProbability({ gap: -gap, counts: [n2, n1], beta })
        expect(pickProbability({ gap, counts: [n1, n2], beta }) + other).toBeCloseTo(1, 12)
      }),
    )
  })

  it.each([
    { gap: 0.5, counts: [3, 30], beta: -2 },
    { gap: -0.2, counts: [50, 5], beta: -1.5 },
    { gap: 0, counts: [7, 7], beta: 3 },
    { gap: 1, counts: [1, 9], beta: 0.5 },
  ] as const)('of two is made as often as theory says: $gap, $counts, $beta', (pair) => {
    const expected = pickProbability(pair)
    const error = Math.sqrt((expected * (1 - expected)) / 40_000)
    expect(Math.abs(pickShare(pair, 40_000, 17) - expected)).toBeLessThan(4 * error)
  })
})

describe('learning by trial', () => {
  const horizon = 400

  it.each<[string, () => Learner]>([
    ['UCB1', ucbLearner],
    ['Thompson', () => thompsonLearner(chance('thompson'))],
    ['random tries', () => epsilonLearner(0.2, chance('epsilon'))],
    ['greedy', () => fixedIndexLearner(0)],
    ['pessimist', () => fixedIndexLearner(-2)],
  ])('adds up the regret of what %s chose', (_, learner) => {
    const noise = drawNoise(arms.length, horizon, chance('rewards'))
    const means = [...arms]
    const chosen: number[] = [0, 1, 2, 3, 4]
    const inner = learner()
    const spied: Learner = (step, seen) => {
      expect(seen.counts.reduce((a, b) => a + b, 0)).toBe(step - 1)
      const arm = inner(step, seen)
      chosen.push(arm)
      return arm
    }
    const regrets = followLearner(spied, means, noise, { horizon, parts: 4 })
    expect(chosen).toHaveLength(horizon)
    regrets.forEach((regret, part) => {
      const until = chosen.slice(0, ((part + 1) * horizon) / 4)
      const direct = until.reduce((sum, arm) => sum + 1 - (means[arm] as number), 0)
      expect(regret).toBeCloseTo(direct, 9)
    })
  })

  it('shows a learner the mean of what each arm paid', () => {
    const noise = drawNoise(2, 50, chance('means'))
    const paid: number[][] = [[], []]
    const alternating: Learner = (step, seen) => {
      for (const arm of [0, 1]) {
        const rewards = Array.from({ length: seen.counts[arm] as number }, (_, j) => {
          return arm + (noise[2 * j + arm] as number)
        })
        paid[arm] = rewards
        expect(seen.means[arm]).toBeCloseTo(estimate(rewards).value, 9)
      }
      return step % 3 === 0 ? 0 : 1
    }
    followLearner(alternating, [0, 1], noise, { horizon: 50, parts: 1 })
    expect(paid[0]?.length).toBeGreaterThan(10)
  })

  it('goes on as it began when the horizon is longer', () => {
    const [short, long] = [500, 1000].map((until) => {
      const noise = drawNoise(arms.length, until, chance('longer'))
      return followLearner(ucbLearner(), arms, noise, { horizon: until, parts: until / 100 })
    })
    expect([...(long as Float64Array).subarray(0, 5)]).toEqual([...(short as Float64Array)])
  })

  it('costs nothing where all arms are alike', () => {
    const noise = drawNoise(3, 100, chance('alike'))
    const regrets = followLearner(ucbLearner(), [2, 2, 2], noise, { horizon: 100, parts: 2 })
    expect([...regrets]).toEqual([0, 0])
  })

  it('has the ceiling of Auer, Cesa-Bianchi and Fischer', () => {
    const factor = 1 + Math.PI ** 2 / 3
    expect(ucbBound([0.5, 0.4], 1000)).toBeCloseTo(80 * Math.log(1000) + 0.1 * factor, 9)
    expect(ucbBound([1, 1], 1000)).toBe(0)
    expect(ucbBound([0, 1, 0.5], 100)).toBeCloseTo(8 * Math.log(100) * 3 + 1.5 * factor, 9)
  })

  it('grows twofold over the second half where it is linear', () => {
    expect(growthOf([[3, 6], [5, 10], [1, 2]])).toEqual({ value: 2, halfWidth: 0 })
    expect(growthOf([[4, 4], [2, 2]])).toEqual({ value: 1, halfWidth: 0 })
    expect(growthOf([[0, 0], [0, 3]])).toBeUndefined()
    expect(growthOf([[2, 3], [2, 5]])).toEqual({ value: 2, halfWidth: expect.closeTo(0.98, 9) })
  })
})

it('a running mean has the interval that all values together have', () => {
  fc.assert(
    fc.property(fc.array(between(-50, 50), { minLength: 1 }), (values) => {
      const moments = new Moments()
      for (const value of values) moments.add(value)
      const expected = estimate(values)
      expect(moments.estimate().value).toBeCloseTo(expected.value, 9)
      expect(moments.estimate().halfWidth).toBeCloseTo(expected.halfWidth, 6)
    }),
  )
})

describe('a run', () => {
  it('keeps its worlds and runs when more are added', () => {
    const { result } = stepsOf(small)
    const more = stepsOf({ ...small, worlds: 400, runs: 20 })
    const same = more.steps.find(({ worlds, runs }) => worlds === 200 && runs === 0)
    expect(same?.offline).toEqual(result.offline)
    more.result.online.forEach(({ regrets }, i) => {
      expect(regrets.slice(0, 10)).toEqual(result.online[i]?.regrets)
    })
  })

  it('with no weight of doubt is the greedy rule, and shows nothing', () => {
    const settings = { ...small, beta: 0 }
    const { result } = stepsOf(settings)
    for (const cell of result.offline.filter(({ panel }) => panel !== 'weights')) {
      expect(cell.regretDifference).toEqual({ value: 0, halfWidth: 0 })
    }
    const [greedy, chosen] = ['greedy', 'chosen'].map((name) =>
      result.online.find(({ learner }) => learner === name),
    )
    expect(chosen?.regrets).toEqual(greedy?.regrets)
    expect(report(result, settings).verdict.label).toBe('inconclusive')
  })

  it('believing no noise anywhere is the greedy rule', () => {
    const { result } = stepsOf(small)
    const none = result.offline
      .filter(({ panel, where }) => panel === 'understated' && where === 'everywhere')
      .filter(({ believed }) => believed === 0)
    expect(none).toHaveLength(3)
    for (const cell of none) expect(cell.regretDifference.value).toBe(0)
  })

  it('joins regret and disasters by the weight that is set', () => {
    const { result } = stepsOf({ ...small, weight: 7 })
    for (const { regretDifference, disasterSaving, lossDifference } of result.offline) {
      expect(lossDifference.value).toBeCloseTo(regretDifference.value - 7 * disasterSaving.value, 9)
    }
  })

  it('can be told half-way', () => {
    const { steps } = stepsOf(small)
    const first = report(steps[0] as PessimismResult, small)
    expect(first.charts).toHaveLength(3)
    expect(first.sentence).not.toContain('UCB1')
    const last = report(steps.at(-1) as PessimismResult, small)
    expect(last.charts).toHaveLength(4)
    expect(last.sentence).toContain('UCB1')
  })

  it('shows and judges the coverage that the reader sets', () => {
    const settings = { ...small, coverage: -0.95 }
    const { measures, verdict } = report(stepsOf(settings).result, settings)
    expect(verdict.measures).toContain('regretDifferenceYours')
    expect(measures['regretDifferenceYours']?.label).toContain('−0.95')
  })
})

describe('the verdict', () => {
  type Place = readonly [regret: number, halfWidth: number, saving: number]
  const of = (...places: readonly Place[]) => {
    const measures: Record<string, Measure> = {}
    places.forEach(([value, halfWidth, saving], i) => {
      measures[`regretDifference${i}`] = { label: '', value, halfWidth }
      measures[`disasterSaving${i}`] = { label: '', value: saving, halfWidth: 9 }
    })
    return verdictOf(measures, places.map((_, i) => String(i))).label
  }

  it('supports where regret is lower at every coverage', () => {
    expect(of([-1, 0.5, 3], [-1, 0.9, 0], [-2, 0.1, -5])).toBe('supports')
    expect(of([-1, 0.5, 3], [-1, 1, 0], [-2, 0.1, -5])).toBe('mixed')
  })

  it('is against where regret is higher and hardly a disaster is saved', () => {
    expect(of([-1, 0.5, 3], [0.5, 0.4, 0.99], [-2, 0.1, 4])).toBe('against')
    expect(of([-1, 0.5, 3], [0.5, 0.4, 1], [-2, 0.1, 4])).toBe('mixed')
    expect(of([-1, 0.5, 3], [0.5, 0.5, 0.2], [-2, 0.1, 4])).toBe('mixed')
    expect(of([1, 0.5, 3], [1, 0.5, -1], [1, 0.5, 4])).toBe('against')
  })

  it('is mixed where regret is only ever higher but disasters are saved', () => {
    expect(of([1, 0.5, 3], [0, 0.5, 0], [0, 0.5, 0])).toBe('mixed')
  })

  it('is inconclusive where nothing is clear', () => {
    expect(of([0.5, 0.5, 0], [-0.5, 0.5, 0], [0, 0, 0])).toBe('inconclusive')
  })
})
