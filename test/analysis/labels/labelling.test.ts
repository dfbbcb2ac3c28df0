import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainLabel } from '../../../src/analysis/labels/explain-label.ts'
import { labelGrounded, type Label } from '../../../src/analysis/labels/labelling.ts'
import type { NodeId } from '../../../src/core/id.ts'
import type { ArgumentGraph } from '../../../src/core/knowledge-base.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { joinSketch, node, type NodeSketch } from '../../graph/builder.ts'
import { dungCases } from './dung-cases.ts'

describe('labelGrounded on published frameworks', () => {
  it.each(dungCases)('$id ($source.repo)', ({ nodes, attacks, expected }) => {
    // A node cannot rebut itself, so a self-attack is a circle of three with the third as its copy.
    const selfAttacking = attacks.filter(([from, to]) => from === to).map(([from]) => from)
    const sketches = Object.fromEntries(
      nodes.map((id) => [
        id,
        { rebuts: attacks.filter(([from, to]) => from === id && to !== id).map(([, to]) => to) },
      ]),
    )
    for (const id of selfAttacking) {
      sketches[`${id}-once`] = { rebuts: [`${id}-twice`] }
      sketches[`${id}-twice`] = { rebuts: [id] }
      sketches[id]?.rebuts.push(`${id}-once`)
    }
    const labels = labelGrounded(joinSketch(sketches).graph)
    const accepted = nodes.filter((id) => labels.get(id as NodeId) === 'in')
    expect([accepted]).toEqual(expected.grounded.extensions)
  })
})

const afra: readonly (readonly [string, Record<string, NodeSketch>, Record<string, Label>])[] = [
  [
    'an objection takes a claim out and an objection to it brings it back',
    { aaa: {}, bbb: { rebuts: ['aaa'] }, ccc: { rebuts: ['bbb'] } },
    { aaa: 'in', bbb: 'out', ccc: 'in' },
  ],
  [
    'two claims against each other stay undecided',
    { aaa: { rebuts: ['bbb'] }, bbb: { rebuts: ['aaa'] } },
    { aaa: 'undecided', bbb: 'undecided', 'aaa>bbb': 'in' },
  ],
  [
    'an attack that is undercut fails though its start stands',
    { aaa: {}, bbb: { rebuts: ['aaa'] }, ccc: { undercuts: ['bbb>aaa'] } },
    { aaa: 'in', bbb: 'in', 'bbb>aaa': 'out' },
  ],
  [
    'an undercut whose start is defeated leaves the attack alone',
    {
      aaa: {},
      bbb: { rebuts: ['aaa'] },
      ccc: { undercuts: ['bbb>aaa'] },
      ddd: { rebuts: ['ccc'] },
    },
    { aaa: 'out', bbb: 'in', ccc: 'out', 'bbb>aaa': 'in' },
  ],
  [
    'an undercut that is contested leaves the step and its target contested',
    {
      aaa: {},
      bbb: { rebuts: ['aaa'] },
      ccc: { undercuts: ['bbb>aaa'], rebuts: ['ddd'] },
      ddd: { rebuts: ['ccc'] },
    },
    { aaa: 'undecided', bbb: 'in', 'bbb>aaa': 'undecided' },
  ],
  [
    'support changes no label, and neither does an undercut of it but that of the step',
    { aaa: {}, bbb: { supports: ['aaa'], rebuts: [] }, ccc: { undercuts: ['bbb>aaa'] } },
    { aaa: 'in', bbb: 'in', 'bbb>aaa': 'out' },
  ],
  [
    'after the holiday example of Baroni et al. 2011: a preference undercuts one of two attacks',
    {
      gstaad: { rebuts: ['cuba'] },
      cuba: { rebuts: ['gstaad'] },
      'prefers-skiing': { undercuts: ['cuba>gstaad'] },
      'no-snow': { undercuts: ['gstaad>cuba'], rebuts: ['prefers-skiing'] },
      'snow-cannons': { rebuts: ['no-snow'] },
    },
    { gstaad: 'in', cuba: 'out', 'cuba>gstaad': 'out', 'gstaad>cuba': 'in', 'no-snow': 'out' },
  ],
]

describe('labelGrounded with attacks that can be attacked', () => {
  it.each(afra)('%s', (_, sketches, expected) => {
    const labels = labelGrounded(joinSketch(sketches).graph)
    const found = Object.keys(expected).map((id) => [id, labels.get(id as NodeId)])
    expect(Object.fromEntries(found)).toEqual(expected)
  })
})

/**
 * AFRA as its authors reduce it to Dung: nodes and attacks are all arguments, an attack defeats its
 * target and every attack that starts from its target. The least fixed point is found by rounds.
 */
function groundedByRounds(graph: ArgumentGraph): Map<string, Label> {
  const attacks = [...graph.edges.values()].filter(
    ({ kind }) => kind === 'rebuts' || kind === 'undercuts',
  )
  const steps = [...graph.edges.values()].filter(({ kind }) => kind === 'supports')
  const elements = [
    ...graph.nodes.keys(),
    ...attacks.map(({ id }) => id),
    ...steps.map(({ id }) => id),
  ]
  const startOf = new Map<string, string>(attacks.map(({ id, from }) => [id, from]))
  const defeaters = new Map<string, string[]>(
    elements.map((x) => [
      x,
      attacks.filter(({ to }) => to === x || to === startOf.get(x)).map(({ id }) => id),
    ]),
  )
  const labels = new Map<string, Label>(elements.map((x) => [x, 'undecided']))
  for (let changed = true; changed;) {
    changed = false
    for (const x of elements) {
      const against = (defeaters.get(x) ?? []).map((d) => labels.get(d))
      const next = against.every((l) => l === 'out')
        ? 'in'
        : against.includes('in')
          ? 'out'
          : 'undecided'
      if (next !== labels.get(x)) {
        labels.set(x, next)
        changed = true
      }
    }
  }
  return labels
}

