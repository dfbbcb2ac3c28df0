import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebuts, supports, undercuts, type CompactGraph } from '../../../src/analysis/compact.ts'
import { applyView } from '../../../src/analysis/stance/apply-view.ts'
import { findChanges, leastMove, type Outcome } from '../../../src/analysis/stance/changes.ts'
import {
  emptyView,
  withCredence,
  withMuted,
  withOff,
  type View,
} from '../../../src/analysis/stance/view.ts'
import { edgeName } from '../../../src/analysis/stance/view-data.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { dfQuad } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { anyView, sketchMap } from './sketch.ts'

/** What comes of a view: DF-QuAD, and labels by going over everything until nothing changes. */
function outcomeOf(graph: CompactGraph, view: View): Outcome {
  const network = compileNetwork(graph)
  const numbers = new Map(graph.nodes.map((id, node) => [id, node]))
  const names = new Map([...graph.kind].map((_, edge) => [edgeName(graph, edge), edge]))
  const applied = applyView(view, network, graph, {
    nodeNumber: (id) => numbers.get(id),
    edgeNumber: (name) => names.get(name),
  })
  const { strength } = evaluate(network, dfQuad, applied.scores)
  return {
    applied,
    strength: graph.nodes.map((_, node) => strength[network.elementOf[node]!]!),
    label: labelsOf(graph, applied),
  }
}

function labelsOf({ nodes, kind, from, to }: CompactGraph, { muted, off }: Outcome['applied']) {
  const label = new Uint8Array(nodes.length + kind.length)
  off.forEach((isOff, element) => (label[element] = isOff ? 2 : 0))
  const attacks = [...kind.keys()].filter((edge) => kind[edge] !== supports && !muted.has(edge))
  const endOf = (edge: number) => to[edge]! + (kind[edge] === undercuts ? nodes.length : 0)
  for (let round = 0; round < label.length; round++) {
    for (let x = 0; x < label.length; x++) {
      const on = attacks.filter((edge) => endOf(edge) === x)
      const parts = on.map((edge) => [label[from[edge]!]!, label[nodes.length + edge]!])
      if (label[x] !== 0) continue
      if (parts.every((part) => part.includes(2))) label[x] = 1
      else if (parts.some(([start, step]) => start === 1 && step === 1)) label[x] = 2
    }
  }
  return label.slice(0, nodes.length)
}

const { graph, index } = sketchMap({
  leaf: { supports: ['reason'] },
  reason: { supports: ['top'] },
  objection: { rebuts: ['top'] },
  answer: { rebuts: ['objection'] },
  doubt: { undercuts: ['reason>top'] },
  apart: {},
  top: { supports: ['above'] },
  above: {},
})
const numberOf = (id: string) => index.nodeNumber(id)!

function changes(view: View, options = {}, before = emptyView) {
  const found = findChanges(graph, outcomeOf(graph, before), outcomeOf(graph, view), options)
  const told = found.changes.map(({ node, ways }) => [graph.nodes[node], ways] as const)
  return { ...found, changes: told }
}

