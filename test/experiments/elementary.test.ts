import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arccosine, arcsine } from '../../src/experiments/lib/angles.ts'
import { exp, ln, logSumExp, power, sigmoid, softplus, wholePower } from '../../src/experiments/lib/elementary.ts'
import { dot, solveCholesky } from '../../src/experiments/lib/linear-algebra.ts'
import { normalCumulative, normalDensity } from '../../src/experiments/lib/normal.ts'

const close = (value: number, expected: number): void => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(expected)))
}

describe('elementary functions', () => {
  it("has FreeBSD's bits of e, which not every engine has", () => {
    expect(exp(1)).toBe(2.7182818284590455)
  })

  it("agrees with the engine's own to the last bits", () => {
    const numbers = fc.double({ min: -30, max: 30, noNaN: true })
    fc.assert(
      fc.property(numbers, fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (z, x) => {
        close(exp(z) / Math.exp(z), 1)
        close(ln(x), Math.log(x))
        close(sigmoid(z) + sigmoid(-z), 1)
        close(softplus(z) - softplus(-z), z)
        close(logSumExp([z, z]), z + Math.LN2)
        close(power(2, z / 10) / Math.pow(2, z / 10), 1)
        close(arcsine(Math.sin(z / 20)), Math.asin(Math.sin(z / 20)))
        close(arccosine(z / 30), Math.acos(z / 30))
      }),
    )
    expect(wholePower(2, 53)).toBe(2 ** 53)
    expect(logSumExp([])).toBe(-Infinity)
    expect(softplus(-1000)).toBe(0)
    expect(sigmoid(-1000)).toBe(0)
  })

  it('has the normal distribution of the tables', () => {
    // NIST Handbook, table 1.3.6.7.1.
    expect(normalCumulative(1.96)).toBeCloseTo(0.975, 5)
    expect(normalCumulative(0)).toBe(0.5)
    expect(normalCumulative(3)).toBeCloseTo(0.99865, 5)
    expect(normalCumulative(-8) / 6.220960574271785e-16).toBeCloseTo(1, 10)
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15)
  })
})

describe('solveCholesky', () => {
  it('solves systems made of any vectors', () => {
    const vector = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(vector, { minLength: 4, maxLength: 4 }), vector, (rows, x) => {
        const right = new Float64Array(4)
        const matrix = new Float64Array(16)
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) {
            const inner = dot(Float64Array.from(rows[i] ?? []), Float64Array.from(rows[j] ?? []))
            matrix[4 * i + j] = inner + (i === j ? 1 : 0)
            right[i] = (right[i] ?? 0) + (matrix[4 * i + j] ?? 0) * (x[j] ?? 0)
          }
        }
        const solved = solveCholesky(matrix, right)
        for (let i = 0; i < 4; i++) expect(solved[i]).toBeCloseTo(x[i] ?? 0, 8)
      }),
    )
  })

  it('refuses a matrix that is not positive definite', () => {
    expect(() => solveCholesky(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(RangeError)
  })
})
