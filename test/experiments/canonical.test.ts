import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, digestOf, ResultError } from '../../src/experiments/canonical.ts'

describe('canonical', () => {
  it('sorts keys, rounds to ten digits and has one zero', () => {
    const data = { b: 1 / 3, a: [-0, 1e-20 / 3, 123456789012345], c: undefined }
    expect(JSON.stringify(canonical(data))).toBe(
      '{"a":[0,3.333333333e-21,123456789000000],"b":0.3333333333}',
    )
  })

  it.each([Number.NaN, Infinity, -Infinity])('refuses %d and says where it is', (number) => {
    expect(() => canonical({ series: [{ y: number }] })).toThrow(ResultError)
    expect(() => canonical({ series: [{ y: number }] })).toThrow('the result/series/0/y')
  })

  it.each([new Float64Array(2), () => 1, 1n, Symbol('a')])('refuses what JSON cannot say', (data) => {
    expect(() => canonical({ data })).toThrow(ResultError)
  })

  it('changes nothing a second time and does not see the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        fc.pre(!/e\+308/.test(JSON.stringify(data)))
        const once = canonical(data)
        expect(canonical(once)).toEqual(once)
      }),
    )
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }))
  })

  it('has the SHA-256 of its JSON as digest', () => {
    const hash = createHash('sha256').update('{"a":[1,"é"]}').digest('hex')
    expect(digestOf({ a: [1, 'é'] })).toBe(hash)
  })
})