describe('what changed, and why', () => {
  it('is nothing where nothing was answered', () => {
    expect(changes(emptyView)).toEqual({ changes: [], more: 0 })
  })

  it('follows a credence upwards', () => {
    expect(Object.fromEntries(changes(withCredence(emptyView, 'leaf', 1)).changes)).toEqual({
      leaf: [['leaf']],
      reason: [['leaf', 'reason']],
      top: [['leaf', 'reason', 'top']],
      above: [['leaf', 'reason', 'top', 'above']],
    })
  })

  it('goes from an undercut through its step', () => {
    const ways = [['doubt', 'reason>top', 'top']]
    expect(Object.fromEntries(changes(withCredence(emptyView, 'doubt', 0)).changes)).toMatchObject({
      top: ways,
    })
  })

  it('names a muted step, and not the node that is left out', () => {
    const muted = changes(withMuted(emptyView, 'objection>top', true))
    expect(muted.changes).toContainEqual(['top', [['objection>top', 'top']]])
    const undercut = changes(withMuted(emptyView, 'doubt>reason>top', true))
    expect(undercut.changes).toContainEqual(['top', [['doubt>reason>top', 'reason>top', 'top']]])
    const off = changes(withOff(emptyView, 'reason', true))
    expect(off.changes.map(([id]) => id)).toEqual(['top', 'above'])
  })

  it('explains a label by attacks alone', () => {
    const rated = withCredence(withCredence(emptyView, 'reason', 0.9), 'objection', 0.9)
    const view = withOff(withOff(rated, 'answer', true), 'leaf', true)
    const found = findChanges(graph, outcomeOf(graph, emptyView), outcomeOf(graph, view))
    const [first, second] = found.changes
    const relabelled = new Set([numberOf('top'), numberOf('objection')])
    expect(new Set([first?.node, second?.node])).toEqual(relabelled)
    const top = found.changes.find(({ node }) => node === numberOf('top'))
    expect(top?.label).toEqual({ before: 1, after: 2 })
    expect(top?.ways).toEqual([['answer', 'objection', 'top']])
    const above = found.changes.find(({ node }) => node === numberOf('above'))
    expect(above?.ways).toEqual([
      ['objection', 'top', 'above'],
      ['reason', 'top', 'above'],
      ['answer', 'objection', 'top', 'above'],
    ])
  })

  it('gives three ways at most, the shortest first', () => {
    let view = withCredence(emptyView, 'leaf', 0)
    for (const id of ['reason', 'objection', 'answer', 'top']) view = withCredence(view, id, 0.1)
    const top = changes(view).changes.find(([id]) => id === 'top')
    expect(top?.[1]).toEqual([['top'], ['objection', 'top'], ['reason', 'top']])
  })

  it('puts the topic first, then theses, then what moved most', () => {
    const view = withCredence(emptyView, 'leaf', 1)
    const options = { topic: numberOf('above'), topics: [numberOf('top')] }
    const ids = changes(view, options).changes.map(([id]) => id)
    expect(ids).toEqual(['above', 'top', 'leaf', 'reason'])
    const cut = changes(view, { ...options, most: 1 })
    expect([cut.changes.length, cut.more]).toEqual([1, 3])
  })

  it('compares any two views, and counts only what differs between them', () => {
    const mine = withCredence(withOff(emptyView, 'doubt', true), 'leaf', 0.9)
    const theirs = withOff(emptyView, 'doubt', true)
    expect(Object.fromEntries(changes(mine, {}, theirs).changes)).toMatchObject({
      top: [['leaf', 'reason', 'top']],
    })
    const same = withCredence(emptyView, 'leaf', 0.5)
    expect(changes(withOff(same, 'doubt', true)).changes[0]?.[1][0]?.[0]).toBe('doubt')
  })
})

describe('a way', () => {
  const sketched = sketchMap({
    leaf: { supports: ['left', 'right'] },
    left: { supports: ['top'] },
    right: { supports: ['middle'] },
    middle: { supports: ['top'] },
    top: {},
  })
  const wayTo = (graph: CompactGraph, before: View, after: View) => {
    const found = findChanges(graph, outcomeOf(graph, before), outcomeOf(graph, after), { most: 9 })
    return found.changes.find(({ node }) => graph.nodes[node] === 'top')?.ways
  }
  const around = [['leaf', 'right', 'middle', 'top']]

  it('is the shortest', () => {
    const ways = wayTo(sketched.graph, emptyView, withCredence(emptyView, 'leaf', 1))
    expect(ways).toEqual([['leaf', 'left', 'top']])
  })

  it.each([
    ['step', withMuted(emptyView, 'left>top', true)],
    ['node', withOff(emptyView, 'left', true)],
  ])('goes around a %s that says nothing in both views', (_, before) => {
    expect(wayTo(sketched.graph, before, withCredence(before, 'leaf', 1))).toEqual(around)
  })

  it('goes around a step without weight', () => {
    const weight = sketched.graph.weight.slice()
    weight[sketched.index.edgeNumber('leaf>left')!] = 0
    const graph = { ...sketched.graph, weight }
    expect(wayTo(graph, emptyView, withCredence(emptyView, 'leaf', 1))).toEqual(around)
  })

  it('is not from an answer that agrees with the map', () => {
    const after = withCredence(withCredence(emptyView, 'leaf', 1), 'left', 0.5)
    expect(wayTo(sketched.graph, emptyView, after)).toEqual([['leaf', 'left', 'top']])
  })
})

