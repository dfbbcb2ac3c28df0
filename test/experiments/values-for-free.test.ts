import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measure } from '../../src/experiments/contract.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { leadingComponents } from '../../src/experiments/values-for-free/components.ts'
import { addGram, mirror, transpose } from '../../src/experiments/values-for-free/gram.ts'
import {
  addProducts,
  covariance,
  drawItems,
  population,
  withValue,
} from '../../src/experiments/values-for-free/items.ts'
import { run, type ValuesForFreeResult } from '../../src/experiments/values-for-free/model.ts'
import {
  directionScores,
  drawExam,
  exactAccuracy,
  productAccuracy,
  products,
} from '../../src/experiments/values-for-free/probes.ts'
import { report } from '../../src/experiments/values-for-free/report.ts'
import { ridge } from '../../src/experiments/values-for-free/ridge.ts'
import {
  presets,
  type ValuesForFreeSettings,
} from '../../src/experiments/values-for-free/settings.ts'
import { eigenOfSmall } from '../../src/experiments/values-for-free/small-eigen.ts'
import {
  accuracyAlong,
  agreement,
  limitingEigenvalue,
  limitingOverlap,
  noiseEdge,
} from '../../src/experiments/values-for-free/spiked.ts'
import { findingOf, smallGain, verdictOf } from '../../src/experiments/values-for-free/verdict.ts'
import { drain } from '../../src/core/drain.ts'

const chance = chanceOf('test', 1, 7)

const short: ValuesForFreeSettings = {
  ...presets.published,
  unlabelled: 120,
  labels: 10,
  features: 3,
  replicates: 2,
}

function normals(length: number, ...address: readonly (string | number)[]): Float64Array {
  const random = chance(...address)
  return Float64Array.from({ length }, () => random.normal())
}

/** The matrix of second differences, whose eigenvalues are in every textbook. */
function secondDifferences(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    const apart = Math.abs(Math.floor(at / n) - (at % n))
    return apart === 0 ? 2 : apart === 1 ? -1 : 0
  })
}

function differenceEigenvalue(n: number, rank: number): number {
  return 2 - 2 * Math.cos(((n - rank) * Math.PI) / (n + 1))
}

test('the inner products of any number of vectors are those of the schoolbook', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }), (count, length) => {
      const vectors = normals(count * length, 'gram', count, length)
      const matrix = new Float64Array(count * count)
      addGram(matrix, vectors, count)
      mirror(matrix, count)
      for (let i = 0; i < count; i++) {
        for (let j = 0; j < count; j++) {
          let sum = 0
          for (let t = 0; t < length; t++) {
            sum += (vectors[i * length + t] as number) * (vectors[j * length + t] as number)
          }
          expect(matrix[i * count + j]).toBeCloseTo(sum, 12)
        }
      }
    }),
  )
})

test('a matrix turned twice is itself', () => {
  const matrix = normals(12, 'turn')
  expect(transpose(transpose(matrix, 3), 4)).toEqual(matrix)
  expect(transpose(matrix, 3)[1]).toBe(matrix[3])
})

test('all eigenvalues of the second differences are found', () => {
  const { values } = eigenOfSmall(secondDifferences(12), 12)
  values.forEach((value, rank) => expect(value).toBeCloseTo(differenceEigenvalue(12, rank), 10))
})

test('the leading components of a matrix with close eigenvalues are eigenvectors', () => {
  const n = 30
  const matrix = secondDifferences(n)
  const { values, vectors } = drain(leadingComponents(matrix, n, 5, chance('start'), null))
  for (let rank = 0; rank < 5; rank++) {
    expect(values[rank]).toBeCloseTo(differenceEigenvalue(n, rank), 6)
    for (let i = 0; i < n; i++) {
      let image = 0
      for (let j = 0; j < n; j++) {
        image += (matrix[i * n + j] as number) * (vectors[rank * n + j] as number)
      }
      const expected = (values[rank] as number) * (vectors[rank * n + i] as number)
      expect(Math.abs(image - expected)).toBeLessThan(1e-3)
    }
  }
})

