import fc from 'fast-check'
import { sampleRankCorrelation } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import type { Random } from '../../src/experiments/contract.ts'
import {
  corridor,
  frozenLake,
  largeLake,
  smallLake,
} from '../../src/experiments/gridworld/frozen-lake.ts'
import { actorCritic, discount, qLearner } from '../../src/experiments/gridworld/learn.ts'
import {
  meanOverOpen,
  openValues,
  pairScore,
  rangeOf,
  rankCorrelation,
  steeringScore,
} from '../../src/experiments/gridworld/score.ts'
import {
  greedyPolicy,
  optimalValues,
  type Policy,
  policyValues,
  randomPolicy,
} from '../../src/experiments/gridworld/solve.ts'
import {
  type Cell,
  drawWorld,
  makeWorld,
  type World,
} from '../../src/experiments/gridworld/world.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { estimate, sampleVariance } from '../../src/experiments/lib/statistics.ts'

const chance = chanceOf('test', 1, 6)
const slippery = 2 / 3
const someWorld = fc
  .record({ size: fc.integer({ min: 5, max: 9 }), seed: fc.nat(9999) })
  .map(({ size, seed }) => drawWorld(size, chance('some', size, seed)))
const someSlip = fc.constantFrom(0, 0.2, 0.5, 0.8)

/** Where a move comes down: straight on, or to one side of it. Written apart from the learners. */
function slide({ next }: World, cell: number, action: number, slip: number, random: Random) {
  const astray = random.uniform() < slip
  const side = random.uniform() < 0.5 ? 1 : 3
  return next[4 * cell + ((action + (astray ? side : 0)) % 4)] as number
}

/** The discounted reward of one episode of a policy. */
function returnOf(
  world: World,
  policy: Policy,
  { start, slip, by }: { start: number; slip: number; by: number },
  random: Random,
): number {
  let cell = start
  let weight = 1
  let sum = 0
  while (world.terminal[cell] === 0 && weight > 1e-9) {
    let left = random.uniform()
    let action = 0
    while (action < 3 && (left -= policy[4 * cell + action] as number) >= 0) action++
    cell = slide(world, cell, action, slip, random)
    sum += weight * (world.reward[cell] as number)
    weight *= by
  }
  return sum
}

/** The best values that any of all deterministic policies has, by trying them all. */
function bestOfAllPolicies(world: World, slip: number, by: number): Float64Array {
  const { open, terminal } = world
  const best = new Float64Array(terminal.length).fill(-Infinity)
  for (let code = 0; code < 4 ** open.length; code++) {
    const policy = new Float64Array(4 * terminal.length)
    open.forEach((cell, i) => (policy[4 * cell + (Math.floor(code / 4 ** i) % 4)] = 1))
    policyValues(world, slip, by, policy).forEach((value, cell) => {
      best[cell] = Math.max(best[cell] as number, value)
    })
  }
  return best
}

/** The policy that is best by one step of looking ahead; ties fall to the first. */
function lookAhead(world: World, slip: number, by: number, values: Float64Array): Policy {
  const worth = Float64Array.from({ length: 4 * world.terminal.length }, (_, at) => {
    const cell = Math.floor(at / 4)
    return [0, 1, 3].reduce((sum, turn) => {
      const target = world.next[4 * cell + ((at + turn) % 4)] as number
      const onward = world.terminal[target] === 1 ? 0 : by * (values[target] as number)
      return sum + (turn === 0 ? 1 - slip : slip / 2) * ((world.reward[target] as number) + onward)
    }, 0)
  })
  return greedyPolicy(worth.map((value) => Math.round(value * 1e9)))
}

