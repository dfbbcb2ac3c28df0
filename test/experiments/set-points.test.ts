import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../../src/experiments/contract.ts'
import { expectedMaximum } from '../../src/experiments/lib/expected-maximum.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { estimate, tQuantile } from '../../src/experiments/lib/statistics.ts'
import {
  attributes,
  bestShare,
  compare,
  type Goods,
  measuredLevel,
  shareForSetPoint,
  utilityAfter,
} from '../../src/experiments/set-points/allocation.ts'
import { maximiserGains, worstCostRatio } from '../../src/experiments/set-points/known-answers.ts'
import {
  otherNoise,
  otherWeight,
  run,
  type SetPointResult,
} from '../../src/experiments/set-points/model.ts'
import {
  drawOptions,
  gainsFrom,
  kthLargest,
  quantiliserMean,
} from '../../src/experiments/set-points/options.ts'
import { report, verdictOf } from '../../src/experiments/set-points/report.ts'
import {
  presets,
  type SetPointSettings,
  type Tail,
} from '../../src/experiments/set-points/settings.ts'

const chance = chanceOf('test', 1, 5)
const small: SetPointSettings = { ...presets.published, draws: 500, sets: 20 }

function stepsOf(settings: SetPointSettings, seed = 3) {
  const steps: SetPointResult[] = []
  const started = run(settings, chanceOf('set-points', 1, seed))
  for (;;) {
    const next = started.next()
    if (next.done) return { steps, result: next.value }
    const soFar = next.value.soFar()
    if (soFar !== undefined) steps.push(soFar)
  }
}

const someGoods: fc.Arbitrary<Goods> = fc.record({
  measured: fc.integer({ min: 1, max: 9 }),
  weight: fc.double({ min: 1, max: 5, noNaN: true }),
  utility: fc.constantFrom('log', 'sqrt'),
})
const someShare = fc.double({ min: 0, max: 0.999, noNaN: true })

describe('moving goods', () => {
  it('keeps their sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), someShare, (measured, share) => {
        const others = attributes - measured
        const sum = measured * measuredLevel(measured, share) + (others * 4 * (1 - share)) / 3
        expect(sum).toBeCloseTo(measured * 0.5 + (others * 4) / 3, 9)
      }),
    )
  })

  it('leaves the utility that ten things have one by one', () => {
    fc.assert(
      fc.property(someGoods, someShare, (goods, share) => {
        let sum = 0
        for (let i = 0; i < 10; i++) {
          const seen = i < goods.measured
          const moved = (share * (4 / 3) * (10 - goods.measured)) / goods.measured
          const level = seen ? 0.5 + moved : (4 / 3) * (1 - share)
          const worth = goods.utility === 'log' ? Math.log(level) : 2 * (Math.sqrt(level) - 1)
          sum += (seen ? goods.weight : 1) * worth
        }
        expect(utilityAfter(goods, share)).toBeCloseTo(sum, 9)
      }),
    )
  })

  it('is best at the share that calculus gives', () => {
    fc.assert(
      fc.property(someGoods, (goods) => {
        const best = bestShare(goods)
        const utility = utilityAfter(goods, best)
        for (let share = 0; share < 1; share += 0.01) {
          expect(utilityAfter(goods, share)).toBeLessThanOrEqual(utility + 1e-9)
        }
      }),
    )
  })

  it('stops at the set-point, or where power ends, and never goes back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        someShare,
        (measured, setPoint, power) => {
          const share = shareForSetPoint(measured, setPoint, power)
          const level = measuredLevel(measured, share)
          const reach = measuredLevel(measured, power)
          expect(level).toBeCloseTo(Math.max(0.5, Math.min(setPoint, reach)), 9)
        },
      ),
    )
  })

  it('has no catastrophe where worth is a root', () => {
    const goods: Goods = { measured: 4, weight: 1, utility: 'sqrt' }
    // Six things at nothing lose 2 each, and four gain from 0.5 to 2.5.
    const floor = 4 * 2 * (Math.sqrt(2.5) - 1) - 12
    expect(utilityAfter(goods, 1 - 1e-12)).toBeCloseTo(floor, 4)
    expect(utilityAfter({ ...goods, utility: 'log' }, 1 - 1e-12)).toBeLessThan(-150)
  })
})

