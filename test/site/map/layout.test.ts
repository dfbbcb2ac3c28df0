import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Layout, LayoutGraph } from '../../../src/site/map/layout/layout.ts'
import { depthsOf } from '../../../src/site/map/layout/depths.ts'
import { layOut } from '../../../src/site/map/layout/map-layout.ts'
import { layOutWide } from '../../../src/site/map/layout/wide-layout.ts'

/** Graphs of every relation in three parts, circles and steps of one layer among them. */
const graphs = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc
      .record({
        nodes: fc.array(
          fc.record({ kind: fc.nat(3), part: fc.nat(2), height: fc.integer({ min: 26, max: 74 }) }),
          { minLength: size, maxLength: size },
        ),
        steps: fc.array(
          fc.record({
            kind: fc.constantFrom(0, 1, 3, 4),
            from: fc.nat(size - 1),
            to: fc.nat(size - 1),
            doubter: fc.option(fc.nat(size - 1)),
          }),
          { maxLength: 2 * size },
        ),
      })
      .map(graphOf),
  )

interface Sketch {
  readonly nodes: readonly { kind: number; part: number; height: number }[]
  readonly steps: readonly { kind: number; from: number; to: number; doubter: number | null }[]
}

function graphOf({ nodes, steps }: Sketch): LayoutGraph {
  const drawn = steps.filter(({ from, to }) => from !== to)
  const edges = [
    ...drawn.map(({ kind, from, to }) => ({ kind, from, to })),
    ...drawn.flatMap(({ doubter }, to) => (doubter === null ? [] : [{ kind: 2, from: doubter, to }])),
  ]
  const { depth } = depthsOf(nodes.length, edges, [0])
  return {
    headings: [0, 40, 60, 0],
    nodes: nodes.map((node, at) => ({ ...node, width: 156, depth: depth[at] ?? 0 })),
    edges,
  }
}

function overlaps(graph: LayoutGraph, { nodes }: Layout): readonly string[] {
  return graph.nodes.flatMap((a, i) =>
    graph.nodes.slice(i + 1).flatMap((b, after) => {
      const j = i + 1 + after
      const [dx, dy] = (['x', 'y'] as const).map((axis) =>
        Math.abs((nodes[i]?.[axis] ?? NaN) - (nodes[j]?.[axis] ?? NaN)),
      )
      const isApart = dx! >= (a.width + b.width) / 2 || dy! >= (a.height + b.height) / 2
      return isApart ? [] : [`${i} and ${j}`]
    }),
  )
}

function outside(graph: LayoutGraph, { nodes, width, height }: Layout): readonly number[] {
  return graph.nodes.flatMap((node, at) => {
    const { x = NaN, y = NaN } = nodes[at] ?? {}
    const [half, tall] = [node.width / 2, node.height / 2]
    const isIn = x - half >= 0 && x + half <= width && y - tall >= 0 && y + tall <= height
    return isIn ? [] : [at]
  })
}

describe.each([
  ['line by line', layOut, 24],
  ['wide', (graph: LayoutGraph) => Promise.resolve(layOutWide(graph)), 200],
] as const)('a layout %s', (_, layOutOne, most) => {
  it('has every box inside and none over another', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(most), async (graph) => {
        const layout = await layOutOne(graph)
        expect(layout.nodes).toHaveLength(graph.nodes.length)
        expect(overlaps(graph, layout)).toEqual([])
        expect(outside(graph, layout)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('has what is further from the heads further to the right', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(most), async (graph) => {
        const { nodes } = await layOutOne(graph)
        for (const [i, a] of graph.nodes.entries()) {
          for (const [j, b] of graph.nodes.entries()) {
            if (a.depth < b.depth) expect(nodes[i]?.x).toBeLessThan(nodes[j]?.x ?? NaN)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('has parts one below the other, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(most), async (graph) => {
        const { nodes, bands } = await layOutOne(graph)
        expect(bands.map(({ part }) => part)).toEqual(
          [...new Set(graph.nodes.map(({ part }) => part))].sort((a, b) => a - b),
        )
        for (const [at, { top }] of bands.entries()) expect(top).toBe(bands[at - 1]?.bottom ?? 0)
        for (const [node, { part, height }] of graph.nodes.entries()) {
          const band = bands.find((each) => each.part === part)
          const y = nodes[node]?.y ?? NaN
          expect(y - height / 2).toBeGreaterThanOrEqual(band?.top ?? NaN)
          expect(y + height / 2).toBeLessThanOrEqual(band?.bottom ?? NaN)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is the same for the same graph', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(most), async (graph) => {
        expect(await layOutOne(structuredClone(graph))).toEqual(await layOutOne(graph))
      }),
      { numRuns: 20 },
    )
  })
})

describe('the lines of a layout', () => {
  it('are one an edge, of numbers, and have a ring where they are undercut', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(24), async (graph) => {
        const { lines, meets } = await layOut(graph)
        expect(lines).toHaveLength(graph.edges.length)
        for (const { path } of lines) expect(path).toMatch(/^M(?:[HVLCQ]?-?\d+(?:\.\d)? ?)+$/)
        const undercut = new Set(graph.edges.filter(({ kind }) => kind === 2).map(({ to }) => to))
        expect(meets.flatMap((meet, edge) => (meet ? [edge] : []))).toEqual(
          [...undercut].sort((a, b) => a - b),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('end at the ring of the step that they undercut', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(24), async (graph) => {
        const { lines, meets } = await layOut(graph)
        for (const [edge, { kind, to }] of graph.edges.entries()) {
          if (kind !== 2) continue
          const [tip, ring] = [lines[edge]!.tip, meets[to]!]
          expect(Math.hypot(tip.x - ring.x, tip.y - ring.y)).toBeLessThan(6)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of more than 400 nodes, or of too many edges, are left to those who draw straight ones', async () => {
    const many = (nodes: number, edges: number): LayoutGraph =>
      graphOf({
        nodes: Array.from({ length: nodes }, () => ({ kind: 0, part: 0, height: 30 })),
        steps: Array.from({ length: edges }, (_, at) => ({
          kind: 0,
          from: 1 + (at % (nodes - 1)),
          to: at % Math.max(1, Math.floor(nodes / 2)) % (1 + (at % (nodes - 1))),
          doubter: null,
        })),
      })
    expect((await layOut(many(401, 500))).lines).toEqual([])
    expect((await layOut(many(60, 1600))).lines).toEqual([])
  })

  it('are none where there is no node', async () => {
    const layout = await layOut({ headings: [0], nodes: [], edges: [] })
    expect(layout).toEqual({ width: 0, height: 0, nodes: [], lines: [], meets: [], bands: [] })
  })
})

describe('the layers of a graph', () => {
  it('are steps to the nearest head; an undercut stands beside where its step starts', () => {
    const edges = [
      { kind: 0, from: 1, to: 0 },
      { kind: 0, from: 2, to: 1 },
      { kind: 1, from: 3, to: 2 },
      { kind: 0, from: 3, to: 0 },
      { kind: 2, from: 4, to: 1 },
      { kind: 0, from: 5, to: 4 },
    ]
    expect(depthsOf(6, edges, [0]).depth).toEqual([0, 1, 2, 1, 2, 3])
  })

  it('begin anew at what bears on nothing, and in a circle that no head is reached from', () => {
    const edges = [
      { kind: 0, from: 2, to: 1 },
      { kind: 0, from: 3, to: 4 },
      { kind: 0, from: 4, to: 3 },
    ]
    expect(depthsOf(5, edges, [0]).depth).toEqual([0, 0, 1, 0, 1])
  })
})
