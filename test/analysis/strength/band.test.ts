import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, formulasWithout } from '../../../src/analysis/strength/band.ts'
import { formulas } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores } from '../../../src/analysis/strength/network.ts'
import { anyGraph } from './arbitraries.ts'
import { recurse } from './reference.ts'
import { attack, sketch, support } from './sketch.ts'

describe('bandOf', () => {
  it('reaches over the four formulas', () => {
    fc.assert(
      fc.property(anyGraph(), (graph) => {
        const band = bandOf(compileNetwork(graph))
        const all = formulas.map(({ name }) => recurse(graph, name))
        for (const v of graph.nodes.keys()) {
          const by = all.map((strengths) => strengths[v]!)
          const [low, high] = [Math.min(...by), Math.max(...by)]
          expect(band.strength[v]).toBeCloseTo(by[0]!, 12)
          expect(band.lowest[v]).toBeCloseTo(low, 12)
          expect(band.highest[v]).toBeCloseTo(high, 12)
          expect(formulasWithout(band, v)).toEqual([])
          if (Math.min(Math.abs(low - 0.5), Math.abs(high - 0.5)) < 1e-8) continue
          expect(band.dependsOnFormula[v]).toBe(low < 0.5 && high > 0.5 ? 1 : 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('tells where the side of the middle depends on the formula', () => {
    const two = sketch([0.6, 0.45, 0.7], [attack(1, 0), support(2, 1)])
    const { lowest, highest, dependsOnFormula } = bandOf(compileNetwork(two))
    expect(lowest[0]).toBeLessThan(0.5)
    expect(highest[0]).toBeGreaterThan(0.5)
    expect([...dependsOnFormula]).toEqual([1, 0, 0])
  })

  it('does not call the middle a side', () => {
    const { strength, dependsOnFormula } = bandOf(compileNetwork(sketch([0.5], [])))
    expect([strength[0], dependsOnFormula[0]]).toEqual([0.5, 0])
  })

  it('leaves out formulas without a number, and says which', () => {
    const base = [1, 1, 0.5]
    const network = compileNetwork(sketch(base, [attack(0, 1), attack(1, 0), attack(1, 2)]))
    const band = bandOf(network)
    expect(formulasWithout(band, 2).map(({ name }) => name)).toEqual(['df-quad'])
    expect(Number.isNaN(band.byFormula[1]![2])).toBe(true)
    expect(band.lowest[2]).toBeGreaterThan(0)
    expect(band.evaluations[1]!.cycles.map(({ kind }) => kind)).toEqual(['several'])
  })

  it('takes other scores', () => {
    const network = compileNetwork(sketch([0.2, 0.5], [support(0, 1)]))
    const scores = copyScores(network.scores)
    scores.base[network.elementOf[0]!] = 0.9
    const graph = sketch([0.9, 0.5], [support(0, 1)])
    expect(bandOf(network, scores).strength).toEqual(bandOf(compileNetwork(graph)).strength)
  })
})
