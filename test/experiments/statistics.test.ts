import tQuantileOfStdlib from '@stdlib/stats-base-dists-t-quantile'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import {
  bootstrap,
  estimate,
  pairedDifference,
  tQuantile,
  wilson,
} from '../../src/experiments/lib/statistics.ts'

describe('tQuantile', () => {
  it('agrees with stdlib', () => {
    for (let degrees = 1; degrees <= 300; degrees++) {
      expect(tQuantile(degrees)).toBeCloseTo(tQuantileOfStdlib(0.975, degrees), 7)
    }
    for (const degrees of [500, 4000, 1e6]) {
      expect(tQuantile(degrees)).toBeCloseTo(tQuantileOfStdlib(0.975, degrees), 9)
    }
  })
})

describe('estimate', () => {
  it("gives Student's interval of ten extra hours of sleep", () => {
    // Student 1908, the differences of two drugs; R's t.test gives 0.7001142 to 2.4598858.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    const { value, halfWidth } = pairedDifference(second, first)
    expect(value - halfWidth).toBeCloseTo(0.7001142, 6)
    expect(value + halfWidth).toBeCloseTo(2.4598858, 6)
  })

  it('has no width of one value and refuses none', () => {
    expect(estimate([3])).toEqual({ value: 3, halfWidth: 0 })
    expect(() => estimate([])).toThrow(RangeError)
    expect(() => pairedDifference([1], [])).toThrow(RangeError)
  })
})

describe('wilson', () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d of %d is as published', (successes, trials, low, high) => {
    const interval = wilson(successes, trials)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
})

describe('bootstrap', () => {
  it("comes near Student's interval of a mean", () => {
    const random = chanceOf('test', 1, 1)
    const noise = random('values')
    const values = Array.from({ length: 200 }, () => noise.normal())
    const mean = (indices: readonly number[]): number =>
      indices.reduce((sum, i) => sum + (values[i] as number), 0) / indices.length
    const { value, low, high } = bootstrap(200, mean, random('bootstrap'))
    const student = estimate(values)
    expect(value).toBeCloseTo(student.value, 12)
    expect(low).toBeCloseTo(student.value - student.halfWidth, 1)
    expect(high).toBeCloseTo(student.value + student.halfWidth, 1)
  })
})
