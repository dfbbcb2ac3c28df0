import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import {
  dfQuad,
  eulerBased,
  formulas,
  mlpBased,
  quadraticEnergy,
} from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores, type Range } from '../../../src/analysis/strength/network.ts'
import { settle, wholeEffort, type Effort } from '../../../src/analysis/strength/settle.ts'
import { anyGraph, formula } from './arbitraries.ts'
import { expectHonest, expectOnly, found, kinds, starts, unrest } from './cycles.ts'
import { follow } from './reference.ts'
import { attack, bipartite, clique, ring, sketch, support, turning } from './sketch.ts'

describe('what is called settled', () => {
  const scores = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9]

  it.each(formulas)('is, in rings: $title', (by) => {
    for (const size of sizes) {
      for (const score of scores) {
        for (const step of [attack, support]) expectHonest(ring(size, score, step), by, 12)
      }
    }
  })

  it.each(formulas)('is, where two sides attack each other: $title', (by) => {
    for (const size of [1, 2, 3, 4, 5]) {
      for (const score of scores) expectHonest(bipartite(size, score), by, 12)
    }
  })

  it('is, in random graphs through which a ring goes', () => {
    fc.assert(
      fc.property(anyGraph({ isCyclic: true, most: 20 }), formula, (graph, by) => {
        expectHonest(graph, by, 40)
      }),
      { numRuns: 200 },
    )
  })

  it('is not where three starts in a hundred end elsewhere', () => {
    const loose = { weight: 0.58 }
    const graph = sketch(
      [0, 0, 0.52, 0, 0],
      [
        ...[support(0, 1), attack(1, 2), support(2, 3, loose), support(3, 4), support(4, 0)],
        ...[support(2, 1), support(2, 1), support(4, 1), support(2, 0), support(3, 0)],
        ...[support(0, 3), attack(1, 1)],
      ],
    )
    expect(kinds(graph, dfQuad)).toEqual(['unsettled'])
    const ends = starts(5, 300).map((start) =>
      follow(graph, 'df-quad', start, { share: 1, steps: 3000 })
        .map((s) => s.toFixed(3))
        .join(' '),
    )
    expect(new Set(ends).size).toBeGreaterThan(1)
  })
})

describe('certificates', () => {
  it('contraction: where an update moves less than what it starts from', () => {
    for (const by of [quadraticEnergy, eulerBased, mlpBased]) {
      const [settled] = found(ring(3, 0.5), by).cycles
      expect(settled).toMatchObject({ kind: 'certified', certificate: 'contraction' })
    }
  })

  it('contraction is at an equilibrium to ten digits, with the energy that gives it', () => {
    const graph = ring(5, 0.8)
    const { network, strength, energy } = found(graph, quadraticEnergy)
    expect(unrest(graph, quadraticEnergy, strength)).toBeLessThan(1e-10)
    for (const [p, e] of energy.entries()) {
      const v = network.nodeOf[p] as number
      expect(quadraticEnergy.strength(0.8, e)).toBe(strength[v])
    }
  })

  it('enclosure: where bounds meet though an update may move more', () => {
    const graph = clique(4, 0.6)
    const { strength, cycles } = found(graph, quadraticEnergy)
    expect(cycles).toMatchObject([{ kind: 'certified', certificate: 'enclosure' }])
    expectOnly(graph, quadraticEnergy, 20)
    expect(strength[0]).toBeGreaterThan(0.9)
  })

  it('enclosure: where a node that is off breaks a ring', () => {
    const network = compileNetwork(ring(7, 1))
    const scores = copyScores(network.scores)
    scores.off[network.elementOf[3]!] = 1
    const { strength, cycles } = evaluate(network, dfQuad, scores)
    expect(cycles).toMatchObject([{ kind: 'certified', certificate: 'enclosure' }])
    for (const [v, s] of [1, 0, 1, 0, 1, 0, 1].entries()) {
      expect(strength[network.elementOf[(4 + v) % 7]!]).toBeCloseTo(v === 6 ? 0 : s, 9)
    }
  })
  it('none: where bounds do not meet but every start that is tried comes to one state', () => {
    expect(kinds(turning, quadraticEnergy)).toEqual(['converged'])
    expectOnly(turning, quadraticEnergy, 300)
  })
})

describe('effort', () => {
  const settled = (graph: CompactGraph, effort: Effort) => {
    const network = compileNetwork(graph)
    const pass = { network, formula: quadraticEnergy, scores: network.scores }
    const strength = new Float64Array(network.size)
    const range = network.cycles[0] as Range
    const { kind } = settle(pass, strength, new Float64Array(network.size), range, effort)
    return { kind, strength }
  }

  it('brief: has a number just where the whole has, and the same', () => {
    fc.assert(
      fc.property(anyGraph({ isCyclic: true, most: 20 }), (graph) => {
        const whole = wholeEffort()
        const brief = { ...wholeEffort(), isBrief: true }
        const { strength } = settled(graph, whole)
        expect(settled(graph, brief).strength).toEqual(strength)
        expect(brief.left).toBeGreaterThanOrEqual(whole.left)
      }),
      { numRuns: 100 },
    )
  })

  it('that ends gives no number rather than a wrong one', () => {
    for (const graph of [turning, clique(24, 0.05, attack), bipartite(3, 1)]) {
      const { strength } = settled(graph, wholeEffort())
      for (const left of [0, 1, 100, 3000, 100_000]) {
        const short = settled(graph, { left, isBrief: true })
        for (const [p, s] of short.strength.entries()) {
          if (!Number.isNaN(s)) expect(s).toBeCloseTo(strength[p]!, 9)
        }
        if (left === 0) expect(short.kind).toBe('unsettled')
      }
    }
  })

  it('is for all cycles of one evaluation: hundreds of hard ones end', () => {
    const pairs = Array.from({ length: 400 }, (_, v) => 5 * v)
    const all = pairs.flatMap((v) => [0, 1, 2, 3, 4].map((i) => v + i))
    const steps = pairs.flatMap((v) =>
      [0, 1, 2, 3, 4].flatMap((i) => [attack(v + i, v + ((i + 1) % 5)), attack(v + i, v + i)]),
    )
    const { cycles } = found(sketch(all.map(() => 1), steps), dfQuad)
    expect(cycles.length).toBe(400)
    for (const { kind } of cycles) expect(['several', 'unsettled', 'converged']).toContain(kind)
  })
})
