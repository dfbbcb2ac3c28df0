import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { findCruxes, type Crux, type CruxOptions } from '../../../src/analysis/cruxes/cruxes.ts'
import { gradient } from '../../../src/analysis/cruxes/gradient.ts'
import { removalEffects } from '../../../src/analysis/cruxes/removal.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { quadraticEnergy, type Formula } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { anyGraph, formula } from '../strength/arbitraries.ts'
import { attack, clique, ring, sketch, support } from '../strength/sketch.ts'
import { cruxesOf, respond } from './ask.ts'

function run(
  graph: CompactGraph,
  topic: number,
  formula: Formula = quadraticEnergy,
  options: CruxOptions = {},
) {
  const search = findCruxes(compileNetwork(graph), formula, topic, options)
  const shares: number[] = []
  let step = search.next()
  for (; step.done !== true; step = search.next()) shares.push(step.value)
  return { cruxes: step.value ?? [], shares, isTooLong: step.value === undefined }
}

const nodesOf = (cruxes: readonly Crux[]) => cruxes.map(({ node }) => node)

/** Every node supports the one of half its number, most of them weakly. */
function tree(size: number): CompactGraph {
  const nodes = Array.from({ length: size }, (_, v) => v)
  return sketch(
    nodes.map((v) => 0.1 + 0.8 * ((v * 0.618) % 1)),
    nodes.slice(1).map((v) => (v % 3 === 0 ? attack : support)(v, v >> 1)),
  )
}

describe('findCruxes', () => {
  it('ranks what reaches the topic by what it could do to it', () => {
    const steps = [support(1, 0, { weight: 0.3 }), attack(2, 0), support(3, 2), support(0, 4)]
    const { cruxes } = run(sketch([0.6, 0.5, 0.3, 0.2, 0.9], steps), 0)
    expect(nodesOf(cruxes)).toEqual([2, 3, 1])
    expect(cruxes[0]?.flip).toBeGreaterThan(0)
    expect(cruxes[2]?.flip).toBeUndefined()
  })

  it('is empty for a topic that nothing reaches', () => {
    expect(run(sketch([0.6, 0.5], [support(0, 1)]), 0).cruxes).toEqual([])
  })

  it('refuses a topic that is not there', () => {
    expect(() => run(sketch([0.5], []), 3)).toThrow(RangeError)
  })

  it('says of each node what is said of it alone', () => {
    const check = (graph: CompactGraph, any: number, f: Formula) => {
      const topic = any % graph.nodes.length
      const network = compileNetwork(graph)
      const slopes = gradient(network, f, evaluate(network, f), topic)
      const removals = removalEffects(network, f, topic)
      for (const { node, ...crux } of run(graph, topic, f).cruxes) {
        expect(crux).toEqual({
          ...respond(network, f, topic, node),
          gradient: slopes[node],
          removal: removals[node],
        })
      }
    }
    fc.assert(fc.property(anyGraph({ size: 8, most: 16 }), fc.nat(), formula, check))
  })

  it('finds the same first ones by screening', () => {
    const graph = tree(300)
    const all = run(graph, 0).cruxes
    const screened = run(graph, 0, quadraticEnergy, { screenAbove: 100, most: 10 }).cruxes
    expect(all.length).toBe(299)
    expect(screened).toEqual(all.slice(0, 10))
  })

  it('pauses more often the more there is to do, with the share that is done', () => {
    const { shares } = run(tree(4000), 0)
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.every((share) => share >= 0 && share < 1)).toBe(true)
  })

  it('is empty for a topic without a number, which nothing can move', () => {
    const { cruxes, shares, isTooLong } = run(clique(24, 0.5, attack), 0)
    expect({ cruxes, shares, isTooLong }).toEqual({ cruxes: [], shares: [], isTooLong: false })
  })

  it('ends where cycles are large and dense, be it without cruxes', () => {
    const graph = clique(100, 0.01, attack)
    const { shares, isTooLong } = run(graph, 0, quadraticEnergy, { work: 1e7 })
    expect(isTooLong).toBe(true)
    // A step is one settling at most, of 2,000,000 messages, and more than 200,000 but for the last.
    expect(shares.length).toBeGreaterThan(1e7 / 2.2e6)
    expect(shares.length).toBeLessThan(1e7 / 2e5 + 2)
  })

  it('screens where many nodes stand in one large cycle', () => {
    const graph = ring(300, 0.7)
    const cruxes = cruxesOf(compileNetwork(graph), quadraticEnergy, 0)
    expect(cruxes.length).toBe(24)
    expect(nodesOf(cruxes).slice(0, 3)).toEqual([299, 298, 297])
  })
})
