import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/analysis/check.ts'
import { compactGraph } from '../../../src/analysis/compact.ts'
import { healthOf, staleCodes, type Health } from '../../../src/analysis/health/health.ts'
import { sumOf } from '../../../src/analysis/health/tally.ts'
import { contentHistory } from '../../../src/analysis/history/content-history.ts'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import { wordingOf } from '../../../src/analysis/reviews.ts'
import { bandOf } from '../../../src/analysis/strength/band.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import { fileStart } from '../../../src/core/place.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { joinSketch, type NodeSketch } from '../../graph/builder.ts'
import { root } from '../../scripts/folder.ts'
import { slowCount } from './slow-count.ts'

function examine(kb: KnowledgeBase): Health {
  const { compact } = compactGraph(kb.graph)
  return healthOf({
    kb,
    labels: labelGrounded(kb.graph),
    strengths: { compact, band: bandOf(compileNetwork(compact)) },
    problems: check(kb),
    history: contentHistory(kb.graph.nodes.values()),
  })
}

const waitingIn = (sketches: Readonly<Record<string, NodeSketch>>) => examine(joinSketch(sketches)).waiting
const objectionsIn = (sketches: Readonly<Record<string, NodeSketch>>) =>
  waitingIn(sketches).objections.map(({ id }) => id)

describe('healthOf the content of this repository', () => {
  const folder = path.join(root, 'content')
  const slow = slowCount(folder)
  const { counts, waiting, gone, problems } = examine(assemble(readContent(folder)))

  it('counts what a slow count finds', () => {
    expect(counts.kinds).toEqual(slow.kinds)
    expect(counts.labels).toEqual(slow.labels)
    expect(counts.steps).toEqual(slow.steps)
    expect(counts.relations).toEqual(slow.relations)
    expect(counts.sources).toEqual(slow.sources)
  })

  it('finds what a slow count finds waiting', () => {
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort()
    expect(ids(waiting.objections)).toEqual(slow.objections)
    expect(ids(waiting.unread)).toEqual([...slow.unread].sort())
    expect(ids(gone)).toEqual(slow.gone)
    expect([...waiting.secondHand].sort()).toEqual(slow.secondHand)
    expect([...waiting.unsupported].sort()).toEqual(slow.unsupported)
    expect([...waiting.withoutEvidence].sort()).toEqual(slow.withoutEvidence)
    expect([...waiting.questions].sort()).toEqual(slow.questions)
    expect(waiting.suspect).toEqual(slow.suspect)
    expect(waiting.unreviewed).toEqual(slow.unreviewed)
    expect(waiting.withoutBecause).toEqual(slow.withoutBecause)
    expect(waiting.uncarried.map(({ label }) => label)).toEqual(slow.uncarried)
  })

  it('has parts that add up to the kinds, and places of problems to all of them', () => {
    for (const [kind, count] of Object.entries(slow.kinds)) {
      const inParts = counts.parts.map(({ kinds }) => kinds[kind as keyof typeof kinds])
      expect(inParts.reduce((sum, each) => sum + each, 0)).toBe(count)
    }
    const places = problems.flatMap((each) => each.places)
    expect(places).toHaveLength(check(assemble(readContent(folder))).length)
    for (const { code, places: own } of problems) expect(own.every((each) => each.code === code)).toBe(true)
  })
})

describe('unanswered objections', () => {
  it('are rebuttals and undercuts of every kind of node to which nothing replies', () => {
    expect(
      objectionsIn({
        thesis: {},
        ground: { supports: ['thesis'] },
        rebuttal: { kind: 'counterargument', rebuts: ['thesis'] },
        finding: { kind: 'evidence', undercuts: ['ground>thesis'] },
        caveat: { kind: 'counterargument', refines: ['thesis'] },
      }).toSorted(),
    ).toEqual(['finding', 'rebuttal'])
  })

  it('are not those to which something replies, if in vain', () => {
    expect(
      objectionsIn({
        thesis: {},
        doubt: { kind: 'counterargument', rebuts: ['thesis'] },
        reply: { rebuts: ['doubt'] },
        retort: { rebuts: ['reply'] },
      }),
    ).toEqual(['retort'])
  })

  it('are not those whose step is undercut, as far as that step goes', () => {
    const [open] = waitingIn({
      thesis: {},
      other: {},
      doubt: { kind: 'counterargument', rebuts: ['thesis', 'other'] },
      reply: { undercuts: ['doubt>thesis'] },
    }).objections.filter(({ id }) => id === 'doubt')
    expect(open).toEqual({ id: 'doubt', against: ['other'], alone: ['other'] })
  })

  it('tell what they stand alone against, and come first where they do', () => {
    const waiting = waitingIn({
      thesis: {},
      one: { kind: 'counterargument', rebuts: ['thesis'] },
      two: { kind: 'counterargument', rebuts: ['thesis'] },
      ground: { supports: ['thesis'] },
      zed: { kind: 'counterargument', rebuts: ['ground'] },
    })
    expect(waiting.objections).toEqual([
      { id: 'zed', against: ['ground'], alone: ['ground'] },
      { id: 'one', against: ['thesis'], alone: [] },
      { id: 'two', against: ['thesis'], alone: [] },
    ])
  })
})

