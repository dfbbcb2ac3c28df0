import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../../src/core/id.ts'
import { neighbourhood } from '../../../src/graph/neighbourhood.ts'
import { edgesAt } from '../../../src/site/map/client/edges.ts'
import { adjacencyOf, nearTo } from '../../../src/site/map/client/near.ts'
import {
  filtered,
  initialState,
  isFiltered,
  listed,
  sceneOf,
  withoutFilters,
  withShown,
} from '../../../src/site/map/client/state.ts'
import { joinSketch, type NodeSketch } from '../../graph/builder.ts'
import { mapOf, sketches } from './map-sketch.ts'

const nearIds = (sketch: Readonly<Record<string, NodeSketch>>, id: string, depth: number) => {
  const data = mapOf(sketch)
  const near = nearTo(adjacencyOf(data), data.nodes.id.indexOf(id), depth)
  return data.nodes.id.filter((_, node) => near[node] === 1).sort()
}

describe('what is near', () => {
  it('counts an undercut to both ends of its step', () => {
    const sketch = { top: {}, mid: { supports: ['top'] }, doubt: { undercuts: ['mid>top'] } }
    expect(nearIds(sketch, 'doubt', 1)).toEqual(['doubt', 'mid', 'top'])
    expect(nearIds(sketch, 'mid', 1)).toEqual(['doubt', 'mid', 'top'])
  })

  it('is what the graph says it is, in any graph', () => {
    fc.assert(
      fc.property(sketches, fc.nat(), fc.integer({ min: 0, max: 4 }), (sketch, at, depth) => {
        const ids = Object.keys(sketch)
        const id = ids[at % ids.length] as NodeId
        const near = neighbourhood(joinSketch(sketch).graph, id, depth)
        expect(nearIds(sketch, id, depth)).toEqual([...near].sort())
      }),
    )
  })

  it('is all that hangs together where the depth has no end', () => {
    const sketch = { a: {}, b: { supports: ['a'] }, c: { rebuts: ['b'] }, alone: {} }
    expect(nearIds(sketch, 'a', Infinity)).toEqual(['a', 'b', 'c'])
  })
})

describe('a step and its doubt', () => {
  const data = mapOf({
    top: {},
    mid: { supports: ['top'] },
    doubt: { undercuts: ['mid>top'] },
    other: { rebuts: ['doubt'] },
  })
  const at = (id: string) =>
    [...edgesAt(data.edges, data.nodes.id.indexOf(id))].map((edge) => data.edges.from[edge]).sort()
  const numbers = (...ids: string[]) => ids.map((id) => data.nodes.id.indexOf(id)).sort()

  it('belong together, from wherever one looks', () => {
    expect(at('mid')).toEqual(numbers('mid', 'doubt'))
    expect(at('top')).toEqual(numbers('mid', 'doubt'))
    expect(at('doubt')).toEqual(numbers('mid', 'doubt', 'other'))
    expect(at('other')).toEqual(numbers('other'))
  })
})

describe('filters', () => {
  const data = mapOf({
    top: {},
    fact: { kind: 'evidence', supports: ['top'] },
    but: { kind: 'counterargument', rebuts: ['top'] },
    open: { kind: 'question' },
  })
  const standing = { label: [1, 0, 0, -1], strength: [20, 80, 55, -1] }
  const shown = (change: Partial<typeof initialState>) => {
    const passed = filtered(data, { ...initialState, ...change }, standing)
    return data.nodes.id.filter((_, node) => passed[node] === 1)
  }

  it('let everything through at the beginning', () => {
    expect(shown({})).toEqual(['top', 'fact', 'but', 'open'])
    expect(isFiltered(initialState)).toBe(false)
  })

  it.each([
    [{ kinds: new Set([0, 1]) }, ['top', 'fact']],
    [{ labels: new Set([0]) }, ['fact', 'but']],
    [{ labels: new Set([-1]) }, ['open']],
    [{ parts: new Set([-1]) }, ['top', 'fact', 'but', 'open']],
    [{ kinds: new Set<number>() }, []],
    [{ strength: [20, 55] as const }, ['top', 'but']],
    [{ strength: [0, 99] as const }, ['top', 'fact', 'but']],
    [{ kinds: new Set([0, 1]), strength: [50, 100] as const }, ['fact']],
  ])('%o', (change, expected) => {
    expect(shown(change)).toEqual(expected)
    expect(isFiltered({ ...initialState, ...change })).toBe(true)
    expect(withoutFilters({ ...initialState, ...change })).toEqual(initialState)
  })

  it('are no filter any more once all is shown again', () => {
    const without = withShown(undefined, [0, 1, 2, 3], 2, false)
    expect(without).toEqual(new Set([0, 1, 3]))
    expect(withShown(without, [0, 1, 2, 3], 2, true)).toBeUndefined()
  })
})

describe('a scene', () => {
  const data = mapOf({
    top: {},
    mid: { supports: ['top'] },
    low: { kind: 'evidence', supports: ['mid'] },
    side: { kind: 'counterargument', rebuts: ['mid'] },
  })
  const adjacency = adjacencyOf(data)
  const [top, mid, low, side] = [0, 1, 2, 3]
  const scene = (change: Partial<typeof initialState>, found?: ReadonlySet<number>) =>
    sceneOf(data, adjacency, { ...initialState, ...change }, data.nodes, { current: undefined, found })

  it('has what is near the focus as far as filters let it through', () => {
    const seen = scene({ focus: mid, kinds: new Set([0, 1]) })
    expect([...seen.nodes]).toEqual([2, 2, 2, 0])
    expect(listed(seen)).toEqual([top, mid, low])
  })

  it('shows the focus whatever the filters say', () => {
    const seen = scene({ focus: side, kinds: new Set([0]) })
    expect([...seen.nodes]).toEqual([1, 2, 0, 2])
    expect(listed(seen)).toEqual([mid, side])
  })

  it('lists what was found, the best first, wherever the focus is', () => {
    expect(listed(scene({ focus: top }, new Set([low, mid])))).toEqual([low, mid])
    expect(listed(scene({ kinds: new Set([0]) }, new Set([low, mid])))).toEqual([mid])
  })
})
