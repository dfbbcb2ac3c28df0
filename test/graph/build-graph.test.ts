import { describe, expect, it } from 'vitest'
import type { EdgeId, NodeId } from '../../src/core/id.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import { supportGroups } from '../../src/graph/premises.ts'
import { join } from '../../src/graph/join.ts'
import { joinDocuments, joinSketch, node } from './builder.ts'

const told = (kb: KnowledgeBase) => kb.problems.map(({ code, message }) => `${code}: ${message}`)
const edges = (kb: KnowledgeBase) => [...kb.graph.edges.keys()]

describe('buildGraph', () => {
  it('makes edges in order of id, found from both ends', () => {
    const kb = joinSketch({
      bbb: { supports: ['aaa'] },
      aaa: {},
      ccc: { rebuts: ['aaa'], undercuts: ['bbb>aaa'] },
    })
    expect(edges(kb)).toEqual(['bbb>aaa', 'ccc>aaa', 'ccc>bbb>aaa'])
    expect([...kb.graph.nodes.keys()]).toEqual(['aaa', 'bbb', 'ccc'])
    const ids = (of: string, side: 'incoming' | 'outgoing') =>
      kb.graph[side].get(of as NodeId)?.map(({ id }) => id)
    expect(ids('aaa', 'incoming')).toEqual(['bbb>aaa', 'ccc>aaa'])
    expect(ids('ccc', 'outgoing')).toEqual(['ccc>aaa', 'ccc>bbb>aaa'])
    expect(ids('bbb>aaa', 'incoming')).toEqual(['ccc>bbb>aaa'])
    expect(kb.graph.incoming.has('ccc>aaa' as EdgeId)).toBe(false)
    expect(kb.problems).toEqual([])
  })

  it('offers the nearest node for an unknown one', () => {
    const kb = joinSketch({ 'light-is-a-wave': {}, fringes: { supports: ['light-is-a-wav'] } })
    expect(told(kb)).toEqual([
      'unknown-target: Unexpected relation to unknown node `light-is-a-wav`, expected the id of an existing node, such as `light-is-a-wave`',
    ])
  })

  it('keeps silent about a file that is there but could not be read', () => {
    const kb = joinDocuments([node('aaa', { supports: ['broken'], undercuts: ['broken>aaa'] })])
    expect(told(kb)).toHaveLength(2)
    const paths = new Set(['content/map/broken.md'])
    const again = joinDocumentsWith(paths)
    expect(told(again)).toEqual([])
    expect(edges(again)).toEqual([])
  })

  it('keeps one edge where relations of two kinds have one target', () => {
    const kb = joinSketch({ aaa: {}, bbb: { supports: ['aaa'], rebuts: ['aaa'] } })
    expect([...kb.graph.edges.values()].map(({ kind }) => kind)).toEqual(['supports'])
  })

  it('keeps withdrawn nodes but none of their edges, nor undercuts of such', () => {
    const kb = joinSketch({
      aaa: {},
      bbb: { supports: ['aaa'], withdrawn: true },
      ccc: { rebuts: ['bbb'], undercuts: ['bbb>aaa'] },
      ddd: { undercuts: ['ccc>bbb'] },
    })
    expect(kb.graph.nodes.has('bbb' as NodeId)).toBe(true)
    expect(edges(kb)).toEqual([])
    expect(kb.problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
      'content/map/ccc.md withdrawn-target',
      'content/map/ccc.md withdrawn-target',
      'content/map/ddd.md withdrawn-target',
    ])
  })

  it.each([
    [{ ccc: { undercuts: ['bbb>zzz'] } }, 'undercut of unknown step `bbb > zzz`', 'bbb > aaa'],
    [
      { ccc: { undercuts: ['aaa>bbb'] } },
      'undercut of `aaa > bbb`, between which there is no step',
      'bbb > aaa',
    ],
    [
      { ccc: { refines: ['bbb'] }, ddd: { undercuts: ['ccc>bbb'] } },
      'undercut of `ccc > bbb`, which is neither support nor rebuttal',
      'bbb > aaa',
    ],
  ])('explains an undercut of what is no step: %j', (more, actual, nearest) => {
    const kb = joinSketch({ aaa: {}, bbb: { supports: ['aaa'] }, ...more })
    expect(kb.problems).toMatchObject([{ code: 'unknown-step', actual, nearest }])
  })

  it('reports relations between kinds that do not fit', () => {
    const kb = joinSketch({
      aaa: { answers: ['bbb'] },
      bbb: { supports: ['what'] },
      what: { kind: 'question', rebuts: ['aaa'], refines: ['bbb'] },
      why: { kind: 'question', answers: ['what'], refines: ['what'] },
      ccc: { answers: ['what'] },
      ddd: { supports: ['aaa'] },
      who: { kind: 'question', undercuts: ['ddd>aaa'] },
    })
    expect(kb.problems.map(({ code, actual }) => `${code} ${actual}`)).toEqual([
      'wrong-target `answers` from a claim to the claim `bbb`',
      'wrong-target `supports` from a claim to the question `what`',
      'wrong-target `rebuts` from a question to the claim `aaa`',
      'wrong-target `undercuts` from a question to the step `ddd>aaa`',
      'wrong-target `answers` from a question to the question `what`',
    ])
  })

  it('groups linked premises and finds one without a partner', () => {
    const kb = joinSketch({
      aaa: {},
      bbb: { supports: ['aaa&both'] },
      ccc: { supports: ['aaa'] },
      ddd: { supports: ['aaa&both'] },
      eee: { supports: ['bbb&both'] },
    })
    const groups = supportGroups(kb.graph, 'aaa' as NodeId)
    expect(groups.map((group) => group.map(({ from }) => from))).toEqual([['bbb', 'ddd'], ['ccc']])
    expect(kb.problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
      'content/map/eee.md lonely-premise',
    ])
  })

  it('keeps the first of two nodes with one id and reports the second', () => {
    const twins = [node('aaa', { map: 'two' }), node('aaa', { map: 'one' })]
    const kb = joinDocuments(twins)
    expect(kb.graph.nodes.get('aaa' as NodeId)?.map).toBe('one')
    expect(kb.problems).toMatchObject([
      {
        code: 'duplicate-id',
        place: { file: 'content/two/aaa.md' },
        related: [{ place: { file: 'content/one/aaa.md' } }],
      },
    ])
  })
})

function joinDocumentsWith(paths: ReadonlySet<string>): KnowledgeBase {
  const documents = [node('aaa', { supports: ['broken'], undercuts: ['broken>aaa'] })]
  return join({
    paths: [...paths, 'content/map/aaa.md'],
    documents,
    results: new Map(),
    problems: [],
  })
}