describe('what nothing carries', () => {
  it('is told apart: no support, and support without evidence', () => {
    const { unsupported, withoutEvidence } = waitingIn({
      thesis: {},
      middle: { supports: ['thesis'] },
      lower: { supports: ['middle'] },
      carried: {},
      seen: { kind: 'evidence', supports: ['carried'] },
      gone: { kind: 'evidence', supports: ['thesis'], withdrawn: true },
    })
    expect(unsupported).toEqual(['lower'])
    expect(withoutEvidence).toEqual(['middle', 'thesis'])
  })

  it('is claims that only support one another', () => {
    const { withoutEvidence } = waitingIn({ one: { supports: ['two'] }, two: { supports: ['one'] } })
    expect(withoutEvidence).toEqual(['one', 'two'])
  })

  const files = (how: string, more = '') => [
    {
      path: 'content/map/trial.md',
      text: `---\nkind: evidence\ntitle: A trial\nstatement: It was so.\nsources: [book, tome]\n${more}---\n\nA body.\n`,
    },
    ...['book', 'tome'].map((id) => ({
      path: `content/sources/${id}.md`,
      text: `---\ntype: book\ntitle: A ${id}\nauthor: [{ literal: Somebody }]\nissued: 1999\nchecked: { how: ${id === 'book' ? how : 'unread'}, where: Here }\n---\n\nText.\n`,
    })),
  ]

  it('is evidence of which no source was read', () => {
    expect(examine(assemble(files('secondary'))).waiting).toMatchObject({
      secondHand: ['trial'],
      unread: [
        { id: 'book', only: ['trial'], also: [] },
        { id: 'tome', only: ['trial'], also: [] },
      ],
    })
    expect(examine(assemble(files('abstract'))).waiting).toMatchObject({
      secondHand: [],
      unread: [{ id: 'tome', only: [], also: ['trial'] }],
    })
  })
})

describe('relations', () => {
  const sketch = (statement: string) =>
    joinSketch({ thesis: { statement }, ally: { supports: ['thesis'] }, new: { supports: ['thesis'] } })

  it('are reviewed, judged by an earlier wording, or never', () => {
    const before = sketch('It is so.')
    const [edge] = [...before.graph.edges.values()]
    if (edge === undefined) throw new Error('There is no edge.')
    const review = { edge: edge.id, wording: wordingOf(before.graph, edge), place: fileStart('x') }
    expect(examine({ ...before, reviews: [review] }).waiting).toMatchObject({
      suspect: [],
      unreviewed: ['new>thesis'],
      withoutBecause: ['ally>thesis', 'new>thesis'],
    })
    const after = examine({ ...sketch('It is otherwise.'), reviews: [review] })
    expect(after.waiting.suspect).toEqual(['ally>thesis'])
    expect(after.counts.relations.supports).toEqual({ reviewed: 0, suspect: 1, unreviewed: 1 })
  })
})

describe('healthOf', () => {
  it('finds nothing in nothing', () => {
    const { counts, waiting, problems, gone, changes } = examine(assemble([]))
    expect(Object.values(waiting).flat()).toEqual([])
    expect(sumOf(counts.kinds)).toBe(0)
    expect([problems, gone, counts.parts, changes]).toEqual([[], [], [], undefined])
  })

  it('lists what hangs on the formula as the band has it', () => {
    const kb = joinSketch({ aaa: {}, bbb: {}, gone: { withdrawn: true } })
    const health = healthOf({
      kb,
      labels: labelGrounded(kb.graph),
      strengths: {
        compact: compactGraph(kb.graph).compact,
        band: { dependsOnFormula: Uint8Array.from([0, 1]) },
      },
      problems: [],
      history: contentHistory([]),
    })
    expect(health.waiting.contested).toEqual(['bbb'])
    expect(health.gone).toEqual([{ id: 'gone', on: '2026-01-31' }])
  })

  it('takes for stale what was right once', () => {
    const kb = joinSketch({ thesis: {}, ally: { supports: ['thesis', 'gone'] }, gone: { withdrawn: true } })
    const { waiting } = examine(kb)
    expect(waiting.stale.map(({ code }) => code)).toEqual(['withdrawn-target'])
    expect([...staleCodes]).toContain('stale-figure')
  })
})
