import { rebuts, supports, undercuts, type CompactGraph } from '../../src/analysis/compact.ts'
import { kindNames, relationNames, type MapData } from '../../src/site/map/map-data.ts'
import { syntheticGraph } from './synthetic-graph.ts'

const box = { width: 190, height: 62 }
const gap = { across: 26, row: 34, layer: 150 }
/** How much wider than high a drawing is to be. */
const shape = 1.7

/** A map that nobody wrote, laid out: what the explorer's drawing is measured and tried with. */
export function syntheticMapData(nodes: number, edges: number): MapData {
  const graph = syntheticGraph(nodes, edges)
  const depth = depthsOf(graph)
  const { x, y, width, height } = placeLayers(graph, depth)
  const kind = kindsOf(graph)
  const relation = (edge: number) =>
    graph.kind[edge] === rebuts ? 'rebuts' : graph.kind[edge] === undercuts ? 'undercuts' : 'supports'
  return {
    version: 1,
    parts: [{ map: 'synthetic', title: 'All of it', label: 'Argument 1' }],
    nodes: {
      id: graph.nodes,
      title: graph.nodes.map((_, node) => `Statement ${node} of a map that nobody wrote`),
      kind,
      part: Array<number>(nodes).fill(0),
      label: kind.map((_, node) => [0, 0, 0, 1, 2][node % 5] as number),
      strength: Array.from(graph.base, (base) => Math.round(100 * base)),
      depth: [...depth],
      x,
      y,
      width: Array<number>(nodes).fill(box.width),
      height: Array<number>(nodes).fill(box.height),
    },
    edges: {
      from: [...graph.from],
      to: [...graph.to],
      kind: Array.from(graph.kind, (_, edge) => relationNames.indexOf(relation(edge))),
      label: Array<number>(edges).fill(0),
      meetX: Array<number>(edges).fill(0),
      meetY: Array<number>(edges).fill(0),
    },
    width,
    height,
  }
}

/** Attackers are counterarguments; of what is left a third of the leaves is evidence. */
function kindsOf({ nodes, kind, from, to }: CompactGraph): number[] {
  const kinds = Array<number>(nodes.length).fill(kindNames.indexOf('claim'))
  const inner = new Set(to)
  for (const node of nodes.keys()) {
    if (node % 3 === 0 && !inner.has(node)) kinds[node] = kindNames.indexOf('evidence')
  }
  for (const [edge, start] of from.entries()) {
    if (kind[edge] !== supports) kinds[start] = kindNames.indexOf('counterargument')
  }
  kinds[0] = kindNames.indexOf('claim')
  return kinds
}

/** Steps along the shortest way to node 0. */
function depthsOf({ nodes, kind, from, to }: CompactGraph): Int32Array {
  const depth = new Int32Array(nodes.length).fill(nodes.length)
  depth[0] = 0
  for (let changed = true; changed; ) {
    changed = false
    for (const [edge, start] of from.entries()) {
      const end = kind[edge] === undercuts ? (from[to[edge] as number] as number) : (to[edge] as number)
      const through = (depth[end] as number) + 1
      if (through < (depth[start] as number)) {
        depth[start] = through
        changed = true
      }
    }
  }
  return depth
}

/** Layers one below the other, each broken into rows, its nodes below those they bear on. */
function placeLayers(graph: CompactGraph, depth: Int32Array) {
  const count = depth.length
  const [step, row] = [box.width + gap.across, box.height + gap.row]
  const columns = Math.max(8, Math.ceil(Math.sqrt((count * shape * row) / step)))
  const layers: number[][] = []
  for (const [node, layer] of depth.entries()) (layers[layer] ??= []).push(node)
  const x = Array<number>(count).fill(0)
  const y = Array<number>(count).fill(0)
  const parent = parentsOf(graph, depth)
  let top = box.height
  for (const layer of layers) {
    layer.sort((a, b) => (x[parent[a] as number] as number) - (x[parent[b] as number] as number) || a - b)
    const rows = Math.ceil(layer.length / columns)
    for (const [i, node] of layer.entries()) {
      const across = Math.min(columns, Math.ceil(layer.length / rows))
      x[node] = (columns * step) / 2 + (Math.floor(i / rows) - (across - 1) / 2) * step
      y[node] = top + (i % rows) * row
    }
    top += (rows - 1) * row + gap.layer
  }
  return { x, y, width: columns * step, height: top }
}

/** One node that each bears on, of the layer above. */
function parentsOf({ kind, from, to }: CompactGraph, depth: Int32Array): Int32Array {
  const parent = new Int32Array(depth.length)
  for (const [edge, start] of from.entries()) {
    const end = kind[edge] === undercuts ? (from[to[edge] as number] as number) : (to[edge] as number)
    if ((depth[end] as number) === (depth[start] as number) - 1) parent[start] = end
  }
  return parent
}