const sketchGraph = fc
  .record({
    size: fc.integer({ min: 1, max: 9 }),
    edges: fc.array(
      fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom('rebuts', 'rebuts', 'supports')),
      { maxLength: 18 },
    ),
    undercuts: fc.array(fc.tuple(fc.nat(8), fc.nat(17)), { maxLength: 9 }),
  })
  .map(({ size, edges, undercuts }) => {
    const name = (i: number) => `n${String(i % size)}`
    const sketches = Array.from({ length: size }, (_, i) => ({
      id: name(i),
      supports: new Set<string>(),
      rebuts: new Set<string>(),
      undercuts: new Set<string>(),
    }))
    const steps = new Set<string>()
    for (const [from, to, kind] of edges) {
      const step = `${name(from)}>${name(to)}`
      if (name(from) === name(to) || steps.has(step)) continue
      steps.add(step)
      sketches[from % size]?.[kind as 'rebuts'].add(name(to))
    }
    for (const [from, index] of undercuts) {
      const step = [...steps][index % Math.max(1, steps.size)]
      if (step !== undefined && !step.startsWith(`${name(from)}>`)) {
        sketches[from % size]?.undercuts.add(step)
      }
    }
    const nodes = sketches.map(({ id, supports, rebuts, undercuts: doubts }) =>
      node(id, { supports: [...supports], rebuts: [...rebuts], undercuts: [...doubts] }),
    )
    const built = buildGraph(new Map(nodes.map((each) => [each.id, each])), new Set())
    expect(built.problems).toEqual([])
    return built.graph
  })

describe('labelGrounded on random graphs', () => {
  it('agrees with the reduction to Dung, found by rounds, and is total', () => {
    fc.assert(
      fc.property(sketchGraph, (graph) => {
        const labels = labelGrounded(graph)
        const oracle = groundedByRounds(graph)
        for (const id of graph.nodes.keys()) expect(labels.get(id)).toBe(oracle.get(id))
        for (const { id, kind, from } of graph.edges.values()) {
          if (kind === 'supports') expect(labels.get(id)).toBe(oracle.get(id))
          if (kind !== 'rebuts') continue
          const both = [labels.get(id), labels.get(from)]
          const attack = both.includes('out')
            ? 'out'
            : both.includes('undecided')
              ? 'undecided'
              : 'in'
          expect(attack).toBe(oracle.get(id))
        }
        const steps = [...graph.edges.values()].filter(
          ({ kind }) => kind === 'supports' || kind === 'rebuts',
        )
        expect(labels.size).toBe(graph.nodes.size + steps.length)
      }),
      { numRuns: 2000, seed: 20110301 },
    )
  })

  it('takes an explanation whose lists say the label', () => {
    fc.assert(
      fc.property(sketchGraph, (graph) => {
        const labels = labelGrounded(graph)
        for (const [id, label] of labels) {
          const { open, contested, answered } = explainLabel(graph, labels, id)
          expect(label).toBe(open.length > 0 ? 'out' : contested.length > 0 ? 'undecided' : 'in')
          for (const { by } of answered) expect(by).not.toEqual([])
        }
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

describe('labelGrounded on long chains', () => {
  it('labels 100,001 nodes in turn in and out', () => {
    const length = 100_001
    const nodes = Array.from({ length }, (_, i) =>
      node(`n${String(i)}`, i === 0 ? {} : { rebuts: [`n${String(i - 1)}`] }),
    )
    const { graph } = buildGraph(new Map(nodes.map((each) => [each.id, each])), new Set())
    const labels = labelGrounded(graph)
    expect(labels.get('n0' as NodeId)).toBe('in')
    expect(labels.get('n1' as NodeId)).toBe('out')
    expect(labels.get(`n${String(length - 1)}` as NodeId)).toBe('in')
  })
})

describe('explainLabel', () => {
  const { graph } = joinSketch({
    claim: {},
    open: { rebuts: ['claim'] },
    rebutted: { rebuts: ['claim'] },
    undercut: { rebuts: ['claim'] },
    reply: { rebuts: ['rebutted'], undercuts: ['undercut>claim'] },
    'left-side': { rebuts: ['claim', 'right-side'] },
    'right-side': { rebuts: ['left-side'] },
  })
  const labels = labelGrounded(graph)

  it('names objections that stand, that are contested and that were answered, and by what', () => {
    expect(explainLabel(graph, labels, 'claim' as NodeId)).toEqual({
      label: 'out',
      open: ['open'],
      contested: ['left-side'],
      answered: [
        { objection: 'rebutted', by: ['reply'] },
        { objection: 'undercut', by: ['reply'] },
      ],
    })
  })

  it('refuses what has no label', () => {
    expect(() => explainLabel(graph, labels, 'nobody' as NodeId)).toThrow(RangeError)
  })
})
