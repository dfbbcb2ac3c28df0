import type { KnownAnswer, KnownCase } from '../about.ts'
import type { Random } from '../contract.ts'
import { chanceOf } from '../lib/random.ts'
import { estimate } from '../lib/statistics.ts'
import { drain } from '../../core/drain.ts'
import { type Components, leadingComponents } from './components.ts'
import { addProducts, covariance, dimensions, drawItems, type Population } from './items.ts'
import { run, type ValuesForFreeResult } from './model.ts'
import { directionScores, drawExam } from './probes.ts'
import { presets } from './settings.ts'
import { accuracyAlong, limitingEigenvalue, limitingOverlap, noiseEdge } from './spiked.ts'

const chance = chanceOf('known-answers', 1, 1)
const items = 400
const gamma = dimensions / items
const worlds = 12
const single: Population = { size: dimensions, loud: [] }

const overlaps: readonly (readonly [strength: number, overlap: number])[] = [
  [0.4, 0],
  [0.6, 0],
  [0.8, 0.1346153846],
  [1, 0.3333333333],
  [1.25, 0.4857142857],
  [1.5, 0.5833333333],
  [2, 0.7],
  [3, 0.8095238095],
  [4, 0.8611111111],
]
const eigenvalues: readonly (readonly [strength: number, eigenvalue: number])[] = [
  [0.8, 2.925],
  [1, 3],
  [1.5, 3.333333333],
  [2, 3.75],
  [4, 5.625],
]
const accuracies: readonly (readonly [strength: number, accuracy: number])[] = [
  [1, 0.6666666667],
  [1.5, 0.7393817952],
  [2, 0.7766501895],
  [3, 0.8184008843],
  [4, 0.8426861471],
]

/** The leading component of data with one factor of that strength, in each world. */
const leading = remembered((strength: number): readonly Components[] =>
  products().map((sums, world) => {
    const matrix = covariance(single, sums, items, strength)
    const start = chance('bbp', world, 'start')
    return drain(leadingComponents(matrix, dimensions, 1, start, null))
  }))

const products = remembered(() =>
  Array.from({ length: worlds }, (_, world) => {
    const sums = new Float64Array((dimensions + 1) * (dimensions + 1))
    addProducts(single, drawItems(single, items, chance('bbp', world, 'items')), sums)
    return sums
  }))

function simulatedOverlap(strength: number): number {
  const cosines = leading(strength).map(({ vectors }) => vectors[0] as number)
  return estimate(cosines.map((cosine) => cosine * cosine)).value
}

function simulatedEigenvalue(strength: number): number {
  return estimate(leading(strength).map(({ values }) => values[0] as number)).value
}

/** How often the sign of new items' score on the leading component is that of the factor. */
function simulatedAccuracy(strength: number): number {
  const shares = leading(strength).map(({ vectors }, world) => {
    const share = signAccuracy(vectors, strength, chance('bbp', world, 'exam'))
    // An eigenvector has no sign of its own.
    return Math.max(share, 1 - share)
  })
  return estimate(shares).value
}

/** The same on a direction that overlaps with the factor's own exactly as the limit says. */
function accuracyAtLimit(strength: number): number {
  const overlap = limitingOverlap(strength, gamma)
  const direction = new Float64Array(dimensions)
  direction[0] = Math.sqrt(overlap)
  direction[1] = Math.sqrt(1 - overlap)
  return signAccuracy(direction, strength, chance('sign', strength))
}

function signAccuracy(direction: Float64Array, strength: number, random: Random): number {
  const exam = drawExam(single, 8000, 1, random)
  const scores = directionScores(single, exam, direction, strength)
  const right = scores.filter((score, i) => score > 0 === (exam.factors[i] as number) > 0)
  return right.length / exam.count
}

/** The accuracy of the linear probe on products, all strengths pooled within a world. */
const pooled = remembered(() => {
  const settings = { ...presets.quick, unlabelled: 400, form: 'product' }
  const result: ValuesForFreeResult = drain(run(settings, chance))
  return estimate(
    Array.from({ length: settings.replicates }, (_, world) =>
      estimate(result.cells.map(({ product }) => product[world] as number)).value),
  )
})

/** A function that does its work once for each of its arguments. */
function remembered<A extends readonly number[], R>(
  work: (...of: A) => R,
): (...of: A) => R {
  const known = new Map<string, R>()
  return (...of) => {
    const key = of.join()
    const had = known.get(key)
    if (had !== undefined) return had
    const made = work(...of)
    known.set(key, made)
    return made
  }
}

function cases(
  values: readonly (readonly [number, number])[],
  name: string,
  toleranceAt: (strength: number) => number,
  ours: (strength: number) => number,
): readonly KnownCase[] {
  return values.map(([strength, expected]) => ({
    label: `${name}, strength ${strength}`,
    expected,
    tolerance: toleranceAt(strength),
    ours: () => ours(strength),
  }))
}

const rounding = () => 1e-9

/** Within 0.3 of the threshold the limit is approached slowly. */
function overlapTolerance(strength: number): number {
  return Math.abs(strength - Math.sqrt(gamma)) <= 0.3 ? 0.12 : 0.05
}

/** Four standard errors of the mean over the worlds, by the variance that Paul gives. */
function eigenvalueTolerance(strength: number): number {
  const spread = 1 - gamma / (strength * strength)
  return 4 * (1 + strength) * Math.sqrt((2 * spread) / (items * worlds))
}

/** Checks of the model's parts against values that nobody here chose. */
export const knownAnswers: readonly KnownAnswer[] = [
  {
    id: 'ka-bbp',
    statement:
      'Below a threshold of strength the leading component of noisy data misses a factor; above it, its overlap with the factor and its eigenvalue have known limits.',
    source: 'Baik, Ben Arous & Péché 2005; Paul 2007; Benaych-Georges & Nadakuditi 2011',
    cases: [
      ...cases(overlaps, 'limit of the overlap', rounding, (of) => limitingOverlap(of, gamma)),
      ...cases(eigenvalues, 'limit of the eigenvalue', rounding, (of) =>
        limitingEigenvalue(of, gamma)),
      {
        label: 'edge of the noise',
        expected: 2.914213562,
        tolerance: 1e-9,
        ours: () => noiseEdge(gamma),
      },
      ...cases(overlaps, 'simulated overlap', overlapTolerance, simulatedOverlap),
      ...cases(
        eigenvalues.filter(([strength]) => strength >= 1.5),
        'simulated eigenvalue',
        eigenvalueTolerance,
        simulatedEigenvalue,
      ),
    ],
  },
  {
    id: 'ka-sign-accuracy',
    statement:
      'Two normal scores agree in sign with probability 1 − arccos(correlation)/π, so a factor is read rightly along the leading component at a known rate.',
    source: 'Sheppard 1899',
    cases: [
      ...cases(accuracies, 'formula', rounding, (of) =>
        accuracyAlong(of, limitingOverlap(of, gamma))),
      ...cases(accuracies, 'drawn items, overlap as in the limit', () => 0.015, accuracyAtLimit),
      ...cases(
        accuracies.filter(([strength]) => strength >= 1.5),
        'drawn items, leading component',
        () => 0.015,
        simulatedAccuracy,
      ),
    ],
  },
  {
    id: 'ka-xor-chance',
    statement:
      'No linear probe through the origin tells the sign of a product of two independent factors: both signs turn with the items.',
    source: 'identity',
    cases: [
      {
        label: 'linear probe on unsupervised features, all strengths pooled',
        expected: 0.5,
        get tolerance() {
          return pooled().halfWidth
        },
        ours: () => pooled().value,
      },
    ],
  },
]
