import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { dfQuad, quadraticEnergy, type Formula } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { anyGraph, formula } from '../strength/arbitraries.ts'
import { attack, sketch, support, undercut } from '../strength/sketch.ts'
import { respond } from './ask.ts'
import { namedGraph, pairs } from './named-graph.ts'

const of = (graph: CompactGraph, topic: number, vary: number, formula: Formula = quadraticEnergy) =>
  respond(compileNetwork(graph), formula, topic, vary)

/** Strengths of a topic over 2,001 base scores of another node, each of a graph of its own. */
function denseGrid(graph: CompactGraph, f: Formula, topic: number, vary: number) {
  return Array.from({ length: 2001 }, (_, i) => {
    const base = graph.base.slice()
    base[vary] = i / 2000
    return strengthOf({ ...graph, base }, f, topic)
  })
}

function strengthOf(graph: CompactGraph, f: Formula, topic: number): number {
  const network = compileNetwork(graph)
  return evaluate(network, f).strength[network.elementOf[topic] as number] as number
}

describe('drawResponse', () => {
  it('follows a base score from 0 to 1', () => {
    const { curve, ...response } = of(sketch([0.5, 0.3], [support(1, 0)]), 0, 1)
    expect(response).toEqual({
      swing: 0.25,
      lowest: 0.5,
      highest: 0.75,
      monotone: true,
      flip: undefined,
      hasGap: false,
    })
    expect([...curve.base]).toEqual([...curve.base].sort((a, b) => a - b))
    expect(curve.base).toContain(0.3)
    expect(curve.base).toContain(0.05)
    expect(curve.strength[0]).toBe(0.5)
    expect(curve.strength.at(-1)).toBe(0.75)
  })

  it('is level for what does not reach the topic', () => {
    expect(of(sketch([0.7, 0.5], [support(0, 1)]), 0, 1)).toMatchObject({
      swing: 0,
      monotone: true,
      flip: undefined,
    })
  })

  it('says how far a base score is from tipping the topic', () => {
    // Strength 0.6 (1 - x) under DF-QuAD: 0.5 at x = 1/6.
    const attacked = (score: number) => of(sketch([0.6, score], [attack(1, 0)]), 0, 1, dfQuad)
    expect(attacked(0.1).flip).toBeCloseTo(1 / 6 - 0.1, 7)
    expect(attacked(0.9).flip).toBeCloseTo(1 / 6 - 0.9, 7)
    expect(attacked(1 / 6).flip).toBe(0)
  })

  it('tips strictly: reaching 0.5 is not enough', () => {
    // 0.75 + 0.25 v where v falls to -1/3 at most: 0.5 is reached at x = 1 and not passed.
    const steps = [attack(1, 0, { weight: 1 / 3 })]
    expect(of(sketch([0.75, 0.2], steps), 0, 1, dfQuad).lowest).toBeCloseTo(0.5, 12)
    expect(of(sketch([0.75, 0.2], steps), 0, 1, dfQuad).flip).toBeUndefined()
  })

  it('finds both ends of a curve that turns', () => {
    const base = { t: 1, a: 0.9, b: 0.5, c: 1, x: 0.5 }
    const { graph, numberOf } = namedGraph(base, pairs('b>a b>t x>a x>b a>c c>t'), [])
    const response = of(graph, numberOf('t'), numberOf('x'))
    const dense = denseGrid(graph, quadraticEnergy, numberOf('t'), numberOf('x'))
    expect(response.monotone).toBe(false)
    expect(response.lowest).toBeLessThanOrEqual(Math.min(...dense))
    expect(response.lowest).toBeGreaterThan(Math.min(...dense) - 1e-6)
    expect(response.highest).toBe(Math.max(...dense))
  })

  it('does not take a level stretch for a turn', () => {
    // The other premise is the weaker one from 0.4 on.
    const linked = [support(1, 0, { group: 0 }), support(2, 0, { group: 0 })]
    const response = of(sketch([0.5, 0.5, 0.4], linked), 0, 1)
    expect(response.monotone).toBe(true)
    expect(response.curve.base.length).toBe(23)
  })

  it('finds a turn between two grid points of the same strength', () => {
    // A node and what it leaves of its own step: x (1 - x / 1.05), most at 0.525.
    const steps = [support(1, 0), undercut(1, 0, { weight: 20 / 21 })]
    const { highest, monotone } = of(sketch([0, 0.5], steps), 0, 1, dfQuad)
    expect(highest).toBeCloseTo(21 / 80, 12)
    expect(monotone).toBe(false)
  })

  it('finds a turn at the score there is', () => {
    const steps = [support(1, 0), undercut(1, 0)]
    const { highest, curve } = of(sketch([0, 0.5], steps), 0, 1, dfQuad)
    expect(highest).toBe(0.25)
    expect(curve.base.length).toBe(24)
  })

  it('has a gap where the topic has no number', () => {
    // Node 2 takes away one side of a pair that has many equilibria while it is silent.
    const steps = [attack(0, 1), attack(1, 0), attack(2, 1)]
    const response = of(sketch([1, 1, 0.5], steps), 0, 2, dfQuad)
    expect(response.hasGap).toBe(true)
    expect(response.curve.strength[0]).toBeNaN()
    expect(response.highest).toBeCloseTo(1, 9)
    expect(response.swing).toBe(response.highest - response.lowest)
  })

  it('has no numbers where the topic never has one', () => {
    const response = of(sketch([1, 1, 0.5], [attack(0, 1), attack(1, 0)]), 0, 2, dfQuad)
    expect(response).toMatchObject({ swing: Number.NaN, flip: undefined, hasGap: true })
  })

  it('refuses a topic that is not there', () => {
    expect(() => of(sketch([0.5], []), -1, 0)).toThrow(RangeError)
  })

  it('agrees with a dense grid on random graphs', () => {
    const check = (graph: CompactGraph, from: number, to: number, f: Formula) => {
      const topic = to % graph.nodes.length
      const vary = from % graph.nodes.length
      const dense = denseGrid(graph, f, topic, vary)
      const response = of(graph, topic, vary, f)
      const swing = Math.max(...dense) - Math.min(...dense)
      expect(response.swing).toBeGreaterThan(swing - 1e-5)
      expect(response.swing).toBeLessThan(swing + 1e-3)
      const now = strengthOf(graph, f, topic)
      if (Math.abs(now - 0.5) < 1e-6) return
      const side = Math.sign(now - 0.5)
      const changes = dense.flatMap((strength, i) =>
        side * (0.5 - strength) > 1e-7 ? [i / 2000 - graph.base[vary]!] : [],
      )
      const nearest = changes.length === 0 ? undefined : Math.min(...changes.map(Math.abs))
      if (nearest === undefined) {
        if (response.flip !== undefined) expect(Math.abs(response.flip)).toBeGreaterThan(0)
      } else {
        expect(response.flip).toBeDefined()
        expect(Math.abs(response.flip!)).toBeLessThanOrEqual(nearest + 1e-8)
        expect(Math.abs(response.flip!)).toBeGreaterThan(nearest - 1 / 2000 - 1e-6)
      }
    }
    fc.assert(fc.property(anyGraph({ size: 6, most: 10 }), fc.nat(), fc.nat(), formula, check), {
      numRuns: 60,
    })
  })
})