const shapes = [[4, 9], [9, 4], [6, 6]] as const
test.each(shapes)('ridge with %i items of %i inputs is at its least', (count, width) => {
  const items = normals(count * width, 'ridge', count)
  const targets = normals(count, 'targets', count)
  const weights = ridge(items, targets, 0.7)
  const at = (i: number, j: number) => items[i * width + j] as number
  const errors = targets.map((target, i) => {
    let score = 0
    for (let j = 0; j < width; j++) score += at(i, j) * (weights[j] as number)
    return score - target
  })
  for (let j = 0; j < width; j++) {
    let slope = 0.7 * (weights[j] as number)
    for (let i = 0; i < count; i++) slope += at(i, j) * (errors[i] as number)
    expect(slope).toBeCloseTo(0, 10)
  }
})

test('the covariance from sums of products is that of the items', () => {
  const small = { size: 6, loud: [3, 2] }
  const items = drawItems(small, 40, chance('items'))
  const sums = new Float64Array(49)
  addProducts(small, items, sums)
  for (const strength of [0, 0.5, 4]) {
    const rows = withValue(small, items, strength)
    const matrix = covariance(small, sums, 40, strength)
    const at = (t: number, j: number) => rows[t * 6 + j] as number
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j < 6; j++) {
        let sum = 0
        for (let t = 0; t < 40; t++) sum += at(t, i) * at(t, j)
        expect(matrix[i * 6 + j]).toBeCloseTo(sum / 40, 10)
      }
    }
  }
})

test('a factor has the variance that its strength says', () => {
  const items = drawItems(population, 4000, chance('variance'))
  const rows = withValue(population, items, 2.5)
  const variance = (j: number) => {
    const column = rows.filter((_, at) => at % 200 === j)
    return column.reduce((sum, x) => sum + x * x, 0) / 4000
  }
  // A sample variance of v has standard error v √(2/n).
  const expected = [7, 6, 5, 4, 3, 3.5, 1]
  expected.forEach((of, j) => {
    expect(Math.abs(variance(j) - of)).toBeLessThan(4 * of * Math.sqrt(2 / 4000))
  })
})

test('more items leave the earlier ones as they were', () => {
  const few = drawItems(population, 3, chance('more'))
  const many = drawItems(population, 5, chance('more'))
  expect(many.rows.subarray(0, few.rows.length)).toEqual(few.rows)
  expect(many.first.subarray(0, 3)).toEqual(few.first)
})

test('limits of overlap and eigenvalue at other shapes, worked out by hand', () => {
  expect(limitingOverlap(1, 0.25)).toBeCloseTo(0.6, 12)
  expect(limitingOverlap(2, 2)).toBeCloseTo(0.25, 12)
  expect(limitingOverlap(0.5, 0.25)).toBe(0)
  expect(limitingOverlap(1e9, 0.5)).toBeCloseTo(1, 8)
  expect(limitingEigenvalue(1, 0.25)).toBeCloseTo(2.5, 12)
  expect(limitingEigenvalue(0.3, 0.25)).toBe(2.25)
  expect(noiseEdge(4)).toBe(9)
})

test('the eigenvalue leaves the edge of the noise without a jump', () => {
  for (const gamma of [0.1, 0.5, 1, 3]) {
    const above = Math.sqrt(gamma) * (1 + 1e-9)
    expect(limitingEigenvalue(above, gamma)).toBeCloseTo(noiseEdge(gamma), 7)
  }
})

test('agreement in sign at angles that everybody knows', () => {
  expect(agreement(0)).toBeCloseTo(0.5, 12)
  expect(agreement(0.5)).toBeCloseTo(2 / 3, 12)
  expect(agreement(-0.5)).toBeCloseTo(1 / 3, 12)
  expect(agreement(1)).toBe(1)
  expect(accuracyAlong(2.5, 0.8)).toBeCloseTo(0.5 + Math.atan(Math.SQRT2) / Math.PI, 12)
})

