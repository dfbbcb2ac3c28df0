import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../src/core/id.ts'
import type { ArgumentGraph } from '../../src/core/knowledge-base.ts'
import { waysUp } from '../../src/graph/ways.ts'
import { joinSketch, type NodeSketch } from './builder.ts'

const id = (text: string) => text as NodeId
const heads = (...ids: readonly string[]) => new Set(ids.map(id))

/** Ways as text: `mid supports top`, and of an undercut `doubt undercuts mid>top`. */
function told(graph: ArgumentGraph, from: string, most = 99, top = heads('thesis', 'rival')) {
  const { ways, isComplete } = waysUp(graph, id(from), top, { most })
  return {
    ways: ways.map((way) => way.map(({ edge }) => `${edge.from} ${edge.kind} ${edge.to}`).join(', ')),
    isComplete,
  }
}

describe('waysUp', () => {
  it('gives every way with its edges, the shortest first, then in the order of relations', () => {
    const { graph } = joinSketch({
      thesis: {},
      right: { supports: ['thesis'] },
      left: { supports: ['thesis'] },
      long: { supports: ['left'] },
      leaf: { supports: ['right', 'long', 'left'] },
    })
    expect(told(graph, 'leaf')).toEqual({
      ways: [
        'leaf supports right, right supports thesis',
        'leaf supports left, left supports thesis',
        'leaf supports long, long supports left, left supports thesis',
      ],
      isComplete: true,
    })
  })

  it('takes an undercut along the step that it doubts and along no other', () => {
    const { graph } = joinSketch({
      thesis: {},
      right: { supports: ['thesis'] },
      left: { supports: ['thesis'] },
      leaf: { supports: ['right', 'left'] },
      doubt: { undercuts: ['leaf>right'] },
    })
    expect(told(graph, 'doubt').ways).toEqual(['doubt undercuts leaf>right, right supports thesis'])
  })

  it('ends at the first head, has none from a head, and none where nothing leads up', () => {
    const { graph } = joinSketch({
      thesis: { rebuts: ['rival'] },
      rival: { rebuts: ['thesis'] },
      ally: { supports: ['rival'] },
      lost: {},
    })
    expect(told(graph, 'ally').ways).toEqual(['ally supports rival'])
    expect(told(graph, 'ally', 9, heads('thesis')).ways).toEqual(['ally supports rival, rival rebuts thesis'])
    expect(told(graph, 'thesis')).toEqual({ ways: [], isComplete: true })
    expect(told(graph, 'lost')).toEqual({ ways: [], isComplete: true })
  })

  it('keeps to the map of the node, and to the edges that count', () => {
    const { graph } = joinSketch({
      thesis: {},
      abroad: { map: 'other', supports: ['thesis'] },
      near: { supports: ['abroad', 'thesis'], refines: ['aside'] },
      aside: { refines: ['thesis'] },
    })
    expect(told(graph, 'near').ways).toEqual([
      'near supports thesis',
      'near refines aside, aside refines thesis',
    ])
    const counts = ({ kind }: { kind: string }) => kind !== 'refines'
    expect(waysUp(graph, id('near'), heads('thesis'), { most: 9, counts }).ways).toHaveLength(1)
  })

  it('says where there are more ways than were wanted', () => {
    const { graph } = joinSketch({
      thesis: {},
      right: { supports: ['thesis'] },
      left: { supports: ['thesis'] },
      leaf: { supports: ['right', 'left', 'thesis'] },
    })
    expect(told(graph, 'leaf', 3).isComplete).toBe(true)
    expect(told(graph, 'leaf', 2)).toEqual({
      ways: ['leaf supports thesis', 'leaf supports right, right supports thesis'],
      isComplete: false,
    })
  })

  const kinds = fc.constantFrom('supports', 'rebuts', 'undercuts')
  const sketches = fc.integer({ min: 4, max: 7 }).chain((size) => {
    const edge = fc.tuple(fc.nat(size - 1), fc.nat(size - 1), kinds)
    return fc
      .array(edge, { minLength: 2 * size, maxLength: 4 * size })
      .map((edges) => sketchOf(size, edges as never))
  })

  it('agrees with going over all ways of small graphs, circles and all', () => {
    let several = 0
    fc.assert(
      fc.property(sketches, fc.integer({ min: 1, max: 12 }), (sketch, most) => {
        const { graph } = joinSketch(sketch)
        const from = Object.keys(sketch).at(-1) as string
        const all = everyWay(graph, from)
        if (all.length > 3) several += 1
        expect(told(graph, from, most)).toEqual({
          ways: all.slice(0, most),
          isComplete: all.length <= most,
        })
      }),
      { numRuns: 1500, seed: 1971 },
    )
    expect(several).toBeGreaterThan(50)
  })

  it('is quick where each of 2,000 nodes supports the 100 before it', () => {
    const ids = Array.from({ length: 2000 }, (_, i) => (i === 0 ? 'thesis' : `n${String(i)}`))
    const { graph } = joinSketch(
      Object.fromEntries(ids.map((name, i) => [name, { supports: ids.slice(Math.max(0, i - 100), i) }])),
    )
    // Time of the processor, which a busy machine does not stretch.
    const start = process.cpuUsage()
    const { ways, isComplete } = waysUp(graph, id('n1999'), heads('thesis'), { most: 200 })
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(1000)
    // 1999 is a sum of twenty numbers up to 100 in twenty ways: nineteen of them 100, one 99.
    const lengths = Array.from({ length: 200 }, (_, i) => (i < 20 ? 20 : 21))
    expect(ways.map((way) => way.length)).toEqual(lengths)
    expect(new Set(ways.map((way) => way.map(({ to }) => to).join())).size).toBe(200)
    expect(isComplete).toBe(false)
  }, 60_000)

  it('is quick where there are 2 to the 2,000 ways of one length', () => {
    const sketch: Record<string, NodeSketch> = { thesis: {} }
    let below = 'thesis'
    for (let i = 0; i < 2000; i++) {
      const [left, right, foot] = [`left-${i}`, `right-${i}`, `foot-${i}`]
      sketch[left] = { supports: [below] }
      sketch[right] = { supports: [below] }
      sketch[foot] = { supports: [left, right] }
      below = foot
    }
    const { ways, isComplete } = waysUp(joinSketch(sketch).graph, id(below), heads('thesis'), { most: 4 })
    expect(ways.map((way) => way.length)).toEqual([4000, 4000, 4000, 4000])
    expect(new Set(ways.map((way) => way.map(({ to }) => to).join())).size).toBe(4)
    expect(isComplete).toBe(false)
  })
})

