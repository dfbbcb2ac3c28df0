import { describe, expect, it } from 'vitest'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { ArgumentMap, Outline } from '../../../src/core/document.ts'
import type { MapId, NodeId } from '../../../src/core/id.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import type { SiteContent } from '../../../src/site/content.ts'
import { joinSentence, type Piece } from '../../../src/site/model/routes-words.ts'
import { routesOf, stopUrl } from '../../../src/site/model/routes.ts'
import { computeStrengths } from '../../../src/site/model/strengths.ts'
import { headsOf, otherWays, waysOf } from '../../../src/site/model/ways.ts'
import { falsifiersTold, waysTold } from '../../../src/site/model/ways-words.ts'
import { leafGroups, leafSentence } from '../../../src/site/model/ways-leaves.ts'
import { joinDocuments, node, type NodeSketch } from '../../graph/builder.ts'

function mapNamed(id: string, thesis: string, rival?: string): ArgumentMap {
  const { kind, statement, relations, sources, caveat, ...written } = node('index', { map: id })
  void [kind, statement, relations, sources, caveat]
  const more = rival === undefined ? {} : { rival }
  return { ...written, type: 'map', id: id as MapId, title: `About ${id}`, question: '', thesis, parts: [], ...more }
}

function contentOf(kb: KnowledgeBase): SiteContent {
  const { graph } = kb
  const labels = labelGrounded(graph)
  return { kb, written: kb, labels, strengths: computeStrengths(graph), problems: [], paths: [] }
}

function contentWith(maps: readonly ArgumentMap[], sketches: Readonly<Record<string, NodeSketch>>, outline?: Outline) {
  const nodes = Object.entries(sketches).map(([id, sketch]) => node(id, sketch))
  return contentOf(joinDocuments([...maps, ...nodes, ...(outline === undefined ? [] : [outline])]))
}

const said = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : `<${piece.node.id}${piece.stop ? ` at ${piece.stop}` : ''}>`))
    .join('')

describe('the routes of maps', () => {
  const sketches: Record<string, NodeSketch> = {
    thesis: {},
    reason: { supports: ['thesis'] },
    under: { supports: ['reason'] },
    other: { supports: ['thesis'] },
    doubt: { undercuts: ['reason>thesis'] },
    reply: { rebuts: ['doubt'] },
    retort: { rebuts: ['reply'] },
  }

  it('have names that stay when a second map comes, and are told apart by it', () => {
    const one = routesOf(contentWith([mapNamed('map', 'thesis')], sketches))
    const two = routesOf(
      contentWith([mapNamed('another', 'light'), mapNamed('map', 'thesis')], {
        ...sketches,
        light: { map: 'another' },
        wave: { map: 'another', supports: ['light'] },
      }),
    )
    expect(one.map(({ id }) => id)).toEqual(['map-case-for', 'map-case-against', 'map-crux'])
    expect(two.map(({ id }) => id)).toEqual(expect.arrayContaining(one.map(({ id }) => id)))
    expect(new Set(two.map(({ title }) => title)).size).toBe(two.length)
    expect(one[0]?.title).not.toContain('About map')
    expect(stopUrl(one[0]!, one[0]!.stops[1]!)).toMatch(/^\/read\/map-case-for\/[a-z]+\/$/)
  })

  it('are left out where there is nothing to go through', () => {
    expect(routesOf(contentWith([mapNamed('map', 'nobody')], { reason: {} }))).toEqual([])
    expect(routesOf(contentWith([mapNamed('map', 'thesis', 'nobody')], { thesis: {} }))).toEqual([])
    const gone = contentWith([mapNamed('map', 'thesis')], { thesis: { withdrawn: true }, reason: {} })
    expect(routesOf(gone)).toEqual([])
    expect(routesOf(contentWith([], sketches))).toEqual([])
  })

  it('tell of a rival only where one is left to be read', () => {
    const against = (rival: string | undefined, sketch: NodeSketch = {}) =>
      routesOf(contentWith([mapNamed('map', 'thesis', rival)], { ...sketches, rival: sketch })).find(
        ({ kind }) => kind === 'case-against',
      )
    const told = against('rival', { rebuts: ['thesis'] })
    expect(told?.about).toMatch(/; then the rival and what supports it\.$/)
    expect(told?.sections.at(-1)?.heading).toBe('The rival')
    for (const without of [against(undefined), against('nobody'), against('rival', { withdrawn: true })]) {
      expect(without?.about).toMatch(/, each with the answers it has\.$/)
      expect(without?.stops.map(({ node }) => node.id)).toEqual(['thesis', 'doubt', 'reply'])
    }
  })

  it('say how each stop hangs on another', () => {
    const content = contentWith([mapNamed('map', 'thesis')], sketches)
    const [caseFor, against] = routesOf(content)
    expect(caseFor?.stops.map((stop) => said(joinSentence(content, caseFor, stop)))).toEqual([
      '',
      'This supports the statement before.',
      expect.stringMatching(/^This supports /),
      expect.stringMatching(/^This supports /),
    ])
    const back = caseFor?.stops.at(-1)
    expect(said(joinSentence(content, caseFor!, back!))).toBe('This supports <thesis at 1>.')
    expect(against?.stops.map((stop) => said(joinSentence(content, against, stop)))).toEqual([
      '',
      'This undercuts the step from <reason> to the statement before.',
      'This objects to the statement before.',
    ])
  })
})

