import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulas } from '../../../src/analysis/strength/formulas.ts'
import { anyGraph, formula } from './arbitraries.ts'
import { recurse } from './reference.ts'
import { attack, sketch, support } from './sketch.ts'
import { strengths } from './strengths.ts'

describe('strengths without cycles', () => {
  it('are those of a plain recursion, by every formula', () => {
    fc.assert(
      fc.property(anyGraph(), formula, (graph, by) => {
        const wanted = recurse(graph, by.name)
        for (const [v, s] of strengths(graph, by).entries()) expect(s).toBeCloseTo(wanted[v]!, 12)
      }),
      { numRuns: 2000 },
    )
  })

  it('do not depend on the order of nodes', () => {
    const forwards = sketch([0.3, 0.6, 0.5], [attack(0, 1), support(1, 2)])
    const backwards = sketch([0.5, 0.6, 0.3], [attack(2, 1), support(1, 0)])
    expect(strengths(backwards)).toEqual([...strengths(forwards)].reverse())
  })

  it('need no recursion: a chain of 200,000 steps', () => {
    const count = 200_001
    const base = Array.from({ length: count }, () => 0.5)
    const chain = sketch(
      base,
      base.slice(1).map((_, v) => attack(v, v + 1)),
    )
    let before = 0.5
    for (let v = 1; v < count; v++) before = 0.5 - (0.5 * before ** 2) / (1 + before ** 2)
    expect(strengths(chain)[count - 1]).toBeCloseTo(before, 12)
  })

  it('of nothing are none', () => {
    for (const by of formulas) expect(strengths(sketch([], []), by)).toEqual([])
    expect(strengths(sketch([0.7], []))).toEqual([0.7])
  })
})
