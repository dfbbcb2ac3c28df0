import { mostInSvg } from '../map-data.ts'
import { arrangePart } from './arrange-part.ts'
import type { Layout, LayoutGraph } from './layout.ts'
import { routeEdges } from './route-edges.ts'
import { stackParts } from './stack-parts.ts'
import { layOutWide } from './wide-layout.ts'

/** Beyond this many edges a drawing line by line would take Graphviz minutes, and nobody could read it. */
const mostLines = 1500

/**
 * Lays out a graph in columns, parts one below the other; with lines if it is small enough to be
 * drawn line by line. Equal graphs give equal layouts.
 */
export async function layOut(graph: LayoutGraph): Promise<Layout> {
  const { nodes, edges } = graph
  if (nodes.length === 0) return { width: 0, height: 0, nodes: [], lines: [], meets: [], bands: [] }
  if (nodes.length > mostInSvg || edges.length > mostLines) return layOutWide(graph)
  const parts = graph.headings.map((): number[] => [])
  for (const [node, { part }] of nodes.entries()) parts[part]?.push(node)
  const rows = await Promise.all(parts.map((part) => arrangePart(graph, part)))
  const { middle, bands, height } = stackParts(graph, parts, rows)
  return { ...routeEdges(graph, middle), bands, height }
}