describe('a comparison', () => {
  const goods: Goods = { measured: 4, weight: 1, utility: 'log' }

  it('is exact without error of the set-point', () => {
    const { maximiser, setPoint, difference } = compare(
      goods,
      { power: 0.9, setPoint: 1, noise: 0 },
      Float64Array.of(3, -2),
    )
    expect(maximiser).toBeCloseTo(4 * Math.log(2.3) + 6 * Math.log(4 / 30), 12)
    expect(setPoint).toEqual({ value: expect.closeTo(0, 12), halfWidth: 0 })
    expect(difference).toEqual({ value: expect.closeTo(-maximiser, 12), halfWidth: 0 })
  })

  it('aims at each wrong set-point in turn', () => {
    const normals = Float64Array.of(-9, 0.5, 9)
    const { setPoint, maximiserAsGood, maximiser } = compare(
      goods,
      { power: 0.9, setPoint: 1, noise: 1 },
      normals,
    )
    const middle = utilityAfter(goods, (Math.exp(0.5) - 0.5) / 2)
    const start = utilityAfter(goods, 0)
    expect(setPoint.value).toBeCloseTo((start + middle + maximiser) / 3, 9)
    expect(maximiserAsGood).toBeCloseTo(1 / 3, 12)
  })

  it('leaves the maximiser as good as often as the set-point lies beyond its reach', () => {
    const random = chance('beyond')
    const normals = Float64Array.from({ length: 20_000 }, () => random.normal())
    const { maximiserAsGood } = compare(goods, { power: 0.9, setPoint: 1, noise: 1 }, normals)
    // P(e^z >= 2.3) with z standard normal.
    expect(Math.abs(maximiserAsGood - 0.20244)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / 20_000))
  })
})

describe('selecting', () => {
  const numbers = fc
    .array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 })
    .map((values) => Float64Array.from(values))

  it('finds the k-th largest, also among equals', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (values, at) => {
        const k = (at % values.length) + 1
        const before = values.slice()
        expect(kthLargest(values, k)).toBe(values.toSorted((a, b) => b - a)[k - 1])
        expect(values).toEqual(before)
      }),
    )
  })

  const someLooks = fc.uniqueArray(fc.integer(), { minLength: 1 })
  const someTopShare = fc.double({ min: 0.01, max: 1, noNaN: true })

  it('gives a quantiliser the mean of those that look best', () => {
    fc.assert(
      fc.property(someLooks, someTopShare, (looks, share) => {
        const proxies = Float64Array.from(looks)
        const values = proxies.map((proxy) => proxy % 7)
        const count = Math.min(looks.length, Math.max(1, Math.ceil(share * looks.length - 1e-9)))
        const best = looks.toSorted((a, b) => b - a).slice(0, count)
        const mean = best.reduce((sum, proxy) => sum + (proxy % 7), 0) / count
        expect(quantiliserMean(values, proxies, share)).toBeCloseTo(mean, 9)
      }),
    )
  })

  it('splits evenly between options that look alike', () => {
    const values = Float64Array.of(4, 8, 0, 100)
    expect(quantiliserMean(values, Float64Array.of(1, 1, 2, 0), 0.5)).toBe(3)
  })

  it.each([
    [50, 0.02],
    [64, 0.25],
    [10, 0.5],
  ])('never costs more than Taylor’s bound: %d options, share %d', (size, share) => {
    expect(worstCostRatio(size, share, 300)).toBeLessThanOrEqual(1 / share + 1e-9)
  })
})

describe('options', () => {
  it('stay as they are when more are drawn', () => {
    const few = drawOptions(10, chance('options'))
    const many = drawOptions(30, chance('options'))
    expect([...many.values.subarray(0, 10)]).toEqual([...few.values])
    for (const tail of ['normal', '5', '3', '2'] as const) {
      expect([...many.proxies[tail].subarray(0, 10)]).toEqual([...few.proxies[tail]])
    }
  })

  it.each([2, 3, 5] as const)('have errors with the quantiles of t(%d)', (degrees) => {
    const count = 40_000
    const { values, proxies } = drawOptions(count, chance('t', degrees))
    const proxy = proxies[String(degrees) as Tail]
    const beyond = proxy.filter((p, i) => Math.abs(p - (values[i] as number)) > tQuantile(degrees))
    expect(Math.abs(beyond.length - 0.05 * count)).toBeLessThan(4 * Math.sqrt(0.05 * 0.95 * count))
  })

  const manner = { share: 0.5, level: 2, order: 'random' } as const
  const values = Float64Array.of(1, -1, 3, 7)

  it('are taken by what each agent looks for', () => {
    const proxies = Float64Array.of(2, 1, 5, 4)
    expect(gainsFrom(values, proxies, 4, manner)).toEqual({
      maximiser: 3,
      setPoint: (1 + 3 + 7) / 3,
      quantiliser: 5,
    })
    expect(gainsFrom(values, proxies, 2, manner)).toEqual({
      maximiser: 1,
      setPoint: 1,
      quantiliser: 1,
    })
  })

  it('leave a set-point agent with the best-looking where none is good enough', () => {
    const proxies = Float64Array.of(0, 1, -1, 0.5)
    expect(gainsFrom(values, proxies, 4, manner).setPoint).toBe(-1)
  })

  it('make a maximiser of a set-point agent that looks at the most promising first', () => {
    const { values: drawn, proxies } = drawOptions(200, chance('order'))
    const gains = gainsFrom(drawn, proxies[3], 200, { ...manner, order: 'bestFirst' })
    expect(gains.setPoint).toBe(gains.maximiser)
  })

  it.each([0, 1, 2])('that reach %d are worth what theory says under normal error', (level) => {
    const gains = Array.from({ length: 400 }, (_, i) => {
      const { values: drawn, proxies } = drawOptions(300, chance('level', i))
      return gainsFrom(drawn, proxies.normal, 300, { ...manner, level }).setPoint
    })
    const z = level / Math.SQRT2
    const above = [0.5, 0.239750061, 0.0786496035][level] as number
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const { value, halfWidth } = estimate(gains)
    expect(Math.abs(value - (density / above) * Math.SQRT1_2)).toBeLessThan(2.2 * halfWidth)
  })

  // Integrals of v φ(v) f(p - v) n F(p)^(n-1), by a quadrature that shares nothing with the model.
  it.each([
    ['2', 0.611505, 0.381027],
    ['5', 1.114808, 1.141059],
    ['3', 0.869442, 0.71887],
    ['normal', expectedMaximum(30) / Math.SQRT2, expectedMaximum(100) / Math.SQRT2],
  ] as const)('give a maximiser what theory says with error %s', (tail, thirty, hundred) => {
    const [few, more] = maximiserGains(tail, [30, 100], 1500)
    const tolerance = 4 / Math.sqrt(1500)
    expect(Math.abs(estimate(few as number[]).value - thirty)).toBeLessThan(tolerance)
    expect(Math.abs(estimate(more as number[]).value - hundred)).toBeLessThan(tolerance)
  })
})

