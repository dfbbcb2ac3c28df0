import type { KnownAnswer, KnownCase } from '../about.ts'
import type { Random } from '../contract.ts'
import { expectedBestByProxy, expectedMaximum } from '../lib/expected-maximum.ts'
import { chanceOf } from '../lib/random.ts'
import { drain } from '../../core/drain.ts'
import { publishedMaxima } from '../lib/published-maxima.ts'
import { bestOfN, bestOfNDivergence, fitSquareRootForm, sampleSizes } from './best-of-n.ts'
import {
  expectedGold,
  type Gold,
  linearJudgeParabola,
  parabolaAt,
  parabolaPeak,
  shiftDivergence,
} from './gold.ts'
import { shiftedScore } from './judge.ts'
import { type OverOptimisationResult, run } from './model.ts'
import { climb } from './policy-path.ts'
import { features } from './reward-model.ts'
import { type OverOptimisationSettings, presets } from './settings.ts'

const chance = chanceOf('known-answers', 1, 7)

function once<T>(work: () => T): () => T {
  let kept: { readonly value: T } | undefined
  return () => (kept ??= { value: work() }).value
}

/** A mean over independent pools, and its standard error. */
interface Simulated {
  readonly mean: number
  readonly error: number
}

/** Best of `n` by score from pools of 8,192, each item drawn as a value with its score. */
export function simulateBest(
  n: number,
  pools: number,
  draw: (random: Random) => readonly [value: number, score: number],
  random: Random,
): Simulated {
  const means: number[] = []
  for (let pool = 0; pool < pools; pool++) {
    const values = new Float64Array(8192)
    const scores = new Float64Array(8192)
    for (let i = 0; i < values.length; i++) {
      const [value, score] = draw(random)
      values[i] = value
      scores[i] = score
    }
    means.push(bestOfN(scores, values, [n])[0] as number)
  }
  const mean = means.reduce((sum, each) => sum + each, 0) / pools
  const squares = means.reduce((sum, each) => sum + (each - mean) * (each - mean), 0)
  return { mean, error: Math.sqrt(squares / (pools - 1) / pools) }
}

/** A draw of a standard normal value and a standard normal score that correlates with it. */
export function correlatedDraw(correlation: number) {
  const rest = Math.sqrt(1 - correlation * correlation)
  return (random: Random): readonly [number, number] => {
    const score = random.normal()
    return [correlation * score + rest * random.normal(), score]
  }
}

/** A draw of a standard normal value and a score with an error by Student's t of 3 degrees. */
export function heavyTailedDraw(random: Random): readonly [number, number] {
  const value = random.normal()
  let square = 0
  for (let i = 0; i < 3; i++) {
    const z = random.normal()
    square += z * z
  }
  return [value, value + random.normal() / Math.sqrt(square / 3)]
}

/** Within four standard errors, which are those of the simulation itself. */
function simulatedCase(label: string, expected: number, simulate: () => Simulated): KnownCase {
  const simulated = once(simulate)
  return {
    label,
    expected,
    get tolerance() {
      return 4 * simulated().error
    },
    ours: () => simulated().mean,
  }
}

const emax: KnownAnswer = {
  id: 'ka-emax',
  statement:
    'The expected largest of n standard normals: 1/√π for 2, 3/(2√π) for 3, and tabled values.',
  source: 'David and Nagaraja, Order Statistics',
  cases: [
    ...publishedMaxima.map(([n, expected]) => ({
      label: `n = ${n}, by quadrature`,
      expected,
      tolerance: 1e-7,
      ours: () => expectedMaximum(n),
    })),
    ...publishedMaxima
      .filter(([n]) => [16, 100, 1024].includes(n))
      .map(([n, expected]) =>
        simulatedCase(`n = ${n}, from pools`, expected, () =>
          simulateBest(n, 16, correlatedDraw(1), chance('largest', n)),
        ),
      ),
  ],
}

