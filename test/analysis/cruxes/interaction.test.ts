import { describe, expect, it } from 'vitest'
import { dfQuad, quadraticEnergy } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { attack, sketch, support } from '../strength/sketch.ts'
import { strengths, strengthsOff } from '../strength/strengths.ts'
import { interactions } from './ask.ts'

describe('findInteractions', () => {
  it('shows two attacks each of which is enough', () => {
    // DF-QuAD: one full attack takes the topic to 0, so leaving out one changes nothing.
    const network = compileNetwork(sketch([0.5, 1, 1], [attack(1, 0), attack(2, 0)]))
    expect(interactions(network, dfQuad, 0, [1, 2])).toEqual([
      { nodes: [1, 2], a: 0, b: 0, both: -0.5, beyond: -0.5 },
    ])
  })

  it('shows linked premises, each of which takes all', () => {
    const linked = [support(1, 0, { group: 0 }), support(2, 0, { group: 0 })]
    const network = compileNetwork(sketch([0.5, 0.8, 0.6], linked))
    const [pair] = interactions(network, dfQuad, 0, [1, 2])
    const all = [pair?.a, pair?.b, pair?.both, pair?.beyond]
    expect(all).toEqual([0.3, 0.3, 0.3, -0.3].map((effect) => expect.closeTo(effect, 12)))
  })

  it('has no pair of which only one reaches the topic', () => {
    const network = compileNetwork(sketch([0.5, 0.8, 0.6], [support(1, 0)]))
    expect(interactions(network, quadraticEnergy, 0, [1, 2])).toEqual([])
  })

  it('are the notable pairs, the largest first, with what each does alone', () => {
    const linked = [support(1, 0, { group: 0 }), support(2, 0, { group: 0 })]
    const steps = [...linked, attack(3, 0), attack(4, 3, { weight: 0.05 })]
    const graph = sketch([0.5, 0.9, 0.9, 0.2, 0.1], steps)
    const network = compileNetwork(graph)
    const found = interactions(network, dfQuad, 0, [1, 2, 3, 4])
    const pairs = found.map(({ nodes }) => nodes.join())
    expect(pairs[0]).toBe('1,2')
    expect(pairs).not.toContain('3,4')
    const whole = strengths(graph, dfQuad)[0] as number
    for (const { nodes, a, b, both, beyond } of found) {
      const alone = nodes.map((node) => whole - strengthsOff(network, dfQuad, node)[0]!)
      expect([a, b]).toEqual(alone.map((effect) => expect.closeTo(effect, 12)))
      expect(beyond).toBe(both - (a + b))
      expect(Math.abs(beyond)).toBeGreaterThanOrEqual(0.01)
    }
    const sizes = found.map(({ beyond }) => Math.abs(beyond))
    expect(sizes).toEqual([...sizes].sort((x, y) => y - x))
  })
})
