import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentMap } from '../../src/core/document.ts'
import type { MapId, NodeId } from '../../src/core/id.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import { findSupportCycles, stronglyConnected } from '../../src/graph/cycles.ts'
import { neighbourhood } from '../../src/graph/neighbourhood.ts'
import { waysUp } from '../../src/graph/ways.ts'
import { joinDocuments, joinSketch, node, type NodeSketch } from './builder.ts'

const id = (text: string) => text as NodeId

function mapAbout(thesis: string, rival?: string): ArgumentMap {
  const { kind, statement, relations, sources, caveat, ...written } = node('index')
  void [kind, statement, relations, sources, caveat]
  const more = rival === undefined ? {} : { rival }
  return { ...written, type: 'map', id: 'map' as MapId, question: '', thesis, parts: [], ...more }
}

function joinMap(sketches: Readonly<Record<string, NodeSketch>>, rival?: string): KnowledgeBase {
  const nodes = Object.entries(sketches).map(([name, sketch]) => node(name, sketch))
  return joinDocuments([mapAbout('thesis', rival), ...nodes])
}

const chain = (length: number) =>
  Array.from({ length }, (_, i) =>
    node(i === 0 ? 'thesis' : `n${String(i)}`, {
      ...(i === 0 ? { part: 'top' } : {}),
      ...(i > 0 ? { supports: [i === 1 ? 'thesis' : `n${String(i - 1)}`] } : {}),
    }),
  )

describe('stronglyConnected', () => {
  const graphs = fc.integer({ min: 1, max: 8 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 16 }),
    }),
  )

  it('agrees with mutual reachability and gives what is reached first', () => {
    fc.assert(
      fc.property(graphs, ({ size, edges }) => {
        const vertices = Array.from({ length: size }, (_, i) => i)
        const reach = vertices.map((from) => vertices.map((to) => from === to))
        for (const [from, to] of edges) (reach[from] as boolean[])[to] = true
        for (const k of vertices) {
          for (const i of vertices) {
            for (const j of vertices) {
              if (reach[i]?.[k] === true && reach[k]?.[j] === true)
                (reach[i] as boolean[])[j] = true
            }
          }
        }
        const components = stronglyConnected(vertices, (v) =>
          edges.filter(([from]) => from === v).map(([, to]) => to),
        )
        const place = new Map(components.flatMap((c, i) => c.map((v) => [v, i] as const)))
        expect(place.size).toBe(size)
        for (const i of vertices) {
          for (const j of vertices) {
            const mutual = reach[i]?.[j] === true && reach[j]?.[i] === true
            expect(place.get(i) === place.get(j)).toBe(mutual)
            if (reach[i]?.[j] === true) expect(place.get(j)).toBeLessThanOrEqual(place.get(i) ?? -1)
          }
        }
      }),
      { numRuns: 500, seed: 1972 },
    )
  })
})

describe('findSupportCycles', () => {
  it('spells out a shortest circle through the first id, and none where support is sound', () => {
    const { graph } = joinSketch({
      aaa: { supports: ['bbb'] },
      bbb: { supports: ['ccc', 'ddd'] },
      ccc: { supports: ['aaa'] },
      ddd: { supports: ['ccc'] },
      eee: { supports: ['aaa'], rebuts: ['fff'] },
      fff: { rebuts: ['eee'] },
    })
    const cycles = findSupportCycles(graph).map((cycle) => cycle.map((edge) => edge.id))
    expect(cycles).toEqual([['aaa>bbb', 'bbb>ccc', 'ccc>aaa']])
  })
})

describe('neighbourhood', () => {
  const { graph } = joinSketch({
    top: {},
    mid: { supports: ['top'] },
    low: { supports: ['mid'] },
    doubt: { undercuts: ['mid>top'] },
    far: { supports: ['low'] },
  })

  it.each([
    ['top', 0, ['top']],
    ['top', 1, ['top', 'mid', 'doubt']],
    ['doubt', 1, ['doubt', 'mid', 'top']],
    ['low', 1, ['low', 'mid', 'far']],
    ['low', 2, ['low', 'mid', 'far', 'top', 'doubt']],
    ['nobody', 2, []],
  ])('of %s within %i', (start, k, expected) => {
    expect([...neighbourhood(graph, id(start), k)]).toEqual(expected)
  })

  it('refuses a distance that is no whole number', () => {
    expect(() => neighbourhood(graph, id('top'), 0.5)).toThrow(RangeError)
  })
})

describe('kb.parts', () => {
  it('takes the part of the nearest node borne on, in the order of relations', () => {
    const kb = joinMap({
      thesis: { part: 'top' },
      other: { part: 'side' },
      mid: { supports: ['thesis'] },
      near: { supports: ['mid', 'other'] },
      both: { supports: ['other', 'thesis'] },
      doubt: { undercuts: ['both>thesis'] },
      lost: {},
    })
    expect(Object.fromEntries(kb.parts)).toEqual({
      both: 'side',
      doubt: 'side',
      mid: 'top',
      near: 'side',
      other: 'side',
      thesis: 'top',
    })
  })
})

describe('chains of 100,000 nodes', () => {
  const kb = joinDocuments([mapAbout('thesis'), ...chain(100_000)])

  it('have parts, ways up, neighbourhoods and no circles', () => {
    expect(kb.parts.get(id('n99999'))).toBe('top')
    const { ways, isComplete } = waysUp(kb.graph, id('n99999'), new Set([id('thesis')]), { most: 9 })
    expect([ways.map((way) => way.length), isComplete]).toEqual([[99_999], true])
    expect(neighbourhood(kb.graph, id('n50000'), 2).size).toBe(5)
    expect(findSupportCycles(kb.graph)).toEqual([])
  })
})