test('the accuracy that is worked out is the one that drawn items show', () => {
  const count = 20_000
  const direction = normals(200, 'direction').map((x, j) => (j < 6 ? x + 2 : x / 4))
  const exam = drawExam(population, count, 1, chance('exam'))
  for (const strength of [0.3, 1, 4]) {
    const scores = directionScores(population, exam, direction, strength)
    const right = scores.filter((score, i) => score > 0 === (exam.factors[6 * i + 5] as number) > 0)
    const expected = exactAccuracy(population, direction, strength)
    const error = Math.sqrt((expected * (1 - expected)) / count)
    expect(Math.abs(right.length / count - expected)).toBeLessThan(4 * error)
  }
})

test('the accuracy along the sum of two factors, by hand', () => {
  const direction = new Float64Array(200)
  direction[0] = 3
  direction[5] = 3
  // Two dimensions of noise, the loudest factor and the value's.
  const correlation = Math.sqrt(1.5) / Math.sqrt(2 + 6 + 1.5)
  const expected = 0.5 + Math.asin(correlation) / Math.PI
  expect(exactAccuracy(population, direction, 1.5)).toBeCloseTo(expected, 12)
})

test('no direction and no strength are read at chance', () => {
  expect(exactAccuracy(population, new Float64Array(200), 3)).toBe(0.5)
  expect(exactAccuracy(population, normals(200, 'any'), 0)).toBeCloseTo(0.5, 12)
})

test('a product is known from its factors, and not from items that are turned about', () => {
  const exam = drawExam(population, 2000, 1, chance('product'))
  const ideal = Float64Array.from({ length: 2000 }, (_, i) =>
    (exam.factors[6 * i] as number) * (exam.factors[6 * i + 5] as number))
  expect(productAccuracy(exam, ideal)).toBe(1)
  const direction = normals(200, 'product direction')
  const turned = { ...exam, factors: exam.factors.map((x) => -x), noise: exam.noise.map((x) => -x) }
  const straight = productAccuracy(exam, directionScores(population, exam, direction, 4))
  const back = productAccuracy(turned, directionScores(population, turned, direction, 4))
  expect(straight + back).toBeCloseTo(1, 12)
})

test('products of scores are all pairs once', () => {
  expect([...products(Float64Array.of(2, 3, 5), 3)]).toEqual([4, 6, 10, 9, 15, 25])
  expect([...products(Float64Array.of(2, 3), 1)]).toEqual([4, 9])
})

test('worlds that are added leave the earlier ones as they were', () => {
  const few = drain(run(short, chance))
  const many = drain(run({ ...short, replicates: 3 }, chance))
  many.cells.forEach((cell, i) => {
    expect(cell.probe).toHaveLength(3)
    expect(cell.probe.slice(0, 2)).toEqual(few.cells[i]?.probe)
    expect(cell.raw.slice(0, 2)).toEqual(few.cells[i]?.raw)
    expect(cell.curved.slice(0, 2)).toEqual(few.cells[i]?.curved)
  })
  many.kept.forEach(({ share }, i) => expect(share.slice(0, 2)).toEqual(few.kept[i]?.share))
})

test('a run says how far it is and gives results that can be reported', () => {
  let before = 0
  let reports = 0
  const steps = run(short, chance)
  for (let next = steps.next(); !next.done; next = steps.next()) {
    expect(next.value.fraction).toBeGreaterThanOrEqual(before)
    before = next.value.fraction
    const soFar = next.value.soFar()
    if (soFar === undefined || reports > 3) continue
    reports++
    expect(report(soFar, short).verdict.label).toBe('inconclusive')
  }
  expect(reports).toBeGreaterThan(0)
})

