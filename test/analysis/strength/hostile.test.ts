import { describe, expect, it } from 'vitest'
import { basic, dfQuad, formulas } from '../../../src/analysis/strength/formulas.ts'
import { expectHonest, expectOnly, found, kinds } from './cycles.ts'
import { attack, ring, sketch, support, undercut } from './sketch.ts'

describe('hostile cycles', () => {
  it('a step that its own conclusion undercuts', () => {
    const graph = sketch([0.8, 0.5], [support(0, 1), undercut(1, 0)])
    for (const by of formulas) {
      const { strength, cycles } = found(graph, by)
      expect(cycles.map(({ kind }) => kind)).toEqual(['certified'])
      expect(strength[1]).toBeGreaterThan(0.5)
      expectOnly(graph, by, 10)
    }
  })

  it('an undercut step, where coming to rest depends on when the step is updated', () => {
    const cycle = [support(0, 1), attack(1, 2), support(2, 3), support(3, 0), attack(2, 1)]
    const graph = sketch([0, 0, 0, 1], [...cycle, undercut(1, 0), support(0, 2)])
    expect(kinds(graph, dfQuad)).toEqual(['unsettled'])
  })

  it('an undercut of itself', () => {
    const graph = sketch([0.8, 0.5, 0.9], [support(0, 1), undercut(2, 0), undercut(2, 2)])
    for (const by of formulas) expect(kinds(graph, by)).toEqual(['certified'])
  })

  it('attacks on oneself and the same step many times', () => {
    const twice = sketch(
      [0.5, 0.5],
      Array.from({ length: 500 }, (_, i) => attack(i % 2, (i % 3) % 2)),
    )
    for (const by of formulas) expectHonest(twice, by, 4)
  })

  it('linked premises that their conclusion supports', () => {
    const linked = { group: 0 }
    const graph = sketch(
      [0.4, 0.6, 0.5],
      [support(0, 2, linked), support(1, 2, linked), support(2, 0), support(2, 1)],
    )
    for (const by of formulas) expectHonest(graph, by, 10)
  })

  it('without bounds are settled by contraction or not at all', () => {
    const half = (from: number, to: number) => attack(from, to, { weight: 0.5 })
    expect(kinds(ring(2, 3, half), basic)).toEqual(['certified'])
    expect(found(ring(2, 3, half), basic).strength[0]).toBeCloseTo(2, 9)
    expect(kinds(ring(2, 3), basic)).toEqual(['unsettled'])
    const gated = sketch([3, 1], [attack(0, 1, { weight: 0.1 }), undercut(1, 0, { weight: 0.1 })])
    expect(kinds(gated, basic)).toEqual(['unsettled'])
  })

  it('of ten thousand nodes end', () => {
    const size = 10_000
    const base = Array.from({ length: size }, (_, v) => (v % 10) / 9)
    const steps = base.flatMap((_, v) => [
      attack(v, (v + 1) % size),
      attack(v, (v * 7 + 3) % size),
      support(v, (v * 11 + 5) % size),
    ])
    const graph = sketch(base, steps)
    for (const by of formulas) {
      const { strength, cycles } = found(graph, by)
      for (const { kind } of cycles) expect(['certified', 'several', 'unsettled']).toContain(kind)
      if (cycles[0]?.kind === 'certified') expect(strength.some(Number.isNaN)).toBe(false)
    }
  })
})
