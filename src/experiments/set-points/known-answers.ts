import type { KnownAnswer, KnownCase } from '../about.ts'
import { expectedBestByProxy, expectedMaximum } from '../lib/expected-maximum.ts'
import { chanceOf } from '../lib/random.ts'
import { type Estimate, estimate, pairedDifference } from '../lib/statistics.ts'
import { publishedMaxima } from '../lib/published-maxima.ts'
import { bestShare, type Goods, shareForSetPoint, utilityAfter } from './allocation.ts'
import { drawOptions, gainsFrom, quantiliserMean } from './options.ts'
import type { Tail } from './settings.ts'

const sets = 1000
const counts = [10, 30, 100, 300, 1000]
const manner = { share: 0.1, level: 2, order: 'random' } as const

/**
 * The true values that the model's maximiser gets in many sets of options, for growing numbers of
 * options from the same sets; with the tail `none` the proxy is the value itself.
 */
export function maximiserGains(
  tail: Tail | 'none',
  sizes: readonly number[],
  replicates: number,
): readonly (readonly number[])[] {
  const chance = chanceOf('known-answers', 1, 0)
  const gains = sizes.map((): number[] => [])
  const most = Math.max(...sizes)
  for (let i = 0; i < replicates; i++) {
    const { values, proxies } = drawOptions(most, chance('options', i))
    const proxy = tail === 'none' ? values : proxies[tail]
    sizes.forEach((size, at) => {
      gains[at]?.push(gainsFrom(values, proxy, size, manner).maximiser)
    })
  }
  return gains
}

/** The mean gain of the maximiser for one number of options. */
export function meanGain(tail: Tail | 'none', size: number, replicates: number): Estimate {
  return estimate(maximiserGains(tail, [size], replicates)[0] as readonly number[])
}

const greatest: KnownAnswer = {
  id: 'ka-emax',
  statement: 'The expected largest of n independent standard normals.',
  source: 'David and Nagaraja, Order Statistics; 1/√π for n = 2 and 3/(2√π) for n = 3',
  cases: [
    ...publishedMaxima.map(
      ([n, expected]): KnownCase => ({
        label: `n = ${n}, quadrature`,
        expected,
        tolerance: 1e-7,
        ours: () => expectedMaximum(n),
      }),
    ),
    // The variance of the largest of n falls with n and is 0.344 for n = 10.
    ...[10, 100].map(
      (n): KnownCase => ({
        label: `n = ${n}, maximiser with a perfect measure, ${sets} sets of options`,
        expected: n === 10 ? 1.53875273 : 2.50759364,
        tolerance: 4 * Math.sqrt(0.344 / sets),
        ours: () => meanGain('none', n, sets).value,
      }),
    ),
  ],
}

const four: Goods = { measured: 4, weight: 1, utility: 'log' }

/** What is left by an agent with a set-point, which a maximiser has at infinity. */
function utilityLeft(power: number, setPoint: number): number {
  return utilityAfter(four, shareForSetPoint(four.measured, setPoint, power))
}

const homeostat: KnownAnswer = {
  id: 'ka-closed-form-homeostat',
  statement:
    'True utility J ln m + (K − J) ln u when a share p of the unmeasured is moved, K = 10, J = 4, m from 0.5 and u from 4/3.',
  source: 'identity; the law for incomplete proxies: Zhuang and Hadfield-Menell 2020',
  cases: [
    {
      label: 'start',
      expected: -1.046496288,
      tolerance: 1e-9,
      ours: () => utilityAfter(four, 0),
    },
    { label: 'best share', expected: 0.25, tolerance: 1e-9, ours: () => bestShare(four) },
    ...(
      [
        [0.1, -0.332770435, -0.332770435],
        [0.25, 0, 0],
        [0.4, -0.28940425, 0],
        [0.6, -1.649138952, 0],
        [0.9, -8.757781632, 0],
        [0.99, -22.27189444, 0],
      ] as const
    ).flatMap(([power, maximiser, setPoint]): KnownCase[] => [
      {
        label: `maximiser, power ${power}`,
        expected: maximiser,
        // The values are given to ten digits.
        tolerance: Math.max(1e-9, 5e-10 * Math.abs(maximiser)),
        ours: () => utilityLeft(power, Infinity),
      },
      {
        label: `set-point 1, power ${power}`,
        expected: setPoint,
        tolerance: 1e-9,
        ours: () => utilityLeft(power, 1),
      },
    ]),
  ],
}

