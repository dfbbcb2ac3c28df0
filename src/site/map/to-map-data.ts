import type { ArgumentNode } from '../../core/document.ts'
import type { EdgeId, NodeId } from '../../core/id.ts'
import type { Edge } from '../../core/relation.ts'
import type { SiteContent } from '../content.ts'
import { readingOrder as orderOfKinds } from '../model/order.ts'
import { strengthOf } from '../model/strengths.ts'
import { boxHeight, boxWidth, titleLines } from './layout/boxes.ts'
import { depthsOf } from './layout/depths.ts'
import { headingHeight } from './layout/headings.ts'
import type { Layout, LayoutEdge, LayoutGraph } from './layout/layout.ts'
import { layoutCached } from './layout/layout-cache.ts'
import { readingOrder } from './layout/reading-order.ts'
import { kindNames, labelNames, relationNames, type MapData, type MapPart } from './map-data.ts'

/** The graph for the explorer, and the lines of its drawing. */
export interface DrawnMap {
  readonly data: MapData
  readonly layout: Layout
}

const drawn = new WeakMap<SiteContent, Promise<DrawnMap>>()

/** Lays out all that is not withdrawn, once for each content. */
export function toMapData(content: SiteContent): Promise<DrawnMap> {
  const known = drawn.get(content) ?? draw(content)
  drawn.set(content, known)
  return known
}

async function draw(content: SiteContent): Promise<DrawnMap> {
  const graph = mapGraph(content)
  return withLayout(graph, await layoutCached(graph.layout))
}

/** The graph for the explorer before it is laid out, and what of it the layout is of. */
export interface MapGraph {
  readonly parts: MapData['parts']
  readonly nodes: Omit<MapData['nodes'], 'x' | 'y'>
  readonly edges: Omit<MapData['edges'], 'meetX' | 'meetY'>
  readonly layout: LayoutGraph
}

/** All that is not withdrawn, in the order in which a reader meets it. */
export function mapGraph(content: SiteContent): MapGraph {
  const { parts, partOf } = partsOf(content)
  const { nodes, depth, edges, ends } = inOrder(content, partOf)
  const kind = nodes.map((node) => kindNames.indexOf(node.kind))
  const part = nodes.map(({ id }) => partOf(id) ?? -1)
  const height = nodes.map(({ title }, node) => boxHeight(titleLines(title, kind[node] ?? 0).length))
  const labelOf = (id: NodeId | EdgeId) => {
    const label = content.labels.get(id)
    return label === undefined ? -1 : labelNames.indexOf(label)
  }
  return {
    parts,
    nodes: {
      id: nodes.map(({ id }) => id),
      title: nodes.map(({ title }) => title),
      kind,
      part,
      label: nodes.map((node) => (node.kind === 'question' ? -1 : labelOf(node.id))),
      strength: nodes.map(({ id }) => hundredths(strengthOf(content, id)?.value)),
      depth,
      width: nodes.map(() => boxWidth),
      height,
    },
    edges: {
      from: ends.map(({ from }) => from),
      to: ends.map(({ to }) => to),
      kind: ends.map((edge) => edge.kind),
      label: edges.map(({ id }) => labelOf(id)),
    },
    layout: {
      headings: [...parts.map(({ title }) => headingHeight(title)), 0],
      nodes: nodes.map((_, node) => ({
        width: boxWidth,
        height: height[node] ?? 0,
        kind: kind[node] ?? 0,
        part: part[node] === -1 ? parts.length : (part[node] ?? 0),
        depth: depth[node] ?? 0,
      })),
      edges: ends,
    },
  }
}

/** The data of a graph that is laid out, with places in whole pixels. */
export function withLayout({ parts, nodes, edges }: MapGraph, layout: Layout): DrawnMap {
  const { meets, width, height } = layout
  const data: MapData = {
    version: 1,
    parts,
    nodes: {
      ...nodes,
      x: layout.nodes.map(({ x }) => Math.round(x)),
      y: layout.nodes.map(({ y }) => Math.round(y)),
    },
    edges: {
      ...edges,
      meetX: meets.map((meet) => Math.round(meet?.x ?? 0)),
      meetY: meets.map((meet) => Math.round(meet?.y ?? 0)),
    },
    width: Math.ceil(width),
    height: Math.ceil(height),
  }
  return { data, layout }
}

function hundredths(value: number | undefined): number {
  return value === undefined ? -1 : Math.round(value * 100)
}

function partsOf({ kb }: SiteContent) {
  const parts: MapPart[] = []
  const numbers = new Map<string, number>()
  for (const map of kb.maps.values()) {
    for (const { id, title, label } of map.parts) {
      numbers.set(`${map.id}/${id}`, parts.length)
      parts.push({ map: map.id, id, title, label })
    }
  }
  const partOf = (id: NodeId) =>
    numbers.get(`${kb.graph.nodes.get(id)?.map ?? ''}/${kb.parts.get(id) ?? ''}`)
  return { parts, partOf }
}

/** Nodes in the order in which a reader meets them, and edges with the numbers that these have. */
function inOrder({ kb }: SiteContent, partOf: (id: NodeId) => number | undefined) {
  const live = [...kb.graph.nodes.values()].filter(({ withdrawn }) => withdrawn === undefined)
  const maps = [...kb.maps.values()]
  const tops = maps.flatMap(({ thesis, rival }) => (rival === undefined ? [thesis] : [thesis, rival]))
  const starts = new Set([...tops, ...maps.flatMap(({ parts }) => parts.map(({ head }) => head))])
  const order = orderOfKinds(kb)
  const startOf = new Map([...starts].map((id, at) => [id, at]))
  const place = ({ id }: ArgumentNode) => startOf.get(id) ?? starts.size
  live.sort((a, b) => place(a) - place(b) || order(a, b))
  const numberOf = numbered(live)
  const edges = drawnEdges(kb.graph.edges, numberOf)
  const heads = tops.flatMap((id) => numberOf.get(id as NodeId) ?? [])
  const depths = depthsOf(live.length, endsOf(edges, numberOf), heads)
  const parts = live.map(({ id }) => partOf(id) ?? -1)
  const inReadingOrder = readingOrder(parts, depths)
  const nodes = inReadingOrder.map((node) => live[node] as ArgumentNode)
  const depth = inReadingOrder.map((node) => depths.depth[node] ?? 0)
  return { nodes, depth, edges, ends: endsOf(edges, numbered(nodes)) }
}

function numbered(nodes: readonly ArgumentNode[]): ReadonlyMap<NodeId, number> {
  return new Map(nodes.map(({ id }, number) => [id, number]))
}

/** The edges whose ends are both drawn; of an undercut, whose step is. */
function drawnEdges(
  edges: ReadonlyMap<EdgeId, Edge>,
  numberOf: ReadonlyMap<NodeId, number>,
): readonly Edge[] {
  const isDrawn = (edge: Edge | undefined): boolean => {
    if (edge === undefined || !numberOf.has(edge.from)) return false
    return edge.kind === 'undercuts' ? isDrawn(edges.get(edge.to)) : numberOf.has(edge.to)
  }
  return [...edges.values()].filter(isDrawn)
}

function endsOf(
  edges: readonly Edge[],
  numberOf: ReadonlyMap<NodeId, number>,
): readonly LayoutEdge[] {
  const edgeNumber = new Map(edges.map(({ id }, number) => [id, number]))
  return edges.map((edge) => ({
    kind: relationNames.indexOf(edge.kind),
    from: numberOf.get(edge.from) as number,
    to: (edge.kind === 'undercuts' ? edgeNumber.get(edge.to) : numberOf.get(edge.to)) as number,
  }))
}
