import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chance } from '../../src/experiments/contract.ts'
import {
  chanceOfNoError,
  countWithoutError,
} from '../../src/experiments/judging-and-steering/compounding.ts'
import { type Result, run } from '../../src/experiments/judging-and-steering/model.ts'
import { report } from '../../src/experiments/judging-and-steering/report.ts'
import { sayCount } from '../../src/experiments/judging-and-steering/sentence.ts'
import {
  type JudgingAndSteering,
  presets,
} from '../../src/experiments/judging-and-steering/settings.ts'
import {
  judgingShare,
  overtakingMaximum,
  reachFor,
  shortfall,
} from '../../src/experiments/judging-and-steering/shortfall.ts'
import { expectedMaximum } from '../../src/experiments/lib/expected-maximum.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'

const small: JudgingAndSteering = { ...presets.published, worlds: 4, episodes: 50 }

function stepsOf(settings: JudgingAndSteering, seed = 3) {
  const steps: Result[] = []
  const started = run(settings, chanceOf('judging-and-steering', 1, seed))
  for (;;) {
    const next = started.next()
    if (next.done) return { steps, result: next.value }
    const soFar = next.value.soFar()
    if (soFar !== undefined) steps.push(soFar)
  }
}

const accuracy = fc.double({ min: 0.01, max: 0.99, noNaN: true })
const someOutcomes = fc.integer({ min: 1000, max: 1_000_000_000 })
const orders = ['reachFirst', 'shapley', 'judgingFirst'] as const