const divergences: readonly (readonly [n: number, expected: number])[] = [
  [2, 0.1931471806],
  [4, 0.6362943611],
  [16, 1.835088722],
  [64, 3.174508083],
  [256, 4.549083694],
  [1024, 5.932448368],
  [4096, 7.318010307],
]

const bestOfNKl: KnownAnswer = {
  id: 'ka-bon-kl',
  statement: 'Best-of-n has divergence ln n − (n − 1)/n from the policy it draws from.',
  source: 'Stiennon et al. 2020',
  cases: divergences.map(([n, expected]) => ({
    label: `n = ${n}`,
    expected,
    tolerance: 1e-9,
    ours: () => bestOfNDivergence(n),
  })),
}

const gauss = [
  [100, 1.755315546],
  [1024, 2.273767721],
] as const

const bestOfNGauss: KnownAnswer = {
  id: 'ka-bon-gauss',
  statement:
    'Where value and score are jointly normal, the best of n by score has the correlation times ' +
    'the expected largest of n as its expected value.',
  source: 'identity',
  cases: gauss.flatMap(([n, expected]) => [
    {
      label: `correlation 0.7, n = ${n}, exact`,
      expected,
      tolerance: 1e-7,
      ours: () => expectedBestByProxy(n, 0.7),
    },
    simulatedCase(`correlation 0.7, n = ${n}, from pools`, expected, () =>
      simulateBest(n, 16, correlatedDraw(0.7), chance('correlated', n)),
    ),
  ]),
}

/**
 * The largest distance between the true reward along a climb under a linear judge and the
 * parabola of its direction.
 */
export function parabolaError(gold: Gold, weights: Float64Array, reach: number): number {
  const member = { model: { hidden: 0, parameters: weights }, mean: 0, deviation: 1 }
  const score = shiftedScore({ members: [member], rule: 'mean' }, new Float64Array(features))
  const { means } = drain(climb(score, 0, reach))
  let along = 0
  let square = 0
  for (let i = 0; i < features; i++) {
    along += (weights[i] as number) * (gold.good[i] as number)
    square += (weights[i] as number) * (weights[i] as number)
  }
  const alignment = along / Math.sqrt(square)
  const parabola = linearJudgeParabola(alignment, gold.curvature, gold.strayCost)
  const errors = means.map((mean) => {
    const d = Math.sqrt(2 * shiftDivergence(mean))
    return Math.abs(expectedGold(gold, mean) - parabolaAt(parabola, d))
  })
  return Math.max(...errors)
}

function someDirection(purpose: string): Float64Array {
  const random = chance(purpose)
  const direction = new Float64Array(features).map(() => random.normal())
  const length = Math.sqrt(direction.reduce((sum, x) => sum + x * x, 0))
  return direction.map((x) => x / length)
}

const peak = () => parabolaPeak(linearJudgeParabola(1, 0.4, 0.05))
const parabola: KnownAnswer = {
  id: 'ka-linear-proxy-parabola',
  statement:
    'Under a linear judge whose direction has cosine a with the good one, true reward is ' +
    'd (a − (curvature a² + stray cost) d / 2) with d = √(2 KL).',
  source: 'identity; the form of best-of-n in Gao, Schulman and Hilton 2023',
  cases: [
    { label: 'd at the peak', expected: 2.222222222, tolerance: 1e-9, ours: () => peak().d },
    {
      label: 'divergence at the peak',
      expected: 2.469135802,
      tolerance: 1e-9,
      ours: () => peak().divergence,
    },
    {
      label: 'true reward at the peak',
      expected: 1.111111111,
      tolerance: 1e-9,
      ours: () => peak().gold,
    },
    {
      label: 'largest distance of a climbing policy from the parabola',
      expected: 0,
      tolerance: 1e-9,
      ours: () => {
        const gold = { good: someDirection('good'), curvature: 0.4, strayCost: 0.05 }
        return parabolaError(gold, someDirection('weights'), 18)
      },
    },
  ],
}