describe('the sizes of changes', () => {
  const applied = { muted: new Set<number>(), off: new Uint8Array(20), credences: new Map() }
  const outcome = (strength: number): Outcome => ({
    applied,
    strength: graph.nodes.map((_, node) => (node === 0 ? strength : 0.5)),
    label: new Uint8Array(graph.nodes.length),
  })
  it.each([
    [0.5, 0.5049, 0],
    [0.5, 0.505, 1],
    [0.3, 0.295, 1],
    [Number.NaN, Number.NaN, 0],
    [Number.NaN, 0.5, 1],
    [0.5, Number.NaN, 1],
  ])('from %d to %d', (before, after, count) => {
    expect(findChanges(graph, outcome(before), outcome(after)).changes).toHaveLength(count)
  })

  it('a label counts for more than the largest move', () => {
    const label = new Uint8Array(graph.nodes.length)
    label[1] = 2
    const found = findChanges(graph, outcome(0), { ...outcome(1), label })
    expect(found.changes.map(({ node }) => node)).toEqual([1, 0])
  })
})

/** A graph without cycles of support or attack, so that every strength has a number. */
const anyGraph: fc.Arbitrary<CompactGraph> = fc
  .array(
    fc.record({
      from: fc.nat(6),
      step: fc.nat(5),
      kind: fc.constantFrom(supports, rebuts),
      weight: fc.constantFrom(0, 0.5, 1),
      doubter: fc.option(fc.nat(6)),
    }),
    { maxLength: 12 },
  )
  .map((steps) => {
    const nodes = Array.from({ length: 13 }, (_, node) => `node-${node}`)
    const columns: { kind: number; from: number; to: number; weight: number }[] = []
    const seen = new Set<number>()
    for (const { from, step, kind, weight, doubter } of steps) {
      const to = from + 1 + step
      if (seen.has(from * 20 + to)) continue
      seen.add(from * 20 + to)
      columns.push({ kind, from, to, weight })
      const last = columns.length - 1
      if (doubter !== null && doubter < to) {
        columns.push({ kind: undercuts, from: doubter, to: last, weight: 1 })
      }
    }
    return {
      nodes,
      base: new Float64Array(13).fill(0.5),
      kind: Uint8Array.from(columns, ({ kind }) => kind),
      from: Int32Array.from(columns, ({ from }) => from),
      to: Int32Array.from(columns, ({ to }) => to),
      weight: Float64Array.from(columns, ({ weight }) => weight),
      group: new Int32Array(columns.length).fill(-1),
    }
  })

const anyCase = anyGraph.chain((any) => {
  const edges = [...any.kind.keys()].map((edge) => edgeName(any, edge))
  const view = anyView(any.nodes, edges)
  return fc.record({ any: fc.constant(any), before: view, after: view })
})

describe('on any graph', () => {
  it('every change is told, with ways from differences between the views', () => {
    fc.assert(
      fc.property(anyCase, ({ any, before, after }) => {
        const [was, is] = [outcomeOf(any, before), outcomeOf(any, after)]
        const found = findChanges(any, was, is, { most: 99 })
        for (const { node, ways } of found.changes) {
          expect(ways.length).toBeGreaterThan(0)
          for (const way of ways) {
            expect(way.at(-1)).toBe(any.nodes[node])
            expect(differs(before, after, way[0]!)).toBe(true)
            expect(isConnected(any, way)).toBe(true)
          }
          const lengths = ways.map(({ length }) => length)
          expect(new Set(ways.map((way) => way[0])).size).toBe(lengths.length)
        }
        any.nodes.forEach((id, node) => {
          if (before.off.has(id) || after.off.has(id)) return
          const moved = Math.abs(was.strength[node]! - is.strength[node]!)
          // A move of just so much is told whatever the last digits are.
          const isSeen = was.strength[node]!.toFixed(2) !== is.strength[node]!.toFixed(2)
          const isMoved = moved > leastMove - 1e-9 && isSeen
          const isTold = found.changes.some((change) => change.node === node)
          expect(isTold).toBe(isMoved || was.label[node] !== is.label[node])
        })
      }),
      { numRuns: 2000 },
    )
  })
})

function differs(before: View, after: View, name: string): boolean {
  return (
    before.credences.get(name) !== after.credences.get(name) ||
    before.off.has(name) !== after.off.has(name) ||
    before.muted.has(name) !== after.muted.has(name)
  )
}

/** Whether each thing on a way bears on the next: as a start, as an undercut, or as a step. */
function isConnected(any: CompactGraph, way: readonly string[]): boolean {
  const edges = new Set([...any.kind.keys()].map((edge) => edgeName(any, edge)))
  return way.slice(1).every((next, i) => {
    const one = way[i]!
    return edges.has(`${one}>${next}`) || (edges.has(one) && one.endsWith(`>${next}`))
  })
}
