import type { KnownAnswer, KnownCase } from '../about.ts'
import { frozenLakeUndiscounted, frozenLakeVector } from '../gridworld/known-answers.ts'
import { drawBestByProxy, expectedBestByProxy, expectedMaximum } from '../lib/expected-maximum.ts'
import { chanceOf } from '../lib/random.ts'
import { wilson } from '../lib/statistics.ts'
import { publishedMaxima } from '../lib/published-maxima.ts'
import { chanceOfNoError, countWithoutError } from './compounding.ts'

const chance = chanceOf('known-answers', 1, 4)

const expectedMaxima: KnownAnswer = {
  id: 'ka-emax',
  statement: 'The expected largest of n independent standard normals has its tabulated values.',
  source: 'David and Nagaraja, Order Statistics; n = 2 and 3 in closed form',
  cases: [
    ...publishedMaxima.map(([n, expected]) => ({
      label: `n = ${n}, by quadrature`,
      expected,
      tolerance: 1e-7,
      ours: () => expectedMaximum(n),
    })),
    drawnCase('n = 10, drawn', 10, 1, 1.53875273, 4000),
    drawnCase('n = 100, drawn', 100, 1, 2.50759364, 2000),
  ],
}

const bestOfNormals: KnownAnswer = {
  id: 'ka-bon-gauss',
  statement:
    'The best of n by a proxy of correlation ρ with normal values is worth ρ times the expected largest of n.',
  source: 'identity: linear regression',
  cases: [
    ...([
      [100, 1.755315546],
      [1024, 2.273767721],
    ] as const).map(([n, expected]) => ({
      label: `ρ = 0.7, n = ${n}, by quadrature`,
      expected,
      tolerance: 1e-8,
      ours: () => expectedBestByProxy(n, 0.7),
    })),
    drawnCase('ρ = 0.7, n = 100, drawn', 100, 0.7, 1.755315546, 4000),
    drawnCase('ρ = 0.7, n = 1024, drawn', 1024, 0.7, 2.273767721, 1000),
  ],
}

/**
 * A mean over drawn agents, within 4 standard errors: the largest of 10 or more has a variance of
 * at most 0.344 (tabulated), and what the proxy leaves open 1 less the squared correlation.
 */
function drawnCase(
  label: string,
  n: number,
  correlation: number,
  expected: number,
  draws: number,
): KnownCase {
  const explained = correlation * correlation
  const tolerance = 4 * Math.sqrt((explained * 0.344 + 1 - explained) / draws)
  const ours = () => {
    const random = chance('best', n, correlation)
    let sum = 0
    for (let i = 0; i < draws; i++) sum += drawBestByProxy(n, correlation, random)
    return sum / draws
  }
  return { label, expected, tolerance, ours }
}

const runs = 100_000
const noErrorIn20 = 0.3584859224

const compounding: KnownAnswer = {
  id: 'ka-compounding',
  statement: 'With an error in 5 % of independent steps, (1 − e)^H of plans of 20 steps have none.',
  source: 'identity; cf. Ross and Bagnell 2010',
  cases: [
    {
      label: 'e = 0.05, H = 20, exact',
      expected: noErrorIn20,
      tolerance: 1e-10,
      ours: () => chanceOfNoError(0.05, 20),
    },
    {
      label: 'e = 0.05, H = 20, plans carried out; Wilson 99.9 %',
      expected: noErrorIn20,
      tolerance: wilson(noErrorIn20 * runs, runs, 3.2905).high - noErrorIn20,
      ours: () => countWithoutError(0.05, 20, runs, chance('plan')) / runs,
    },
  ],
}

export const knownAnswers: readonly KnownAnswer[] = [
  expectedMaxima,
  bestOfNormals,
  frozenLakeVector,
  frozenLakeUndiscounted,
  compounding,
]
