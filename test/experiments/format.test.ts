import { describe, expect, it } from 'vitest'
import {
  formatMeasure,
  formatNumber,
  formatPercent,
  sayMeasure,
  sayNumber,
} from '../../src/experiments/lib/format.ts'

describe('formatMeasure', () => {
  it.each([
    [{ value: 0.47912, halfWidth: 0.0321 }, '0.479 ± 0.032'],
    [{ value: -2.1304, halfWidth: 0.0267 }, '−2.130 ± 0.027'],
    [{ value: 1321.4, halfWidth: 186.2 }, '1,321 ± 186'],
    [{ value: 0.0996, halfWidth: 0.0996 }, '0.10 ± 0.10'],
    [{ value: 0.055, low: 0.054, high: 0.0561 }, '0.0550 (0.0540 to 0.0561)'],
    [{ value: 1, halfWidth: 0 }, '1'],
    [{ value: 3, low: 3, high: 3 }, '3'],
    [{ value: 7, halfWidth: 1e-14 }, '7.0000000000 ± <0.0000000001'],
  ])('writes %j as %s', (measure, text) => {
    expect(formatMeasure(measure)).toBe(text)
  })
})

describe('sayMeasure', () => {
  it.each([
    [{ value: 0.94495, halfWidth: 0.00558 }, '0.945 ± 0.006'],
    [{ value: -1.3539, halfWidth: 0.0428 }, '−1.35 ± 0.04'],
    [{ value: 1171.2, halfWidth: 178.3 }, '1,170 ± 178'],
    [{ value: -0.002, halfWidth: 0.0113 }, '−0.002 ± 0.011'],
    [{ value: -2.0744, halfWidth: 0.00084 }, '−2.07'],
    [{ value: 8.7578, halfWidth: 0 }, '8.76'],
    [{ value: 1.8963, low: 1.8796, high: 1.9318 }, '1.90 (1.88 to 1.93)'],
    [{ value: 3, low: 3, high: 3 }, '3'],
  ])('says %j as %s', (measure, text) => {
    expect(sayMeasure(measure)).toBe(text)
  })

  it.each([
    [19_677, '19,700'],
    [999_999, '1 million'],
    [6.4876e9, '6.49 billion'],
    [6.4876e15, '6.49 × 10¹⁵'],
    [-0.27345, '−0.273'],
    [0, '0'],
  ])('says %d as %s', (value, text) => {
    expect(sayNumber(value)).toBe(text)
  })
})

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1 / 18, '0.05556'],
    [-1.5, '−1.5'],
    [123456, '123,456'],
    [6.4876e9, '6.49 × 10⁹'],
    [2.5357e-4, '0.0002536'],
    [3.23e-9, '3.23 × 10⁻⁹'],
    [Number.NaN, 'not a number'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('never writes a small share as nothing', () => {
    expect(formatPercent(0.0001)).toBe('<0.1 %')
    expect(formatPercent(0.0877)).toBe('8.8 %')
  })
})