describe('a world', () => {
  it('leads to neighbours, and nowhere at edges and walls', () => {
    const { next, reward, terminal, open } = makeWorld(['open', 'wall', 'pit', 'goal'], 2)
    expect([...next.subarray(0, 4)]).toEqual([0, 0, 2, 0])
    expect([...next.subarray(8, 12)]).toEqual([0, 3, 2, 2])
    expect([...next.subarray(12, 16)]).toEqual([3, 3, 3, 2])
    expect([[...reward], [...terminal], [...open]]).toEqual([[0, 0, -1, 1], [0, 0, 1, 1], [0]])
  })

  it('has as many walls, pits and goals as it should, and no cell cut off', () => {
    fc.assert(
      fc.property(someWorld, (world) => {
        const { rows, columns, reward, open } = world
        const cells = rows * columns
        const count = (paid: number) => reward.filter((each) => each === paid).length
        expect([count(1), count(-1)]).toEqual([1, Math.round(rows / 2)])
        expect(cells - open.length - count(1) - count(-1)).toBe(Math.round(0.12 * cells))
        expect(reachingGoal(world)).toBe(open.length)
      }),
      { numRuns: 40 },
    )
  })

  it('is another for another draw and the same for the same', () => {
    const [one, two, other] = [1, 1, 2].map((seed) => drawWorld(7, chance('draw', seed)))
    expect(two).toEqual(one)
    expect(other).not.toEqual(one)
  })
})

/** Open cells from which the goal can be reached, by spreading until nothing more is reached. */
function reachingGoal({ next, reward, open }: World): number {
  const reaches = new Set<number>([reward.indexOf(1)])
  for (let before = -1; before !== reaches.size; ) {
    before = reaches.size
    for (const cell of open) {
      if (next.subarray(4 * cell, 4 * cell + 4).some((to) => reaches.has(to))) reaches.add(cell)
    }
  }
  return reaches.size - 1
}