test('above the threshold the value is kept as theory says, and learned', () => {
  const settings = { ...short, unlabelled: 800, features: 8, replicates: 4 }
  const { kept, cells } = drain(run(settings, chance))
  for (const { strength, share } of kept.filter(({ strength }) => strength >= 1)) {
    const mean = share.reduce((sum, x) => sum + x, 0) / share.length
    expect(Math.abs(mean - limitingOverlap(strength, 0.25))).toBeLessThan(0.08)
  }
  // Where the value is loud, whoever learns anything is above chance in every world.
  const loud = cells.filter((cell) => cell.strength === 4)
  for (const { probe, raw } of loud) expect(Math.min(...probe, ...raw)).toBeGreaterThan(0.55)
  const many = drain(run({ ...settings, strength: 4, replicates: 2 }, chance)).cells
  const curved = many.find((cell) => cell.strength === 4 && cell.labels === 320)?.curved
  expect(Math.min(...(curved ?? []))).toBeGreaterThan(0.6)
})

function between(low: number, high: number): Measure {
  return { label: '', value: (low + high) / 2, low, high }
}

test('what counts as a gain, as none and as open', () => {
  expect(findingOf(between(0.001, 0.3), between(0.51, 0.6))).toBe('gain')
  expect(findingOf(between(0, 0.3), between(0.51, 0.6))).toBe('open')
  expect(findingOf(between(-0.1, smallGain), between(0.51, 0.6))).toBe('open')
  expect(findingOf(between(-0.1, smallGain - 0.001), between(0.51, 0.6))).toBe('none')
  expect(findingOf(between(0.001, 0.3), between(0.49, 0.52))).toBe('none')
  expect(findingOf(between(0.001, 0.3), between(0.4, 0.6))).toBe('open')
})

test('the verdict from what is found at two strengths', () => {
  expect(verdictOf('gain', 'gain', 9).label).toBe('supports')
  expect(verdictOf('none', 'none', 9).label).toBe('against')
  expect(verdictOf('gain', 'none', 9).label).toBe('mixed')
  expect(verdictOf('none', 'gain', 9).because).toContain('second')
  expect(verdictOf('open', 'gain', 9).label).toBe('inconclusive')
  expect(verdictOf('gain', 'gain', 2).label).toBe('inconclusive')
})

/** A result in which every arm has the same numbers at every strength and number of labels. */
function flat(probe: readonly number[], raw: readonly number[]): ValuesForFreeResult {
  const half = probe.map(() => 0.5)
  const cell = (strength: number, labels: number) =>
    ({ strength, labels, probe: [...probe], raw: [...raw], product: half, curved: half })
  return {
    kept: [0.3, 1].map((strength) => ({ strength, share: half })),
    cells: [0.3, 1].flatMap((strength) => [20, 80, 320].map((labels) => cell(strength, labels))),
  }
}

test('a report of a made-up result says what is in it', () => {
  const ahead = report(flat([0.7, 0.72, 0.74, 0.72], [0.6, 0.61, 0.62, 0.61]), presets.published)
  expect(ahead.verdict.label).toBe('supports')
  expect(ahead.measures['probeGain']?.value).toBeCloseTo(0.11, 12)
  expect(ahead.measures['threshold']?.value).toBeCloseTo(0.5, 12)
  expect(ahead.sentence).toContain('0.11')
  const behind = report(flat([0.5, 0.52, 0.5, 0.51], [0.6, 0.61, 0.62, 0.61]), presets.published)
  expect(behind.verdict.label).toBe('against')
  for (const { series } of ahead.charts) expect(series.length).toBeLessThanOrEqual(6)
  for (const { columns, rows } of ahead.tables) {
    for (const row of rows) expect(row).toHaveLength(columns.length)
  }
  for (const name of ahead.verdict.measures) expect(ahead.measures).toHaveProperty(name)
})