function sketchOf(
  size: number,
  edges: readonly (readonly [number, number, 'supports' | 'rebuts' | 'undercuts'])[],
): Record<string, NodeSketch> {
  const name = (i: number) => (i === 0 ? 'thesis' : `node-${String(i)}`)
  const sketch = Object.fromEntries(
    Array.from({ length: size }, (_, i) => [
      name(i),
      { supports: [] as string[], rebuts: [] as string[], undercuts: [] as string[] },
    ]),
  )
  for (const [from, to, kind] of edges) {
    if (from === to) continue
    if (kind !== 'undercuts') sketch[name(from)]?.[kind].push(name(to))
    // A step from the node after it, if there is one; others are left out when it is joined.
    else sketch[name(from)]?.undercuts.push(`${name((from + 1) % size)}>${name(to)}`)
  }
  return sketch
}

/** Every way to the thesis on which no node stands twice, by going over them all. */
function everyWay(graph: ArgumentGraph, from: string): readonly string[] {
  const found: { readonly text: string; readonly key: readonly number[] }[] = []
  const go = (at: string, met: readonly string[], text: readonly string[], key: readonly number[]) => {
    if (at === 'thesis') {
      found.push({ text: text.join(', '), key })
      return
    }
    const lines = (line: number) =>
      (graph.outgoing.get(id(at)) ?? []).filter(({ place }) => place.start.line === line)
    for (let line = 1; line < 60; line++) {
      for (const edge of lines(line)) {
        const end = (edge.kind === 'undercuts' ? graph.edges.get(edge.to)?.to : edge.to) as string
        if (met.includes(end)) continue
        go(end, [...met, end], [...text, `${edge.from} ${edge.kind} ${edge.to}`], [...key, line])
      }
    }
  }
  go(from, [from], [], [])
  const order = (a: readonly number[], b: readonly number[]): number => {
    const i = a.findIndex((line, at) => line !== b[at])
    return a.length - b.length || (a[i] ?? 0) - (b[i] ?? 0)
  }
  return found.sort((a, b) => order(a.key, b.key)).map(({ text }) => text)
}
