import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { removalEffects } from '../../../src/analysis/cruxes/removal.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { quadraticEnergy, type Formula } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores, setWeight } from '../../../src/analysis/strength/network.ts'
import { anyGraph, formula } from '../strength/arbitraries.ts'
import { attack, sketch, support } from '../strength/sketch.ts'

/** A graph whose node `gone` has nothing to say: its steps have no weight. */
function without(graph: CompactGraph, gone: number): CompactGraph {
  const weight = graph.weight.map((given, edge) => (graph.from[edge] === gone ? 0 : given))
  return { ...graph, weight }
}

function strengthOf(graph: CompactGraph, formula: Formula, topic: number): number {
  const network = compileNetwork(graph)
  return evaluate(network, formula).strength[network.elementOf[topic] as number] as number
}

describe('removalEffects', () => {
  it('is what goes when a node goes', () => {
    const network = compileNetwork(sketch([0.5, 1, 1], [support(1, 0), attack(2, 1)]))
    const effects = removalEffects(network, quadraticEnergy, 0)
    // With both: 1 is at 0.5, so 0 at 0.6; without 2 it is at 0.75.
    expect(effects[1]).toBeCloseTo(0.1, 12)
    expect(effects[2]).toBeCloseTo(-0.15, 12)
    expect(effects[0]).toBeCloseTo(0.6, 12)
  })

  it('is 0 for what cannot reach the topic, also past a step without weight', () => {
    const steps = [support(0, 1), support(2, 0, { weight: 0 }), support(3, 2)]
    const network = compileNetwork(sketch([0.5, 1, 1, 1], steps))
    const effects = removalEffects(network, quadraticEnergy, 0)
    expect([...effects]).toEqual([0.5, 0, 0, 0])
  })

  it('goes by the scores it is given, and leaves them as they are', () => {
    const network = compileNetwork(sketch([0.5, 1, 1], [support(1, 0), support(2, 0)]))
    const scores = copyScores(network.scores)
    setWeight(network, scores, 1, 0)
    scores.base[network.elementOf[1] as number] = 0.5
    const before = JSON.stringify(scores)
    expect([...removalEffects(network, quadraticEnergy, 0, scores)]).toEqual([
      0.6,
      expect.closeTo(0.1, 12),
      0,
    ])
    expect(JSON.stringify(scores)).toBe(before)
  })

  it.each([false, true])('is what a graph without the node has (cycles: %s)', (isCyclic) => {
    const graphs = anyGraph({ isCyclic, size: 10, most: 24 })
    fc.assert(
      fc.property(graphs, fc.nat(), formula, (graph, any, f) => {
        const topic = any % graph.nodes.length
        const effects = removalEffects(compileNetwork(graph), f, topic)
        const strength = strengthOf(graph, f, topic)
        for (let node = 0; node < graph.nodes.length; node++) {
          if (node === topic) continue
          const wanted = strength - strengthOf(without(graph, node), f, topic)
          // Cycles may come to their numbers in another order; each is within 1e-10 of its own.
          if (isCyclic && !Number.isNaN(wanted)) {
            expect(Math.abs(effects[node]! - wanted)).toBeLessThan(1e-8)
          } else expect(effects[node]).toBe(wanted)
        }
      }),
      { numRuns: isCyclic ? 100 : 300 },
    )
  })
})
