import { Graphviz } from '@hpcc-js/wasm-graphviz'
import type { LayoutGraph } from './layout.ts'
import { partDot } from './part-dot.ts'

/** The middle of each node's box, from the top of its part, by node. */
export type Rows = ReadonlyMap<number, number>

/**
 * Arranges the nodes of a part in the columns of their layers by Graphviz: few lines cross and
 * related nodes are level with each other. Of two orders that are mirror images it takes the one
 * that is nearer to the given order. Columns are in the hands of whoever stacks the parts.
 */
export async function arrangePart(graph: LayoutGraph, nodes: readonly number[]): Promise<Rows> {
  const graphviz = await Graphviz.load()
  const plain = graphviz.layout(partDot(graph, nodes), 'plain', 'dot')
  const found = [...plain.matchAll(/^node n(\d+) \S+ (\S+) /gm)]
  const upwards = found.map(([, node, y]) => [Number(node), Number(y) * 72] as const)
  const up = new Map(upwards)
  // Up is positive for Graphviz and down is for us.
  const isTurned = turnsOver(graph, nodes, up)
  const rows = new Map(upwards.map(([node, y]) => [node, isTurned ? y : -y]))
  return fromTop(graph, rows)
}

/** Whether turned over the nodes of the first layers come nearer to the order that they are in. */
function turnsOver(graph: LayoutGraph, nodes: readonly number[], up: Rows): boolean {
  const depth = (node: number) => graph.nodes[node]?.depth ?? 0
  const layers = new Set(nodes.map(depth))
  for (const layer of [...layers].sort((a, b) => a - b)) {
    const inLayer = nodes.filter((node) => depth(node) === layer)
    const [first, last] = [inLayer[0], inLayer.at(-1)]
    if (first !== undefined && last !== first) return (up.get(first) ?? 0) < (up.get(last ?? 0) ?? 0)
  }
  return false
}

function fromTop(graph: LayoutGraph, rows: Rows): Rows {
  const tops = [...rows].map(([node, y]) => y - (graph.nodes[node]?.height ?? 0) / 2)
  const top = Math.min(...tops)
  return new Map([...rows].map(([node, y]) => [node, Math.round((y - top) * 2) / 2]))
}
