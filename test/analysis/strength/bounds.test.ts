import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { isAlone } from '../../../src/analysis/strength/bisection.ts'
import { steepness } from '../../../src/analysis/strength/contraction.ts'
import { enclose } from '../../../src/analysis/strength/enclosure.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { distance, iterate } from '../../../src/analysis/strength/flow.ts'
import { dfQuad, quadraticEnergy, type Formula } from '../../../src/analysis/strength/formulas.ts'
import { isolate, type Isolated } from '../../../src/analysis/strength/isolate.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { sweep } from '../../../src/analysis/strength/sweep.ts'
import { anyGraph, formula, share } from './arbitraries.ts'
import { attack, ring, sketch, support, turning, undercut } from './sketch.ts'

/** The first cycle alone, where it depends on nothing else. */
function isolated(graph: CompactGraph, by: Formula): Isolated {
  const network = compileNetwork(graph)
  const pass = { network, formula: by, scores: network.scores }
  return isolate(pass, new Float64Array(network.size), network.cycles[0]!)
}

function moved({ pass, size, state }: Isolated, start: readonly number[]): Float64Array {
  const from = state.slice()
  const to = new Float64Array(size)
  from.set(start.slice(0, size))
  sweep(pass, from, to, new Float64Array(size), 0, size)
  return to
}

const states = fc.array(share, { minLength: 60, maxLength: 60 })
const cyclic = anyGraph({ isCyclic: true, most: 16 })

describe('steepness', () => {
  it('is as far as an update moves, at most, for each unit that it starts from', () => {
    fc.assert(
      fc.property(cyclic, formula, states, states, share, (graph, by, a, towards, part) => {
        const cycle = isolated(graph, by)
        const b = a.map((s, p) => s + part * (towards[p]! - s))
        const apart = distance(Float64Array.from(a.slice(0, cycle.size)), Float64Array.from(b))
        const after = distance(moved(cycle, a), moved(cycle, b))
        expect(after).toBeLessThanOrEqual(steepness(cycle) * apart + 1e-12)
      }),
      { numRuns: 2000 },
    )
  })

  it('counts how far an undercut step can move what goes along it', () => {
    const steps = [support(0, 1), undercut(1, 0, { weight: 0.1 })]
    const network = compileNetwork(sketch([0.8, 0.5], steps))
    const { strength } = evaluate(network, dfQuad)
    const pass = { network, formula: dfQuad, scores: network.scores }
    expect(steepness(isolate(pass, strength, network.cycles[0]!))).toBeCloseTo(0.5 * 0.8, 15)
  })

  it('leaves out what a step without weight says', () => {
    const muted = sketch([0.5, 0.5], [attack(0, 1, { weight: 0 }), support(1, 0)])
    const weighted = sketch(
      [0.5, 0.5],
      [attack(0, 1, { weight: 0.4 }), support(1, 0, { weight: 0 })],
    )
    expect(steepness(isolated(muted, dfQuad))).toBe(0.5)
    expect(steepness(isolated(weighted, dfQuad))).toBe(0.2)
  })
})

describe('enclose', () => {
  it('bounds where every start goes', () => {
    fc.assert(
      fc.property(
        cyclic,
        formula,
        states,
        fc.integer({ min: 1, max: 60 }),
        (graph, by, start, passes) => {
          const cycle = isolated(graph, by)
          const { low, high } = enclose(cycle, { passes: 2 * passes })
          let state = moved(cycle, start)
          for (let taken = 1; taken < passes; taken++) state = moved(cycle, [...state])
          for (let p = 0; p < cycle.size; p++) {
            expect(state[p]).toBeGreaterThanOrEqual(low[p]!)
            expect(state[p]).toBeLessThanOrEqual(high[p]!)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('keeps apart what has two equilibria', () => {
    const { low, high, isTight } = enclose(isolated(ring(2, 1), dfQuad), { passes: 2000 })
    expect([[...low], [...high], isTight]).toEqual([[0, 0], [1, 1], false])
  })
})

describe('isAlone', () => {
  /** Two that support themselves and attack each other: each can have the upper hand. */
  const rivals = sketch(
    [0.5, 0.5],
    [support(0, 0), support(1, 1), ...[0, 1].flatMap((v) => [attack(v, 1 - v), attack(v, 1 - v)])],
  )

  it('finds no proof where there is another equilibrium', () => {
    const cycle = isolated(rivals, dfQuad)
    const bounds = enclose(cycle, { passes: 2000 })
    const state = cycle.state.slice()
    state.set([1, 0])
    expect(iterate(cycle, state, { passes: 1000 })).toBe(true)
    expect(isAlone(cycle, bounds, state.slice(0, 2), { passes: 10_000 })).toBe(false)
  })

  it('proves it where there is none, though the bounds do not meet', () => {
    const cycle = isolated(turning, quadraticEnergy)
    const bounds = enclose(cycle, { passes: 2000 })
    expect(bounds.isTight).toBe(false)
    const state = cycle.state.slice()
    expect(iterate(cycle, state, { passes: 4000 })).toBe(true)
    expect(isAlone(cycle, bounds, state.slice(0, 2), { passes: 10_000 })).toBe(true)
    expect(isAlone(cycle, bounds, state.slice(0, 2), { passes: 4 })).toBe(false)
    expect(isAlone(cycle, bounds, state.slice(0, 2).fill(0.9), { passes: 10_000 })).toBe(false)
  })
})