/** The largest ratio of a quantiliser's expected cost to the mean cost, over random costs. */
export function worstCostRatio(size: number, share: number, trials: number): number {
  const random = chanceOf('known-answers', 1, 0)('costs', size)
  const proxies = new Float64Array(size)
  const costs = new Float64Array(size)
  let worst = 0
  for (let trial = 0; trial < trials; trial++) {
    for (let i = 0; i < size; i++) {
      proxies[i] = random.normal()
      const u = random.uniform()
      // From nearly even costs to ones that a few options bear alone.
      costs[i] = u / (1.0000001 - u)
    }
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / size
    worst = Math.max(worst, quantiliserMean(costs, proxies, share) / mean)
  }
  return worst
}

/** The ratio where one of the options that look best bears all the cost. */
export function extremeCostRatio(size: number, share: number): number {
  const proxies = Float64Array.from({ length: size }, (_, i) => i)
  const costs = new Float64Array(size)
  costs[size - 1] = 1
  return quantiliserMean(costs, proxies, share) * size
}

const quantiliser: KnownAnswer = {
  id: 'ka-quantilizer',
  statement:
    'A q-quantiliser expects at most 1/q times the cost of its base, for any cost from 0 up.',
  source: 'Taylor 2016',
  cases: [
    {
      label: 'largest ratio over 2000 random costs, q = 0.1: between 0 and 10',
      expected: 5,
      tolerance: 5,
      ours: () => worstCostRatio(100, 0.1, 2000),
    },
    {
      label: 'the ratio where one option among the best-looking bears all the cost, q = 0.1',
      expected: 10,
      tolerance: 1e-9,
      ours: () => extremeCostRatio(100, 0.1),
    },
  ],
}

const proxy: KnownAnswer = {
  id: 'ka-max-gauss-proxy',
  statement:
    'With value and error standard normal, the option with the highest proxy is worth the expected largest of n over √2.',
  source: 'identity',
  cases: [1.0880625, 1.44445, 1.7731365, 2.0348885, 2.2920412].flatMap(
    (expected, i): KnownCase[] => {
      const n = counts[i] as number
      return [
        {
          label: `n = ${n}, ${sets} sets of options`,
          expected,
          // Half the variance is the error's; the largest of n ≥ 10 adds at most half of 0.344.
          tolerance: 4 * Math.sqrt((0.5 + 0.344 / 2) / sets),
          ours: () => meanGain('normal', n, sets).value,
        },
        {
          label: `n = ${n}, quadrature`,
          expected,
          tolerance: 1e-6,
          ours: () => expectedBestByProxy(n, Math.SQRT1_2),
        },
      ]
    },
  ),
}

/**
 * What the maximiser expects of n options with Student's t with 3, which is the integral of
 * v φ(v) f(p - v) n F(p)^(n-1) over value v and proxy p, where F is the law of the proxy.
 */
const heavyGains: readonly (readonly [number, number])[] = [
  [10, 0.825571],
  [1000, 0.349496],
  [10000, 0.160905],
]
const heavySets = 300

const strongGains = new Map<Tail, readonly (readonly number[])[]>()

/** The maximiser's gains for the numbers of options of `heavyGains`, worked out once. */
function strong(tail: Tail): readonly (readonly number[])[] {
  const sizes = heavyGains.map(([size]) => size)
  const gains = strongGains.get(tail) ?? maximiserGains(tail, sizes, heavySets)
  strongGains.set(tail, gains)
  return gains
}

/** 0 where the gain surely changes in a direction from 10 options to 10,000, else 1. */
function unchanged(tail: Tail, direction: 1 | -1): number {
  const [few, , many] = strong(tail)
  const { value, halfWidth } = pairedDifference(many as number[], few as number[])
  return direction * value > halfWidth ? 0 : 1
}

const heavy: KnownAnswer = {
  id: 'ka-heavy-tail',
  statement:
    'With heavy-tailed error, hard optimisation of a proxy returns to the value of a random option; with normal error it does not.',
  source: 'Kwa, Thomas and Garriga-Alonso 2024; the values are integrals, by quadrature',
  cases: [
    {
      label: 'Student’s t with 3: no clear fall from 10 to 10,000 options',
      expected: 0,
      tolerance: 0,
      ours: () => unchanged('3', -1),
    },
    {
      label: 'normal error: no clear rise from 10 to 10,000 options',
      expected: 0,
      tolerance: 0,
      ours: () => unchanged('normal', 1),
    },
    ...heavyGains.map(
      ([n, expected], i): KnownCase => ({
        label: `Student’s t with 3, ${n} options, ${heavySets} sets`,
        expected,
        // The value of what is chosen has at most the standard deviation 1 of all values.
        tolerance: 4 / Math.sqrt(heavySets),
        ours: () => estimate(strong('3')[i] as readonly number[]).value,
      }),
    ),
  ],
}

export const knownAnswers: readonly KnownAnswer[] = [greatest, homeostat, quantiliser, proxy, heavy]
