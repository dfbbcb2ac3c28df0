import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { flow } from '../../../src/analysis/strength/flow.ts'
import { dfQuad, mlpBased, quadraticEnergy } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores, setWeight } from '../../../src/analysis/strength/network.ts'
import { byNode } from './arbitraries.ts'
import { found, kinds, unrest } from './cycles.ts'
import { attack, bipartite, clique, layers, ring, sketch, support } from './sketch.ts'

describe('several equilibria', () => {
  it.each([
    ['mutual attack, DF-QuAD', ring(2, 1), dfQuad],
    ['two sides of three, QE', bipartite(3, 1), quadraticEnergy],
    ['two sides of six, MLP', bipartite(6, 0.95), mlpBased],
    ['mutual support of six, QE', clique(6, 0.01), quadraticEnergy],
    ['a ring of attacks, DF-QuAD', ring(6, 1), dfQuad],
    ['support of oneself, DF-QuAD', ring(1, 0, support), dfQuad],
  ] as const)('%s', (_, graph, by) => {
    const { network, strength, cycles } = found(graph, by)
    expect(strength.every(Number.isNaN)).toBe(true)
    const [settled] = cycles
    if (settled?.kind !== 'several') throw new TypeError('Expected `kind` to be several')
    const states = settled.equilibria.map((state) => byNode(network, state))
    for (const state of states) expect(unrest(graph, by, state)).toBeLessThan(1e-9)
    for (const [i, a] of states.entries()) {
      for (const b of states.slice(0, i)) {
        expect(Math.max(...a.map((s, v) => Math.abs(s - b[v]!)))).toBeGreaterThan(1e-6)
      }
    }
  })

  it('are the outermost ones of two sides', () => {
    const [settled] = found(bipartite(3, 1), quadraticEnergy).cycles
    if (settled?.kind !== 'several') throw new TypeError('Expected `kind` to be several')
    const firsts = settled.equilibria.map(([first]) => first!)
    const left = (x: number) => 1 / (1 + 9 * x ** 2)
    for (const first of firsts) expect(left(left(first))).toBeCloseTo(first, 9)
    expect(Math.min(...firsts)).toBeLessThan(0.13)
    expect(Math.max(...firsts)).toBeGreaterThan(0.87)
  })
})

describe('what does not come to rest', () => {
  it.each([quadraticEnergy, dfQuad])('a limit cycle of twenty nodes: $title', (by) => {
    const graph = layers(5, 4, 1)
    const network = compileNetwork(graph)
    expect(kinds(graph, by)).toEqual(['unsettled'])
    const state = network.scores.base.map((_, p) => (p % 7) / 7)
    const pass = { network, formula: by, scores: network.scores }
    const highest = new Float64Array(20)
    const lowest = new Float64Array(20).fill(1)
    for (let round = 0; round < 60; round++) {
      const isAtRest = flow({ pass, size: 20 }, state, { passes: 200 }, 0.05)
      expect(isAtRest).toBe(false)
      if (round < 30) continue
      for (const [p, s] of state.entries()) {
        highest[p] = Math.max(highest[p]!, s)
        lowest[p] = Math.min(lowest[p]!, s)
      }
    }
    for (const [p, high] of highest.entries()) expect(high - lowest[p]!).toBeGreaterThan(0.05)
  })

  it('an odd ring of attacks that steps go round though the flow does not', () => {
    for (const size of [1, 3, 5]) expect(kinds(ring(size, 1), dfQuad)).toEqual(['unsettled'])
  })

  it('has no number, nor has what depends on it', () => {
    const graph = sketch(
      [1, 1, 1, 0.5, 0.5],
      [attack(0, 1), attack(1, 2), attack(2, 0), support(2, 3), support(3, 4)],
    )
    const { strength, cycles } = found(graph, dfQuad)
    expect(cycles.map(({ kind }) => kind)).toEqual(['unsettled'])
    expect(strength.every(Number.isNaN)).toBe(true)
  })

  it('says nothing along steps without weight, and nothing to what it does not reach', () => {
    const graph = sketch([1, 1, 0.5, 0.5], [attack(0, 1), attack(1, 0), support(1, 2)])
    const network = compileNetwork(graph)
    const scores = copyScores(network.scores)
    setWeight(network, scores, 2, 0)
    const { strength } = evaluate(network, dfQuad, scores)
    expect(byNode(network, strength)).toEqual([Number.NaN, Number.NaN, 0.5, 0.5])
  })

  it('makes a cycle unknown that depends on it, but for what is off', () => {
    const steps = [attack(0, 0), attack(0, 1), attack(1, 2), attack(2, 1)]
    const network = compileNetwork(sketch([1, 0.5, 0.5], steps))
    expect(evaluate(network, dfQuad).cycles.map(({ kind }) => kind)).toEqual([
      'unsettled',
      'unknown',
    ])
    const scores = copyScores(network.scores)
    scores.off[network.elementOf[2]!] = 1
    const { strength } = evaluate(network, dfQuad, scores)
    expect(byNode(network, strength)).toEqual([Number.NaN, Number.NaN, 0])
    setWeight(network, scores, 1, 0)
    expect(evaluate(network, dfQuad, scores).cycles[1]?.kind).toBe('certified')
  })
})
