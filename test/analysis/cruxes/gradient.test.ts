import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { gradient } from '../../../src/analysis/cruxes/gradient.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import {
  dfQuad,
  formulas,
  quadraticEnergy,
  type Formula,
} from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores } from '../../../src/analysis/strength/network.ts'
import { anyGraph } from '../strength/arbitraries.ts'
import { attack, sketch, support, undercut } from '../strength/sketch.ts'

function slopes(graph: CompactGraph, topic: number, formula: Formula = quadraticEnergy) {
  const network = compileNetwork(graph)
  return gradient(network, formula, evaluate(network, formula), topic)
}

describe('gradient', () => {
  it('is 1 for the topic alone', () => {
    expect([...slopes(sketch([0.3, 0.8], []), 0)]).toEqual([1, 0])
  })

  it('goes along a step to its source and to what undercuts it', () => {
    // By hand: m = 0.8 (1 - 0.5), strength = 0.5 + 0.5 m.
    const graph = sketch([0.5, 0.8, 0.5], [support(1, 0), undercut(2, 0)])
    const [own, source, undercutter] = slopes(graph, 0, dfQuad)
    expect(own).toBeCloseTo(1 - 0.4, 12)
    expect(source).toBeCloseTo(0.5 * 0.5, 12)
    expect(undercutter).toBeCloseTo(-0.5 * 0.8, 12)
  })

  it('goes to the weakest of linked premises, of equals to the first', () => {
    const linked = [support(1, 0, { group: 0 }), support(2, 0, { group: 0 })]
    expect([...slopes(sketch([0.5, 0.6, 0.4], linked), 0, dfQuad)]).toEqual([0.6, 0, 0.5])
    const equal = slopes(sketch([0.5, 0.4, 0.4], linked), 0, dfQuad)
    expect([...equal].filter((slope) => slope !== 0)).toEqual([0.6, 0.5])
  })

  it('survives factors of 0: one leaves its own derivative, two leave none', () => {
    expect(slopes(sketch([0.5, 1, 0.4], [attack(1, 0), attack(2, 0)]), 0, dfQuad)[1]).toBe(-0.3)
    expect([...slopes(sketch([0.5, 1, 1], [attack(1, 0), attack(2, 0)]), 0, dfQuad)]).toEqual([
      0, 0, 0,
    ])
  })

  it('is 0 through what is left out, NaN where the topic has no number', () => {
    const network = compileNetwork(sketch([0.5, 0.6, 0.7], [support(1, 0), support(2, 1)]))
    const scores = copyScores(network.scores)
    scores.off[network.elementOf[1] as number] = 1
    const found = evaluate(network, quadraticEnergy, scores)
    expect([...gradient(network, quadraticEnergy, found, 0, scores)]).toEqual([1, 0, 0])
    const bistable = sketch([1, 1], [attack(0, 1), attack(1, 0)])
    expect([...slopes(bistable, 0, dfQuad)]).toEqual([Number.NaN, Number.NaN])
  })

  it('sums the rounds of a cycle', () => {
    // s = t (1 - u/2), u = t (1 - s/2) at t = 1/2, so that both are 2/5.
    const graph = sketch([0.5, 0.5], [attack(0, 1, { weight: 0.5 }), attack(1, 0, { weight: 0.5 })])
    // ds = 0.8 dt - 0.25 du, du = 0.8 dt' - 0.25 ds
    const [own, other] = slopes(graph, 0, dfQuad)
    expect(own).toBeCloseTo(0.8 / (1 - 1 / 16), 12)
    expect(other).toBeCloseTo((-0.25 * 0.8) / (1 - 1 / 16), 12)
  })

  it('refuses a topic that is not there', () => {
    expect(() => slopes(sketch([0.5], []), 1)).toThrow(RangeError)
  })

  for (const isCyclic of [false, true]) {
    it(`agrees with differences on random graphs ${isCyclic ? 'with' : 'without'} cycles`, () => {
      let compared = 0
      let kinks = 0
      const inner = fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), {
        minLength: 8,
        maxLength: 8,
      })
      const check = (drawn: CompactGraph, scores: readonly number[], formula: Formula) => {
        const graph = { ...drawn, base: drawn.base.map((_, v) => scores[v] as number) }
        const network = compileNetwork(graph)
        const topic = graph.nodes.length - 1
        const found = evaluate(network, formula)
        if (found.cycles.some(({ kind }) => kind !== 'certified')) return
        const slope = gradient(network, formula, found, topic)
        const h = 1e-4
        const at = (v: number, change: number) => {
          const varied = copyScores(network.scores)
          varied.base[network.elementOf[v] as number]! += change
          return evaluate(network, formula, varied).strength[network.elementOf[topic] as number]!
        }
        for (let v = 0; v <= topic; v++) {
          const above = (at(v, h) - at(v, 0)) / h
          const below = (at(v, 0) - at(v, -h)) / h
          // A kink is between, or a cycle loses its certificate.
          if (!(Math.abs(above - below) < 2e-3)) kinks++
          else {
            compared++
            expect(Math.abs((above + below) / 2 - slope[v]!)).toBeLessThan(1e-3)
          }
        }
      }
      fc.assert(fc.property(anyGraph({ isCyclic }), inner, fc.constantFrom(...formulas), check), {
        numRuns: 300,
      })
      expect(compared).toBeGreaterThan(20 * kinks)
      expect(compared).toBeGreaterThan(500)
    })
  }
})
