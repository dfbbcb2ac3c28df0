import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { exactPlayers, findShapley } from '../../../src/analysis/cruxes/shapley.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import {
  basic,
  dfQuad,
  quadraticEnergy,
  type Formula,
} from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores, type Network } from '../../../src/analysis/strength/network.ts'
import { anyGraph, formula } from '../strength/arbitraries.ts'
import { attack, sketch, support, undercut, type Step } from '../strength/sketch.ts'
import { sharesOf } from './ask.ts'

/** The topic's strength where only these nodes and the topic are in. */
function worth(network: Network, f: Formula, topic: number, members: readonly number[]): number {
  const scores = copyScores(network.scores)
  network.elementOf.forEach((element, node) => {
    scores.off[element] = node === topic || members.includes(node) ? 0 : 1
  })
  return evaluate(network, f, scores).strength[network.elementOf[topic] as number] as number
}

/** The definition: what each node adds, over all orders in which nodes can come. */
function byPermutations(graph: CompactGraph, f: Formula, topic: number): readonly number[] {
  const network = compileNetwork(graph)
  const players = graph.nodes.map((_, node) => node).filter((node) => node !== topic)
  const value = graph.nodes.map(() => 0)
  const orders = permutations(players)
  for (const order of orders) {
    order.forEach((node, i) => {
      const before = worth(network, f, topic, order.slice(0, i))
      value[node]! += (worth(network, f, topic, order.slice(0, i + 1)) - before) / orders.length
    })
  }
  return value
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

/** Nodes that all act on the topic, each also on the one before it. */
function chainOf(players: number): CompactGraph {
  const steps: Step[] = []
  for (let v = 1; v <= players; v++) {
    steps.push(v % 3 === 0 ? attack(v, 0) : support(v, 0))
    if (v > 1) steps.push(v % 2 === 0 ? attack(v, v - 1) : support(v, v - 1))
  }
  return sketch(
    Array.from({ length: players + 1 }, (_, v) => 0.2 + 0.6 * ((v * 0.618) % 1)),
    steps,
  )
}

const total = (values: Float64Array) => values.reduce((a, b) => a + b, 0)

/** An exact value where the library samples: over all subsets, by recursion. */
function byCoalitions(graph: CompactGraph, f: Formula, topic: number): readonly number[] {
  const network = compileNetwork(graph)
  const players = graph.nodes.map((_, node) => node).filter((node) => node !== topic)
  const worths = Array.from({ length: 2 ** players.length }, (_, set) =>
    worth(network, f, topic, players.filter((_, i) => (set >> i) & 1)),
  )
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  const n = players.length
  const value = graph.nodes.map(() => 0)
  players.forEach((player, i) => {
    worths.forEach((without, set) => {
      if ((set >> i) & 1) return
      const size = players.filter((_, j) => (set >> j) & 1).length
      const share = (factorial(size) * factorial(n - size - 1)) / factorial(n)
      value[player]! += share * (worths[set | (1 << i)]! - without)
    })
  })
  return value
}

describe('findShapley', () => {
  it('shares equally what two equal nodes do together', () => {
    const network = compileNetwork(sketch([0.5, 1, 1, 0.3], [support(1, 0), support(2, 0)]))
    const { value, error, sum, pairs } = sharesOf(network, quadraticEnergy, 0)
    expect([...value]).toEqual([0, expect.closeTo(0.2, 12), expect.closeTo(0.2, 12), 0])
    expect([...error]).toEqual([0, 0, 0, 0])
    expect(sum).toBeCloseTo(0.4, 12)
    expect(pairs).toBe(0)
  })

  it('is nothing for a topic that nothing reaches', () => {
    const { value, sum } = sharesOf(compileNetwork(sketch([0.5, 1], [])), quadraticEnergy, 0)
    expect([...value, sum]).toEqual([0, 0, 0])
  })

  it('adds up to strength less base score on random graphs', () => {
    const check = (graph: CompactGraph, any: number, f: Formula) => {
      const network = compileNetwork(graph)
      const topic = any % graph.nodes.length
      const element = network.elementOf[topic] as number
      const { value, sum } = sharesOf(network, f, topic)
      const wanted = evaluate(network, f).strength[element]! - graph.base[topic]!
      expect(total(value)).toBeCloseTo(wanted, 11)
      expect(sum).toBeCloseTo(wanted, 11)
    }
    fc.assert(fc.property(anyGraph({ size: 9, most: 20 }), fc.nat(), formula, check))
  })

  it('is the mean over all orders', () => {
    const check = (graph: CompactGraph, f: Formula) => {
      const topic = graph.nodes.length - 1
      const { value } = sharesOf(compileNetwork(graph), f, topic)
      byPermutations(graph, f, topic).forEach((wanted, node) => {
        expect(Math.abs(value[node]! - wanted)).toBeLessThan(1e-12)
      })
    }
    fc.assert(fc.property(anyGraph({ size: 6, most: 14 }), formula, check), { numRuns: 40 })
  })

  it('takes the topic alone, with its step to itself, for the empty coalition', () => {
    const network = compileNetwork(sketch([0.5, 1], [attack(0, 0), support(1, 0)]))
    const { value, sum } = sharesOf(network, quadraticEnergy, 0)
    const all = worth(network, quadraticEnergy, 0, [1])
    const nobody = worth(network, quadraticEnergy, 0, [])
    expect(nobody).toBeLessThan(0.5)
    expect(sum).toBeCloseTo(all - nobody, 9)
    expect(value[1]).toBe(sum)
  })

  it('has no number where a coalition has none', () => {
    // Without 2 the pair has many equilibria.
    const graph = sketch([1, 1, 1], [attack(0, 1), attack(1, 0), attack(2, 1)])
    const network = compileNetwork(graph)
    expect(worth(network, dfQuad, 0, [1])).toBeNaN()
    expect(worth(network, dfQuad, 0, [1, 2])).toBeCloseTo(1, 9)
    const { value, sum } = sharesOf(network, dfQuad, 0)
    expect([...value]).toEqual([0, Number.NaN, Number.NaN])
    expect(sum).toBeCloseTo(0, 9)
  })

  it(`samples above ${exactPlayers} players, near what is exact and adding up`, () => {
    const graph = chainOf(exactPlayers + 1)
    const network = compileNetwork(graph)
    const exact = byCoalitions(graph, quadraticEnergy, 0)
    const { value, error, sum, pairs } = sharesOf(network, quadraticEnergy, 0, { pairs: 400 })
    expect(pairs).toBe(400)
    const strength = evaluate(network, quadraticEnergy).strength[network.elementOf[0]!]!
    expect(sum).toBeCloseTo(strength - graph.base[0]!, 12)
    expect(total(value)).toBeCloseTo(sum, 12)
    for (let node = 1; node < value.length; node++) {
      expect(error[node]).toBeGreaterThan(0)
      expect(error[node]).toBeLessThan(0.01)
      expect(Math.abs(value[node]! - exact[node]!)).toBeLessThan(4 * error[node]! + 1e-12)
    }
  })

  it('needs one pair of permutations where players meet two by two', () => {
    // Each odd node supports the topic, and the next one undercuts that: s (1 - u) in sum.
    const odd = Array.from({ length: 7 }, (_, i) => 2 * i + 1)
    const steps = [...odd.map((v) => support(v, 0)), ...odd.map((v, i) => undercut(v + 1, i))]
    const base = Array.from({ length: 15 }, (_, v) => (v + 1) / 20)
    const { value } = sharesOf(compileNetwork(sketch(base, steps)), basic, 0, { pairs: 1 })
    for (const v of odd) {
      const shared = (base[v]! * base[v + 1]!) / 2
      expect(value[v]).toBeCloseTo(base[v]! - shared, 12)
      expect(value[v + 1]).toBeCloseTo(-shared, 12)
    }
  })

  it('yields after every pair what adds up, and the same for the same seed', () => {
    const network = compileNetwork(chainOf(15))
    const so = [...findShapley(network, quadraticEnergy, 0, { pairs: 5, seed: 7 })]
    expect(so.map(({ pairs }) => pairs)).toEqual([1, 2, 3, 4])
    for (const { value, sum } of so) expect(total(value)).toBeCloseTo(sum, 12)
    expect(so[0]?.error[1]).toBeNaN()
    const again = [...findShapley(network, quadraticEnergy, 0, { pairs: 5, seed: 7 })]
    expect(again).toEqual(so)
    const other = [...findShapley(network, quadraticEnergy, 0, { pairs: 5, seed: 6 })]
    expect(other).not.toEqual(so)
  })
})