describe('ways and leaves of a statement', () => {
  const content = contentWith([mapNamed('map', 'thesis', 'rival')], {
    thesis: { rebuts: ['rival'] },
    rival: { rebuts: ['thesis'] },
    reason: { supports: ['thesis', 'rival'] },
    found: { kind: 'evidence', supports: ['reason'] },
  })

  it('are counted for the breadcrumb', () => {
    expect([...headsOf(content.kb, 'found' as NodeId)]).toEqual(['thesis', 'rival'])
    expect(otherWays(waysOf(content, 'found' as NodeId))).toBe('one other way')
    expect(otherWays(waysOf(content, 'thesis' as NodeId))).toBe('')
    expect(otherWays({ ways: Array.from({ length: 40 }, () => []), isComplete: false })).toBe('more than 39 other ways')
  })

  it('are said to be none only where all were looked for', () => {
    const spent = { ways: [], isComplete: false }
    expect(otherWays(spent)).toBe('')
    expect(waysTold(spent)).toMatch(/^Too much leads on from it /)
    expect(waysTold({ ways: [], isComplete: true })).toMatch(/^No relation leads from it /)
    expect(waysTold({ ways: [[]], isComplete: true })).toMatch(/^One way leads /)
    expect(waysTold({ ways: [[], []], isComplete: true })).toMatch(/^Two ways lead .*, the shortest first\.$/)
    expect(waysTold({ ways: [[], []], isComplete: false })).toMatch(/^There are more than 2 ways /)
  })

  it('are told by themselves in a sentence', () => {
    expect(leafSentence('experiment')).toBe('It is evidence from an experiment of this site.')
    expect(leafSentence('abstract')).toBe('It is evidence of whose source only the abstract was read.')
    expect(leafSentence('claim')).toBe('It is a statement without evidence in this map.')
  })

  it('have to be held against what stands, and not against what is contested', () => {
    expect(falsifiersTold(false, false)).toMatch(/^No objection stands against it, .* in this map\.$/)
    expect(falsifiersTold(true, false)).toMatch(/^What follows is against it, .* every objection that stands fails\.$/)
    expect(falsifiersTold(false, true)).not.toContain('fails')
    expect(falsifiersTold(false, true)).toMatch(/them\. Where an objection is contested, .*prevails\.$/)
    expect(falsifiersTold(true, true)).toMatch(/stands fails\. Where an objection is contested, /)
  })

  it('are sorted by what they say for themselves', () => {
    const groups = leafGroups(content, ['rival', 'found'] as NodeId[])
    expect(groups.map(({ sort, nodes }) => [sort, nodes.map(({ id }) => id)])).toEqual([
      ['unsourced', ['found']],
      ['claim', ['rival']],
    ])
  })
})
