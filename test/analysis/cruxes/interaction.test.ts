import { describe, expect, it } from 'vitest'
import { combinedEffect, interactions } from '../../../src/analysis/cruxes/interaction.ts'
import { dfQuad, quadraticEnergy } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { attack, sketch, support } from '../strength/sketch.ts'

describe('combinedEffect', () => {
  it('shows two attacks each of which is enough', () => {
    // DF-QuAD: one full attack takes the topic to 0, so leaving out one changes nothing.
    const network = compileNetwork(sketch([0.5, 1, 1], [attack(1, 0), attack(2, 0)]))
    expect(combinedEffect(network, dfQuad, 0, 1, 2)).toEqual({
      a: 0,
      b: 0,
      both: -0.5,
      beyond: -0.5,
    })
  })

  it('shows linked premises, each of which takes all', () => {
    const linked = [support(1, 0, { group: 0 }), support(2, 0, { group: 0 })]
    const network = compileNetwork(sketch([0.5, 0.8, 0.6], linked))
    const { a, b, both, beyond } = combinedEffect(network, dfQuad, 0, 1, 2)
    expect([a, b, both]).toEqual([0.3, 0.3, 0.3].map((effect) => expect.closeTo(effect, 12)))
    expect(beyond).toBeCloseTo(-0.3, 12)
  })

  it('is the sum where only one of the two reaches the topic', () => {
    const network = compileNetwork(sketch([0.5, 0.8, 0.6], [support(1, 0)]))
    const { a, b, both, beyond } = combinedEffect(network, quadraticEnergy, 0, 1, 2)
    expect([b, beyond]).toEqual([0, 0])
    expect(both).toBe(a)
  })
})

describe('interactions', () => {
  it('are the notable pairs, the largest first', () => {
    const linked = [support(1, 0, { group: 0 }), support(2, 0, { group: 0 })]
    const steps = [...linked, attack(3, 0), attack(4, 3, { weight: 0.05 })]
    const network = compileNetwork(sketch([0.5, 0.9, 0.9, 0.2, 0.1], steps))
    const found = interactions(network, dfQuad, 0, [1, 2, 3, 4])
    const pairs = found.map(({ nodes }) => nodes.join())
    expect(pairs[0]).toBe('1,2')
    expect(pairs).not.toContain('3,4')
    for (const { nodes, ...effect } of found) {
      expect(effect).toEqual(combinedEffect(network, dfQuad, 0, ...nodes))
      expect(Math.abs(effect.beyond)).toBeGreaterThanOrEqual(0.01)
    }
    const sizes = found.map(({ beyond }) => Math.abs(beyond))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})
