import { planBlocks, rowMiddle } from './blocks.ts'
import { relation, type Band, type Layout, type LayoutGraph, type Point } from './layout.ts'
import { sweepBlocks } from './sweep.ts'

const room = { beside: 16, below: 12 }

/**
 * Lays out a graph of thousands of nodes in time that grows with its edges. A layer is a block of
 * several columns, its rows near to what they bear on; parts stand one below the other. Edges have no
 * lines: they go straight from middle to middle.
 */
export function layOutWide(graph: LayoutGraph): Layout {
  const cell = {
    width: most(graph.nodes.map(({ width }) => width)) + room.beside,
    height: most(graph.nodes.map(({ height }) => height)) + room.below,
  }
  const plan = planBlocks(graph, cell)
  const reasons = reasonCounts(graph)
  const nodes = new Array<Point>(graph.nodes.length)
  for (const [block, order] of sweepBlocks(graph, plan).entries()) {
    const { part = 0, layer = 0 } = plan.blocks[block] ?? {}
    const band = plan.bandOf.get(part) as Band
    const columns = plan.columns[layer] ?? 1
    const rows = Math.ceil(order.length / columns)
    for (let row = 0; row < rows; row += 1) {
      // What has nothing to its right stands on the left, near to what it bears on.
      const inRow = order
        .slice(row * columns, (row + 1) * columns)
        .sort((a, b) => (reasons[a] ?? 0) - (reasons[b] ?? 0))
      const y = rowMiddle(band, row, rows)
      for (const [column, node] of inRow.entries()) {
        nodes[node] = { x: (plan.left[layer] ?? 0) + (column + 0.5) * cell.width, y }
      }
    }
  }
  const { width, bands } = plan
  const height = bands.at(-1)?.bottom ?? 0
  return { width, height, nodes, lines: [], meets: meetsOf(graph, nodes), bands }
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0)
}

function reasonCounts({ nodes, edges }: LayoutGraph): Uint32Array {
  const counts = new Uint32Array(nodes.length)
  for (const { kind, to } of edges) {
    if (kind !== relation.undercuts) counts[to] = (counts[to] ?? 0) + 1
  }
  return counts
}

/** Undercuts meet a step in the middle of its straight line. */
function meetsOf({ edges }: LayoutGraph, nodes: readonly Point[]): readonly (Point | null)[] {
  const met = new Set(edges.flatMap(({ kind, to }) => (kind === relation.undercuts ? [to] : [])))
  return edges.map(({ from, to }, edge) => {
    const [start, end] = [nodes[from], nodes[to]]
    if (!met.has(edge) || start === undefined || end === undefined) return null
    return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
  })
}