describe('dividing the shortfall', () => {
  const agent = fc.record({
    ofAll: fc.double({ min: 1, max: 7, noNaN: true }),
    part: fc.double({ min: 0, max: 0.99, noNaN: true }),
    correlation: accuracy,
  })

  it('gives judging what it adds in each order, and on average', () => {
    fc.assert(
      fc.property(agent, ({ ofAll, part, correlation }) => {
        const inReach = part * ofAll
        // What the agent gets with neither repaired, with one, and with both.
        const worth = { '': correlation * inReach, r: correlation * ofAll, j: inReach, rj: ofAll }
        const { total, judging } = shortfall(ofAll, inReach, correlation)
        expect(total).toBeCloseTo(worth.rj - worth[''], 12)
        const [reachLast, judgingLast] = [worth.j - worth[''], worth.rj - worth.r]
        expect(judging.reachFirst).toBeCloseTo(reachLast, 12)
        expect(judging.judgingFirst).toBeCloseTo(judgingLast, 12)
        expect(judging.shapley).toBeCloseTo((reachLast + judgingLast) / 2, 12)
        // Shapley's value of reach, worked out alike; the two share out all there is.
        const steering = (worth.r - worth[''] + worth.rj - worth.j) / 2
        expect(judging.shapley + steering).toBeCloseTo(total, 12)
      }),
    )
  })

  it('gives a share between 0 and 1, the higher the later reach is counted', () => {
    fc.assert(
      fc.property(agent, ({ ofAll, part, correlation }) => {
        const share = judgingShare(shortfall(ofAll, part * ofAll, correlation))
        const shares = orders.map((order) => share?.[order] ?? Number.NaN)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(shares[0]).toBeGreaterThanOrEqual(0)
        expect(shares[2]).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('gives all to judging where all is in reach, nothing where the judge is perfect', () => {
    for (const order of orders) {
      expect(judgingShare(shortfall(4.86, 4.86, 0.7))?.[order]).toBeCloseTo(1, 12)
      expect(judgingShare(shortfall(4.86, 2.5, 1))?.[order]).toBe(0)
    }
    expect(judgingShare(shortfall(4.86, 4.86, 1))).toBeNull()
  })

  it('gives half to judging at the reach from which misjudging is the larger part', () => {
    fc.assert(
      fc.property(someOutcomes, accuracy, (outcomes, correlation) => {
        const ofAll = expectedMaximum(outcomes)
        const maximum = overtakingMaximum(ofAll, correlation)
        for (const order of orders) {
          const reach = reachFor(maximum[order], outcomes)
          const share = judgingShare(shortfall(ofAll, expectedMaximum(reach), correlation))
          if (reach > 1) expect(share?.[order]).toBeCloseTo(0.5, 6)
          else expect(share?.[order]).toBeGreaterThanOrEqual(0.5 - 1e-9)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('finds the reach of which the best has a given worth', () => {
    // Tabulated expected largest of 100 and 1,000 normals.
    expect(reachFor(2.50759364, 1e6)).toBeCloseTo(100, 4)
    expect(reachFor(3.24143577, 1e6)).toBeCloseTo(1000, 3)
    expect([reachFor(0, 1e6), reachFor(-1, 1e6), reachFor(9, 1e6)]).toEqual([1, 1, 1e6])
  })
})

describe('plans of many steps', () => {
  it.each([
    [0.5, 10, 1 / 1024],
    [0.05, 20, 0.3584859224085422],
    [0.01, 100, 0.3660323412732292],
    [0.2, 1, 0.8],
  ])('with errors of %d in each of %d steps', (stepError, steps, exact) => {
    expect(chanceOfNoError(stepError, steps)).toBeCloseTo(exact, 14)
    const count = countWithoutError(stepError, steps, 20_000, chanceOf('test', 1, steps)('plans'))
    const error = Math.sqrt((exact * (1 - exact)) / 20_000)
    expect(Math.abs(count / 20_000 - exact)).toBeLessThan(4 * error)
  })
})

describe('a run', () => {
  const { result, steps } = stepsOf(small)

  it('keeps its worlds when more are added', () => {
    const more = stepsOf({ ...small, worlds: 6 }).result
    expect(more.grid).toHaveLength(result.grid.length)
    result.grid.forEach((cell, i) => {
      const { steering, judging } = more.grid[i] ?? { steering: [], judging: [] }
      expect([steering.length, judging.length]).toEqual([6, 6])
      expect(steering.slice(0, 4)).toEqual(cell.steering)
      expect(judging.slice(0, 4)).toEqual(cell.judging)
    })
    expect({ ...more, grid: [] }).toEqual({ ...result, grid: [] })
  })

  it('keeps its worlds when the reader adds a size and a slip', () => {
    const more = stepsOf({ ...small, size: 15, slip: 0.5 }).result
    expect(more.grid).toHaveLength(30)
    for (const cell of result.grid) expect(more.grid).toContainEqual(cell)
  })

  it('gives each replicate its own world and draws, and slips of one size the same', () => {
    const told: string[] = []
    const chance: Chance = (...address) => {
      told.push(address.join(' '))
      return chanceOf('test', 1, 1)(...address)
    }
    const started = run({ ...small, worlds: 2 }, chance)
    while (!started.next().done);
    for (const purpose of ['world', 'learning']) {
      const count = (address: string) => told.filter((each) => each === address).length
      for (const size of [5, 7, 9, 11, 13]) {
        expect([0, 1].map((i) => count(`${purpose} ${size} ${i}`))).toEqual([4, 4])
      }
      expect(told.filter((each) => each.startsWith(purpose))).toHaveLength(5 * 4 * 2)
    }
  })

  it('draws agents that get what theory says', () => {
    for (const settings of [small, { ...small, correlation: 0.3, reach: 5000 }]) {
      const { result: drawn } = stepsOf(settings)
      const { drawnOutcome, drawnOutcomeInTheory } = report(drawn, settings).measures
      expect(drawn.check?.reach).toBe(Math.min(1000, settings.reach))
      // Half-widths are 1.96 standard errors.
      const error = (drawnOutcome?.halfWidth ?? 0) / 1.96
      const difference = (drawnOutcome?.value ?? 0) - (drawnOutcomeInTheory?.value ?? 9)
      expect(Math.abs(difference)).toBeLessThan(4 * error)
    }
  })

  it('shows the share from one outcome in reach to all', () => {
    const reaches = result.curve.map(({ reach }) => reach)
    expect([reaches[0], reaches.at(-1)]).toEqual([1, small.outcomes])
    expect(reaches).toEqual(reaches.toSorted((a, b) => a - b))
    for (const order of orders) {
      const shares = result.curve.map(({ share }) => share?.[order] ?? Number.NaN)
      expect(shares).toEqual(shares.toSorted((a, b) => a - b))
      expect(shares.at(-1)).toBeCloseTo(1, 9)
    }
  })

  it('never scores above perfect', () => {
    for (const { steering, judging } of result.grid) {
      for (const score of [...steering, ...judging]) expect(score).toBeLessThanOrEqual(1)
    }
  })

  it('can be told from its first step on', () => {
    expect(steps.length).toBeGreaterThan(20)
    for (const soFar of [...steps.slice(0, 45), ...steps.slice(-2)]) {
      const told = JSON.stringify(report(soFar, small))
      expect(told).not.toMatch(/NaN|Infinity|undefined/)
    }
    const first = report(steps[0] as Result, small)
    expect(first.measures['judgingShare']).toBeDefined()
    expect(first.measures['leadChange']).toBeUndefined()
    expect(first.verdict.label).toBe('inconclusive')
    expect(first.sentence).not.toContain('gridworld')
  })

  it.each<Partial<JudgingAndSteering>>([
    { correlation: 1, reach: 1000, outcomes: 1000, slip: 0.8, size: 15 },
    { correlation: 0, reach: 1, outcomes: 1000, slip: 0 },
    { correlation: 0.99, reach: 1_000_000, outcomes: 1_000_000_000, slip: 0.6 },
    { correlation: 0.01, reach: 999_999, outcomes: 123_456, stepError: 0.2 },
  ])('can be told at the ends of its settings: %o', (changed) => {
    const settings = { ...small, ...changed }
    const told = stepsOf(settings)
    for (const each of [told.result, ...told.steps.filter((_, i) => i % 20 === 0)]) {
      expect(JSON.stringify(report(each, settings))).not.toMatch(/NaN|Infinity|undefined/)
    }
  })
})

describe('the verdict', () => {
  /** A result with these shares of misjudging, and leads that change in each of two worlds. */
  function resultOf(reachFirst: number, judgingFirst: number, changes?: readonly number[]): Result {
    const worlds = changes ?? [0]
    const cell = (size: number, slip: number, steering: readonly number[]) => ({
      size,
      slip,
      steering,
      judging: steering.map(() => 0),
    })
    const flat = worlds.map(() => 0)
    const shapley = (reachFirst + judgingFirst) / 2
    return {
      best: { ofAll: 1, inReach: 0.5 },
      shortfall: { total: 1, judging: { reachFirst, shapley, judgingFirst } },
      curve: [],
      overtaking: [],
      check: null,
      compounding: [],
      grid: [
        cell(9, 0, flat),
        cell(9, 0.6, worlds),
        ...[5, 13].map((size) => cell(size, 0.2, flat)),
      ],
    }
  }
  const labelOf = (...of: Parameters<typeof resultOf>) =>
    report(resultOf(...of), presets.published).verdict.label
  // Two worlds that differ by 2 have a standard error of 1; Student's t with 1 degree is 12.706.
  const around = (centre: number) => [centre - 1, centre + 1]

  it('is against where misjudging is more than half in both orders', () => {
    expect(labelOf(0.501, 0.6, around(-13))).toBe('against')
    expect(labelOf(0.6, 0.7)).toBe('against')
  })

  it('is mixed where the orders disagree, and where half is no minor part', () => {
    expect(labelOf(0.5, 0.6, around(-13))).toBe('mixed')
    expect(labelOf(0.1, 0.5, around(-13))).toBe('mixed')
    expect(labelOf(0.1, 0.5)).toBe('mixed')
  })

  it('turns, where misjudging is the lesser part, on what slip changes', () => {
    expect(labelOf(0.1, 0.499, around(-12.71))).toBe('supports')
    expect(labelOf(0.1, 0.499, around(-12.7))).toBe('inconclusive')
    expect(labelOf(0.1, 0.499, around(12.7))).toBe('inconclusive')
    expect(labelOf(0.1, 0.499, around(12.71))).toBe('mixed')
    expect(labelOf(0.1, 0.499, [0, 0])).toBe('inconclusive')
  })

  it('waits for two worlds', () => {
    const { verdict } = report(resultOf(0.1, 0.4), presets.published)
    expect(verdict.label).toBe('inconclusive')
    expect(verdict.measures).toEqual(['judgingShare', 'judgingShareJudgingFirst'])
    expect(verdict.because).toContain('fewer than two worlds')
  })

  it('has nothing to say where nothing falls short', () => {
    const none = { total: 0, judging: { reachFirst: 0, shapley: 0, judgingFirst: 0 } }
    const told = report({ ...resultOf(0, 0), shortfall: none }, presets.published)
    expect(told.verdict).toMatchObject({ label: 'inconclusive', measures: [] })
    expect(told.sentence).toContain('falls short of nothing')
  })

  it('pairs worlds: a change in each counts, however much the worlds differ', () => {
    const result = resultOf(0.1, 0.4, [0, 0])
    const [still, noisy, ...rest] = result.grid
    const grid = [
      { ...still, steering: [0.9, 0.1, 0.5], judging: [0, 0, 0] },
      { ...noisy, steering: [0.8, 0, 0.4], judging: [0, 0, 0] },
      ...rest,
    ] as Result['grid']
    const { measures, verdict } = report({ ...result, grid }, presets.published)
    expect(measures['leadChange']?.value).toBeCloseTo(-0.1, 12)
    expect(measures['leadChange']?.halfWidth).toBeCloseTo(0, 12)
    expect(verdict.label).toBe('supports')
  })
})

it.each([
  [1, '1'],
  [6408, '6,408'],
  [999_999, '999,999'],
  [1e6, 'a million'],
  [1_234_567, '1.23 million'],
  [25e6, '25 million'],
  [999_600_000, 'a billion'],
  [1e9, 'a billion'],
])('says %d as %s', (count, said) => {
  expect(sayCount(count)).toBe(said)
})