describe('the best values', () => {
  it.each([
    // Gym's FrozenLake; the first as published by many, 14/17 by the Bellman equations.
    ['4 × 4, discount 0.99', smallLake, 0.99, 0.54202593],
    ['4 × 4, discount 0.9', smallLake, 0.9, 0.0688909],
    ['4 × 4, discount 1', smallLake, 1, 14 / 17],
    ['8 × 8, discount 0.99', largeLake, 0.99, 0.4146404],
    ['8 × 8, discount 1', largeLake, 1, 1],
  ] as const)('of the slippery lake %s are the published ones', (_, rows, by, expected) => {
    expect(optimalValues(frozenLake(rows), slippery, by)[0]).toBeCloseTo(expected, 6)
  })

  it('of the small lake at discount 0.9 are the published ones in every cell', () => {
    const published = [
      0.0688909, 0.06141457, 0.07440976, 0.05580732, 0.09185454, 0, 0.11220821, 0, 0.14543635,
      0.24749695, 0.29961759, 0, 0, 0.3799359, 0.63902015, 0,
    ]
    const values = optimalValues(frozenLake(smallLake), slippery, 0.9)
    published.forEach((value, cell) => expect(values[cell]).toBeCloseTo(value, 6))
  })

  it.each([0, 0.3, 0.8])('are those of the best of all policies, slip %d', (slip) => {
    const cells: Cell[] = ['open', 'pit', 'open', 'open', 'wall', 'open', 'open', 'goal', 'open']
    const world = makeWorld(cells, 3)
    const best = bestOfAllPolicies(world, slip, 0.95)
    const values = optimalValues(world, slip, 0.95)
    for (const cell of world.open) expect(values[cell]).toBeCloseTo(best[cell] as number, 10)
  })

  it('without slip are the discount to the number of moves still to be made', () => {
    const values = optimalValues(corridor(), 0, 0.9)
    expect([...values]).toEqual([0, 0.9 ** 4, 0.9 ** 3, 0.9 ** 2, 0.9, 1, 0].map((value) =>
      expect.closeTo(value, 12),
    ))
  })

  it('are what looking ahead by them comes to, and more than at random', () => {
    fc.assert(
      fc.property(someWorld, someSlip, (world, slip) => {
        const best = optimalValues(world, slip, 0.95)
        const policy = lookAhead(world, slip, 0.95, best)
        const reached = policyValues(world, slip, 0.95, policy)
        for (const cell of world.open) expect(reached[cell]).toBeCloseTo(best[cell] as number, 6)
        const range = rangeOf(world, slip, 0.95, best)
        expect(range.best).toBeGreaterThan(range.random)
        expect(steeringScore(world, slip, 0.95, policy, range)).toBeCloseTo(1, 6)
        expect(steeringScore(world, slip, 0.95, randomPolicy(world), range)).toBe(0)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the values of a policy', () => {
  it('are 1/6 to 5/6 for the random walk of Sutton and Barto', () => {
    const values = policyValues(corridor(), 0, 1, randomPolicy(corridor()))
    for (let cell = 1; cell <= 5; cell++) expect(values[cell]).toBeCloseTo(cell / 6, 12)
  })

  it('at random on the small lake are those of Udacity’s course', () => {
    const published = [
      0.01393978, 0.01163093, 0.02095299, 0.01047649, 0.01624867, 0, 0.04075154, 0, 0.0348062,
      0.08816993, 0.14205316, 0, 0, 0.17582037, 0.43929118, 0,
    ]
    const lake = frozenLake(smallLake)
    const values = policyValues(lake, slippery, 1, randomPolicy(lake))
    published.forEach((value, cell) => expect(values[cell]).toBeCloseTo(value, 6))
  })

  it.each([
    [0, 0.95],
    [0.4, 0.95],
    [0.8, 1],
  ])('are what simulated episodes bring, slip %d, discount %d', (slip, by) => {
    const world = drawWorld(6, chance('simulated', slip))
    const random = chance('episodes', slip)
    // Neither at random nor best, so that all four chances of a cell differ.
    const policy = Float64Array.from({ length: 4 * 36 }, (_, i) => (1 + (i % 4)) / 10)
    const values = policyValues(world, slip, by, policy)
    for (const start of world.open.filter((_, i) => i % 5 === 0)) {
      const returns = Array.from({ length: 3000 }, () =>
        returnOf(world, policy, { start, slip, by }, random),
      )
      const error = Math.sqrt(sampleVariance(returns) / returns.length)
      const difference = estimate(returns).value - (values[start] as number)
      expect(Math.abs(difference)).toBeLessThan(4 * error)
    }
  })

  it('solve the Bellman equations', () => {
    fc.assert(
      fc.property(someWorld, someSlip, (world, slip) => {
        const values = policyValues(world, slip, 0.95, randomPolicy(world))
        for (const cell of world.open) {
          const after = [...world.next.subarray(4 * cell, 4 * cell + 4)].map((to) =>
            world.terminal[to] === 1 ? (world.reward[to] as number) : 0.95 * (values[to] as number),
          )
          expect(values[cell]).toBeCloseTo(estimate(after).value, 12)
        }
      }),
      { numRuns: 40 },
    )
  })
})

it('a greedy policy shares between the best', () => {
  const policy = greedyPolicy(Float64Array.of(1, 3, 3, 0, -1, -2, -3, -4, 0, 0, 0, 0))
  expect([...policy]).toEqual([0, 0.5, 0.5, 0, 1, 0, 0, 0, 0.25, 0.25, 0.25, 0.25])
})

describe.each([
  ['Q-learning', qLearner],
  ['an actor-critic', actorCritic],
] as const)('%s', (_, learner) => {
  const tiny = makeWorld(
    ['open', 'open', 'open', 'pit', 'wall', 'open', 'open', 'open', 'goal'],
    3,
  )

  it('finds the best way through a tiny world', () => {
    const agent = learner(tiny, 0, chance('tiny', learner.name))
    for (let i = 0; i < 3000; i++) agent.episode()
    const best = optimalValues(tiny, 0, discount)
    const reached = policyValues(tiny, 0, discount, agent.policy())
    for (const cell of tiny.open) expect(reached[cell]).toBeCloseTo(best[cell] as number, 6)
    // Values of acting best, which both agents come to do, or all but do.
    const nearGoal = [5, 7].map((cell) => agent.values()[cell])
    for (const value of nearGoal) expect(value).toBeGreaterThan(0.9)
  })

  it('goes about where it can, and nowhere else', () => {
    const agent = learner(tiny, 0.5, chance('about', learner.name))
    for (let i = 0; i < 300; i++) agent.episode()
    expect(agent.entered[4]).toBe(0)
    expect((agent.entered[3] as number) + (agent.entered[8] as number)).toBe(300)
    for (const cell of tiny.open) expect(agent.entered[cell]).toBeGreaterThan(0)
    expect([agent.values()[3], agent.values()[4], agent.values()[8]]).toEqual([0, 0, 0])
  })

  it('begins with acting at random', () => {
    const agent = learner(tiny, 0.2, chance('fresh'))
    expect(agent.policy()).toEqual(randomPolicy(tiny))
    expect(agent.values()).toEqual(new Float64Array(9))
  })
})

it('a learner’s slips go to the sides and never back', () => {
  const cells: Cell[] = ['wall', 'goal', 'wall', 'wall', 'open', 'wall', 'wall', 'pit', 'wall']
  const { entered, episode } = qLearner(makeWorld(cells, 3), 0.5, chance('sides'))
  for (let i = 0; i < 4000; i++) episode()
  // Chosen in four moves of five, up comes about with 1/2; a random move goes each way with 1/4.
  const [up, down] = [0.8 * 0.5 + 0.2 * 0.25, 0.2 * 0.25]
  const share = (entered[1] as number) / 4000
  expect(Math.abs(share - up / (up + down))).toBeLessThan(0.03)
})

it('Q-learning comes to the values of acting best where nothing is left to chance', () => {
  const world = drawWorld(5, chance('known'))
  const agent = qLearner(world, 0, chance('converges'))
  for (let i = 0; i < 20_000; i++) agent.episode()
  const best = optimalValues(world, 0, discount)
  for (const cell of world.open) expect(agent.values()[cell]).toBeCloseTo(best[cell] as number, 3)
})

describe('scores of orders', () => {
  const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 12 })
  const pairs = numbers.chain((a) =>
    fc.tuple(
      fc.constant(a),
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: a.length, maxLength: a.length }),
    ),
  )

  it('by pairs are 1 for the true order, -1 for its reverse, 0 for no opinion', () => {
    fc.assert(
      fc.property(numbers, (truths) => {
        const some = new Set(truths).size > 1 ? 1 : 0
        expect(pairScore(truths.map((x) => 3 * x + 1), truths, 0)).toBe(some)
        expect(pairScore(truths.map((x) => -x), truths, 0) + some).toBe(0)
        expect(pairScore(truths.map(() => 2), truths, 0)).toBe(0)
      }),
    )
  })

  it('by pairs are twice the share of pairs ordered rightly, less 1', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0, 2.5), ([guesses, truths], least) => {
        let right = 0
        let all = 0
        truths.forEach((a, i) =>
          truths.forEach((b, j) => {
            if (b - a <= least) return
            all++
            const [first, second] = [guesses[i] as number, guesses[j] as number]
            right += second > first ? 1 : second === first ? 0.5 : 0
          }),
        )
        const expected = all === 0 ? 0 : (2 * right) / all - 1
        expect(pairScore(guesses, truths, least)).toBeCloseTo(expected, 12)
      }),
    )
  })

  it('ask only about pairs that truly differ by more than is set', () => {
    expect(pairScore([2, 1, 3], [0, 0.02, 0.5], 0.02)).toBe(1)
    expect(pairScore([2, 1, 3], [0, 0.03, 0.5], 0.02)).toBeCloseTo(1 / 3, 12)
  })

  it('by rank are Spearman’s where all differ', () => {
    const different = fc.uniqueArray(fc.integer(), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(different, different, (a, b) => {
        expect(rankCorrelation(a, b)).toBeCloseTo(sampleRankCorrelation(a, b), 12)
      }),
    )
  })

  it('by rank give equal values the mean of their ranks', () => {
    // scipy.stats.spearmanr([1, 2, 2, 3, 5], [2, 2, 1, 4, 9])
    expect(rankCorrelation([1, 2, 2, 3, 5], [2, 2, 1, 4, 9])).toBeCloseTo(0.7631578947368421, 12)
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBe(0)
  })

  it('are of the open cells', () => {
    const world = makeWorld(['open', 'wall', 'pit', 'goal', 'open', 'open'], 3)
    const values = Float64Array.of(1, 50, 60, 70, 2, 6)
    expect([...openValues(world, values)]).toEqual([1, 2, 6])
    expect(meanOverOpen(world, values)).toBe(3)
  })
})
