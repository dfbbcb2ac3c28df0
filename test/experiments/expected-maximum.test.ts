import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawBestByProxy,
  expectedBestByProxy,
  expectedMaximum,
} from '../../src/experiments/lib/expected-maximum.ts'
import { normalCumulative, normalDensity } from '../../src/experiments/lib/normal.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { estimate, sampleVariance } from '../../src/experiments/lib/statistics.ts'

const chance = chanceOf('test', 1, 5)
const arcsineOfThird = Math.asin(1 / 3)

describe('the expected largest of n normals', () => {
  it.each([
    [1, 0],
    [2, 1 / Math.sqrt(Math.PI)],
    [3, 3 / (2 * Math.sqrt(Math.PI))],
    [4, (3 / Math.sqrt(Math.PI)) * (1 / 2 + arcsineOfThird / Math.PI)],
    [5, (5 / (4 * Math.sqrt(Math.PI))) * (1 + (6 / Math.PI) * arcsineOfThird)],
  ])('has its closed form for n = %d', (n, exact) => {
    expect(expectedMaximum(n)).toBeCloseTo(exact, 12)
  })

  // Tables of order statistics (Harter 1961; Tippett 1925).
  it.each([
    [4, 1.029375],
    [5, 1.162964],
    [8, 1.4236],
    [20, 1.86748],
    [50, 2.24907],
    [200, 2.746042],
    [400, 2.96818],
    [500, 3.036699],
  ])('has its tabulated value for n = %d', (n, tabulated) => {
    expect(Math.abs(expectedMaximum(n) - tabulated)).toBeLessThan(1e-5)
  })

  // By mpmath's quadrature with 40 digits.
  it.each([
    [1.5, 0.344050661339170853],
    [6, 1.2672063606114713],
    [7, 1.3521783756069044],
    [1000, 3.24143576913344086],
    [1e6, 4.86289748619646272],
    [1e8, 5.7072184756730877],
    [1e9, 6.08768458444595865],
    [1e10, 6.44667682660674639],
    [1e12, 7.11246368476747103],
  ])('is as exact as it says for n = %d', (n, exact) => {
    expect(Math.abs(expectedMaximum(n) - exact)).toBeLessThan(1e-12)
  })

  it.each([
    [1e9, 3e-5],
    [1e10, 2e-5],
    [1e11, 2e-5],
    [1e12, 1e-5],
  ])('nears the asymptotic expansion for n = %d', (n, tolerance) => {
    expect(Math.abs(expectedMaximum(n) - asymptoticMaximum(n))).toBeLessThan(tolerance)
  })

  it('grows with n and stays below sqrt(2 ln n)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 26, noNaN: true }), (log) => {
        const [fewer, some, more] = [0.95, 1, 1.05].map((by) => expectedMaximum(Math.exp(by * log)))
        expect(some).toBeGreaterThan(fewer as number)
        expect(more).toBeGreaterThan(some as number)
        expect(some).toBeLessThan(Math.sqrt(2 * log))
      }),
      { numRuns: 60 },
    )
  })

  it('obeys the recurrence of means of order statistics', () => {
    // The second largest of n has the mean n m_(n-1) - (n-1) m_n; of three it is the median, 0.
    expect(3 * expectedMaximum(2) - 2 * expectedMaximum(3)).toBeCloseTo(0, 12)
    // The means of the order statistics of five: 1.16296, 0.49502, 0.
    expect(5 * expectedMaximum(4) - 4 * expectedMaximum(5)).toBeCloseTo(0.49502, 5)
    const third = 10 * expectedMaximum(3) - 15 * expectedMaximum(4) + 6 * expectedMaximum(5)
    expect(third).toBeCloseTo(0, 11)
  })
})

/**
 * With s = -ln P(Z > x) and X(s) its inverse, the largest of n is X(ln n + G) with G Gumbel but for
 * terms of 1/n; Taylor's expansion at the mean of G, which has the variance π²/6 and the third
 * central moment 2ζ(3). What is left out is of the size of the fourth derivative, -15/x^7.
 */
function asymptoticMaximum(n: number): number {
  const eulerGamma = 0.5772156649015329
  const zeta3 = 1.2020569031595942
  const x = upperQuantile(Math.log(n) + eulerGamma)
  const hazard = normalDensity(x) / normalCumulative(-x)
  const gap = hazard - x
  const second = -gap / hazard ** 2
  const third = -(hazard * gap - 1) / hazard ** 3 + (2 * gap * gap) / hazard ** 3
  return x + (Math.PI ** 2 / 12) * second + (zeta3 / 3) * third
}

/** The x with -ln P(Z > x) = s, by halving. */
function upperQuantile(s: number): number {
  let [low, high] = [0, 12]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (-Math.log(normalCumulative(-middle)) < s) low = middle
    else high = middle
  }
  return low
}

describe('the best by a proxy', () => {
  it('has the mean that regression gives', () => {
    for (const [n, correlation] of [[5, 0.3], [30, 0.9], [200, 0]] as const) {
      const random = chance('best', n, correlation)
      const values = Array.from({ length: 4000 }, () => drawBestByProxy(n, correlation, random))
      const error = Math.sqrt(sampleVariance(values) / values.length)
      const expected = expectedBestByProxy(n, correlation)
      expect(Math.abs(estimate(values).value - expected)).toBeLessThan(4 * error)
    }
  })

  it('with a perfect proxy is the largest that was drawn', () => {
    const [drawing, again] = [chance('perfect'), chance('perfect')]
    const drawn = Array.from({ length: 40 }, () => again.normal()).filter((_, i) => i % 2 === 0)
    expect(drawBestByProxy(20, 1, drawing)).toBe(Math.max(...drawn))
  })

  it('of one is as good as any', () => {
    expect(expectedBestByProxy(1, 0.9)).toBe(0)
    expect(drawBestByProxy(1, 0.5, chance('one'))).toBe(chance('one').normal())
  })
})
