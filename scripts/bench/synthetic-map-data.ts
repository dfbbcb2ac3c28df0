import { rebuts, supports, undercuts, type CompactGraph } from '../../src/analysis/compact.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { boxHeight, boxWidth, titleLines } from '../../src/site/map/layout/boxes.ts'
import { depthsOf } from '../../src/site/map/layout/depths.ts'
import { headingHeight } from '../../src/site/map/layout/headings.ts'
import { relation, type LayoutEdge } from '../../src/site/map/layout/layout.ts'
import { layOutWide } from '../../src/site/map/layout/wide-layout.ts'
import { kindNames, type MapData } from '../../src/site/map/map-data.ts'
import { syntheticGraph } from './synthetic-graph.ts'

const chance = chanceOf('bench-map', 1, 1)
const words =
  'reward model agent human value goal system training oversight evidence argument belief action plan limit error cost ease rule policy learner teacher world signal measure failure safety power choice reason doubt claim test proof speed scale'
    .split(' ')
const partCount = 6

/** A map that nobody wrote, laid out as the site lays out a map of its size. */
export function syntheticMapData(count: number, edgeCount: number): MapData {
  const graph = syntheticGraph(count, edgeCount)
  const edges = edgesOf(graph)
  const { depth, above } = depthsOf(count, edges, [0])
  const kind = kindsOf(graph)
  const title = graph.nodes.map((_, node) => titleOf(node))
  const part = partsOf(depth, above)
  const parts = Array.from({ length: partCount }, (_, at) => ({
    map: 'synthetic',
    id: `part-${at + 1}`,
    title: titleOf(count + at),
    label: `Argument ${at + 1}`,
  }))
  const boxes = title.map((text, node) => boxHeight(titleLines(text, kind[node] ?? 0).length))
  const { width, height, nodes, meets } = layOutWide({
    headings: parts.map((each) => headingHeight(each.title)),
    nodes: title.map((_, node) => ({
      width: boxWidth,
      height: boxes[node] ?? 0,
      kind: kind[node] ?? 0,
      part: part[node] ?? 0,
      depth: depth[node] ?? 0,
    })),
    edges,
  })
  return {
    version: 1,
    parts,
    nodes: {
      id: title.map((text, node) => `${text.toLowerCase().split(' ').slice(0, 4).join('-')}-${node}`),
      title,
      kind,
      part,
      label: kind.map((_, node) => [0, 0, 0, 1, 2][node % 5] ?? 0),
      strength: Array.from(graph.base, (base) => Math.round(100 * base)),
      depth,
      x: nodes.map(({ x }) => Math.round(x)),
      y: nodes.map(({ y }) => Math.round(y)),
      width: title.map(() => boxWidth),
      height: boxes,
    },
    edges: {
      from: [...graph.from],
      to: [...graph.to],
      kind: edges.map((edge) => edge.kind),
      label: edges.map(() => 0),
      meetX: meets.map((meet) => Math.round(meet?.x ?? 0)),
      meetY: meets.map((meet) => Math.round(meet?.y ?? 0)),
    },
    width,
    height,
  }
}

function edgesOf({ kind, from, to }: CompactGraph): readonly LayoutEdge[] {
  return Array.from(kind, (each, edge) => ({
    kind: each === rebuts ? relation.rebuts : each === undercuts ? relation.undercuts : relation.supports,
    from: from[edge] ?? 0,
    to: to[edge] ?? 0,
  }))
}

/** As long as titles of a real map: three to seven words. */
function titleOf(at: number): string {
  const random = chance('title', at)
  const chosen = Array.from({ length: 3 + random.below(5) }, () => words[random.below(words.length)])
  const text = chosen.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Those who attack are counterarguments; of the others a third of those nothing bears on is evidence. */
function kindsOf({ nodes, kind, from, to }: CompactGraph): number[] {
  const kinds = nodes.map(() => kindNames.indexOf('claim'))
  const inner = new Set(to)
  for (const node of nodes.keys()) {
    if (node % 3 === 0 && !inner.has(node)) kinds[node] = kindNames.indexOf('evidence')
  }
  const first = new Set<number>()
  for (const [edge, start] of from.entries()) {
    if (!first.has(start) && kind[edge] !== supports) kinds[start] = kindNames.indexOf('counterargument')
    first.add(start)
  }
  return kinds
}

/** A part for each of the first nodes below the head, with what hangs on it. */
function partsOf(depth: readonly number[], above: readonly number[]): number[] {
  const part = depth.map(() => -1)
  const order = [...depth.keys()].sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0))
  let next = 0
  for (const node of order) {
    const over = above[node] ?? -1
    if (over < 0) part[node] = 0
    else if (depth[over] === 0) part[node] = next++ % partCount
    else part[node] = part[over] ?? 0
  }
  return part
}
