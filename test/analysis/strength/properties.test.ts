import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { dfQuad, mlpBased, quadraticEnergy } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores, setWeight } from '../../../src/analysis/strength/network.ts'
import { anyGraph, byNode, formula, share } from './arbitraries.ts'
import { attack, sketch, support } from './sketch.ts'
import { strengths, strengthsOff } from './strengths.ts'

function expectAlike(a: readonly number[], b: readonly number[], tolerance = 1e-12): void {
  expect(a.length).toBe(b.length)
  for (const [v, s] of a.entries()) expect(Math.abs(s - b[v]!)).toBeLessThanOrEqual(tolerance)
}

/** The graph without some steps, and without what undercuts them. */
function withoutSteps(graph: CompactGraph, isGone: (step: number) => boolean): CompactGraph {
  const gone = (step: number): boolean =>
    isGone(step) || (graph.kind[step] === 2 && gone(graph.to[step]!))
  const kept = [...graph.kind.keys()].filter((step) => !gone(step))
  const pick = (from: ArrayLike<number>) => kept.map((step) => from[step] as number)
  return {
    ...graph,
    kind: Uint8Array.from(pick(graph.kind)),
    from: Int32Array.from(pick(graph.from)),
    to: Int32Array.from(kept, (step) =>
      graph.kind[step] === 2 ? kept.indexOf(graph.to[step]!) : graph.to[step]!,
    ),
    weight: Float64Array.from(pick(graph.weight)),
    group: Int32Array.from(pick(graph.group)),
  }
}

describe('properties', () => {
  it('strengths stay within 0 and 1, or there is no number', () => {
    const graphs = fc.oneof(anyGraph({ most: 40 }), anyGraph({ isCyclic: true, size: 5 }))
    fc.assert(
      fc.property(graphs, formula, (graph, by) => {
        for (const s of strengths(graph, by))
          expect(Number.isNaN(s) || (s >= 0 && s <= 1)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('what speaks for and against changes sides, 1 - base score gives 1 - strength', () => {
    const acting = fc.array(fc.record({ score: share, isFor: fc.boolean(), weight: share }))
    fc.assert(
      fc.property(share, acting, (base, all) => {
        const star = (score: number, turned: boolean) =>
          sketch(
            [score, ...all.map((each) => each.score)],
            all.map(({ isFor, weight }, i) =>
              (isFor === turned ? attack : support)(i + 1, 0, { weight }),
            ),
          )
        for (const by of [quadraticEnergy, dfQuad, mlpBased]) {
          const [plain, dual] = [star(base, false), star(1 - base, true)].map(
            (graph) => strengths(graph, by)[0]!,
          )
          expect(dual).toBeCloseTo(1 - plain!, 12)
        }
      }),
    )
  })

  it('where there are supports alone, a higher base score lowers nothing', () => {
    fc.assert(
      fc.property(anyGraph(), formula, fc.nat(), share, (graph, by, some, score) => {
        const kind = graph.kind.map((each) => (each === 1 ? 0 : each))
        const supported = withoutSteps({ ...graph, kind }, (step) => kind[step] === 2)
        const v = some % graph.nodes.length
        const base = supported.base.slice()
        base[v] = Math.max(base[v]!, score)
        const [low, high] = [supported, { ...supported, base }].map((each) => strengths(each, by))
        for (const [u, s] of high!.entries()) expect(s).toBeGreaterThanOrEqual(low![u]! - 1e-12)
      }),
    )
  })

  it('a step without weight is no step', () => {
    fc.assert(
      fc.property(anyGraph(), formula, fc.nat(), (graph, by, some) => {
        const count = graph.kind.length
        fc.pre(count > 0)
        const muted = some % count
        const network = compileNetwork(graph)
        const scores = copyScores(network.scores)
        setWeight(network, scores, muted, 0)
        const group = graph.group[muted]!
        const without = withoutSteps(
          graph,
          (step) => step === muted || (group !== -1 && graph.group[step] === group),
        )
        const found = byNode(network, evaluate(network, by, scores).strength)
        expectAlike(found, strengths(without, by))
        expect(network.scores.weight).toEqual(compileNetwork(graph).scores.weight)
      }),
    )
  })

  it('a node that is off is no node, and takes the support with it that it is linked in', () => {
    fc.assert(
      fc.property(anyGraph(), formula, fc.nat(), (graph, by, some) => {
        const off = some % graph.nodes.length
        const broken = new Set(
          [...graph.group].filter((group, step) => group !== -1 && graph.from[step] === off),
        )
        const without = withoutSteps(
          graph,
          (step) =>
            graph.from[step] === off ||
            (graph.kind[step] !== 2 && graph.to[step] === off) ||
            broken.has(graph.group[step]!),
        )
        const expected = [...strengths(without, by)]
        expected[off] = 0
        expectAlike(strengthsOff(compileNetwork(graph), by, off), expected)
      }),
    )
  })
})