function resultOf(changed: Partial<OverOptimisationSettings>): OverOptimisationResult {
  const settings = { ...presets.published, ensemble: 'none', seeds: 4, ...changed }
  return drain(run(settings, chanceOf('known-answers', 1, 71)))
}

const usual = once(() => resultOf({}))
const byChanceOnly = once(() => resultOf({ hidden: '0', curvature: 0, strayCost: 0.2, reach: 40 }))

const bestOfNMean = once(() => {
  const curves = usual().replicates.map(({ linear }) => linear.bestOfN)
  return (curves[0] ?? []).map((_, index) =>
    curves.reduce((sum, curve) => sum + (curve[index] as number) / curves.length, 0),
  )
})
const bestOfNFit = () =>
  fitSquareRootForm(
    sampleSizes(4096).slice(1).map(bestOfNDivergence),
    bestOfNMean().slice(1),
  )

const gaoForms: KnownAnswer = {
  id: 'ka-gao-forms',
  statement:
    'Best-of-n has true reward d (a − b d) with d = √KL: it rises and falls. For a judge ' +
    'that errs only by chance, more data peaks later; under the published settings, where the ' +
    'error is shared, it does not. A KL penalty does no better than stopping early.',
  source: 'Gao, Schulman and Hilton 2023',
  cases: [
    {
      label: 'share of the variance of best-of-n that the form explains, above 0.9',
      expected: 0.95,
      tolerance: 0.05,
      ours: () => bestOfNFit().explained,
    },
    {
      label: 'fits with b at or below 0',
      expected: 0,
      tolerance: 0,
      ours: () => (bestOfNFit().b > 0 ? 0 : 1),
    },
    {
      label: 'curves that are highest at the largest n',
      expected: 0,
      tolerance: 0,
      ours: () => (bestOfNMean().at(-1) === Math.max(...bestOfNMean()) ? 1 : 0),
    },
    {
      label: 'replicates, of a judge that errs by chance only, in which more data peaks no later',
      expected: 0,
      tolerance: 0,
      ours: () =>
        byChanceOnly().replicates.filter(({ linear: { bySize } }) => {
          const [few, , many] = bySize
          return (many?.peakDivergence ?? 0) <= (few?.peakDivergence ?? 0)
        }).length,
    },
    {
      label: 'true reward under a penalty less stopped early at the same divergence, network',
      expected: 0,
      tolerance: 0.01,
      ours: () => {
        const gains = usual()
          .replicates.flatMap(({ network }) => network?.penalised ?? [])
          .flatMap(({ gold, stopped }) => (stopped === null ? [] : [gold - stopped]))
        return gains.reduce((sum, gain) => sum + gain, 0) / gains.length
      },
    },
  ],
}

const heavy = once(() =>
  [10, 1000, 8192].map((n) => simulateBest(n, 40, heavyTailedDraw, chance('heavy', n)).mean),
)
const heavyTail: KnownAnswer = {
  id: 'ka-heavy-tail',
  statement:
    'Where the judge’s error is heavy-tailed, harder selection brings the true value back to ' +
    'where it began.',
  source: 'Kwa, Thomas and Garriga-Alonso 2024',
  cases: [
    {
      label: 'rises from best of 10 to best of 1,000 to best of 8,192, Student’s t of 3 degrees',
      expected: 0,
      tolerance: 0,
      ours: () => {
        const [few, many, most] = heavy() as [number, number, number]
        return (many >= few ? 1 : 0) + (most >= many ? 1 : 0)
      },
    },
    {
      label: 'true value of best of 8,192 as a share of that of best of 10',
      expected: 0.2,
      tolerance: 0.2,
      ours: () => {
        const [few, , most] = heavy() as [number, number, number]
        return most / few
      },
    },
  ],
}

export const knownAnswers: readonly KnownAnswer[] = [
  emax,
  bestOfNKl,
  bestOfNGauss,
  parabola,
  gaoForms,
  heavyTail,
]