describe('a run', () => {
  it('keeps its draws and sets when more are added', () => {
    const { result } = stepsOf(small)
    const more = stepsOf({ ...small, sets: 40 })
    expect(more.steps.find(({ sets }) => sets === 20)?.choices).toEqual(result.choices)
    expect(more.result.allocation).toEqual(result.allocation)
  })

  it('leaves the other options alone when the reader adds a number of options', () => {
    const { result } = stepsOf(small)
    const added = stepsOf({ ...small, options: 55 }).result.choices
    expect(added.filter(({ options }) => options !== 55)).toEqual(result.choices)
  })

  it('puts another weight and another error beside what is set', () => {
    expect([otherWeight(1), otherWeight(5)]).toEqual([5, 1])
    expect([otherNoise(0), otherNoise(0.6)]).toEqual([0.6, 0])
    const { result } = stepsOf({ ...small, weight: 5, noise: 0.6 })
    expect(new Set(result.allocation.otherWeight.map(({ weight }) => weight))).toEqual(new Set([1]))
    expect(new Set(result.allocation.otherNoise.map(({ noise }) => noise))).toEqual(new Set([0]))
  })

  it('can be told half-way', () => {
    const { steps, result } = stepsOf(small)
    const first = report(steps[0] as SetPointResult, small)
    expect(first.verdict.label).toBe('inconclusive')
    expect(first.verdict.measures).toEqual(['utilityDifference'])
    expect(first.charts).toHaveLength(2)
    expect(report(result, small).charts).toHaveLength(3)
  })

  it('does not say the same comparison twice', () => {
    const settings = { ...small, tail: 'normal', options: 1000 } as const
    const { sentence } = report(stepsOf(settings).result, settings)
    expect(sentence.match(/1,000 options/g)).toHaveLength(1)
  })
})

describe('the verdict', () => {
  const of = (incomplete: readonly [number, number], noisy?: readonly [number, number]) => {
    const measure = ([value, halfWidth]: readonly [number, number]): Measure => {
      return { label: '', value, halfWidth }
    }
    return verdictOf({
      utilityDifference: measure(incomplete),
      ...(noisy === undefined ? {} : { valueDifference: measure(noisy) }),
    }).label
  }

  it('supports where the set-point agent does better in both', () => {
    expect(of([1, 0], [0.2, 0.1])).toBe('supports')
    expect(of([1, 0], [0.2, 0.2])).toBe('mixed')
  })

  it('is against where the maximiser does better in both', () => {
    expect(of([-1, 0.5], [-0.2, 0.1])).toBe('against')
    expect(of([-1, 1], [-0.2, 0.1])).toBe('mixed')
  })

  it('is mixed where they disagree', () => {
    expect(of([1, 0], [-0.2, 0.1])).toBe('mixed')
    expect(of([-1, 0], [0.2, 0.1])).toBe('mixed')
  })

  it('is inconclusive where neither is clear, or one is missing', () => {
    expect(of([0, 0], [0.2, 0.3])).toBe('inconclusive')
    expect(of([1, 0])).toBe('inconclusive')
  })
})
