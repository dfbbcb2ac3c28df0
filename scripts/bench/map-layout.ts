import path from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { labelGrounded } from '../../src/analysis/labels/labelling.ts'
import type { SourceFile } from '../../src/core/document.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import type { SiteContent } from '../../src/site/content.ts'
import { layOut } from '../../src/site/map/layout/map-layout.ts'
import type { MapData } from '../../src/site/map/map-data.ts'
import { drawMap } from '../../src/site/map/svg/draw-map.ts'
import { mapGraph, withLayout } from '../../src/site/map/to-map-data.ts'
import { computeStrengths } from '../../src/site/model/strengths.ts'
import { root } from '../setup/run.mjs'
import { syntheticMap } from './synthetic-map.ts'
import { duration, targetTable, toTable } from './table.ts'

const mostMilliseconds = 60_000
const mostBytes = 600_000

/** What laying out a map takes, and how large it is when it is sent. */
export interface LayoutFigure {
  readonly what: string
  readonly nodes: number
  readonly edges: number
  /** Time of processors, fonts and Graphviz loaded where it is the first. */
  readonly milliseconds: number
  /** Of `/map.json`, gzip. */
  readonly bytes: number
  /** Of the drawing as SVG, gzip; undefined where there is none. */
  readonly svgBytes: number | undefined
  readonly size: string
  /** Pairs of boxes that lie over one another. */
  readonly overlaps: number
  /** The middle length of a relation, as a share of the diagonal of the drawing. */
  readonly length: number
}

/** Lays out this map, and synthetic ones up to ten thousand nodes, without the cache. */
export async function measureLayout(): Promise<readonly LayoutFigure[]> {
  const synthetic = (size: number) => contentFrom(syntheticMap(size).files.map(titled))
  return [
    await measure('this map', contentFrom(readContent(path.join(root, 'content')))),
    await measure('400 nodes, line by line', synthetic(400)),
    await measure('1,000 nodes', synthetic(1000)),
    await measure('10,000 nodes', synthetic(10_000)),
  ]
}

/** Synthetic nodes are titled by their number; titles of a real length make the file as large. */
function titled({ path: name, text }: SourceFile): SourceFile {
  const from = /^title: Node \d+\nstatement: (.{1,36})\b/m
  return { path: name, text: text.replace(from, (all, title: string) => `title: ${title}\n${all.split('\n')[1]}`) }
}

function contentFrom(files: readonly SourceFile[]): SiteContent {
  const kb = assemble(files)
  const labels = labelGrounded(kb.graph)
  return { kb, written: kb, labels, strengths: computeStrengths(kb.graph), problems: [], paths: [] }
}

async function measure(what: string, content: SiteContent): Promise<LayoutFigure> {
  const start = process.cpuUsage()
  const graph = mapGraph(content)
  const layout = await layOut(graph.layout)
  const drawn = withLayout(graph, layout)
  const { user, system } = process.cpuUsage(start)
  const { data } = drawn
  const svg = drawMap(drawn, { name: what, href: (id) => `/c/${id}/` })
  return {
    what,
    nodes: data.nodes.id.length,
    edges: data.edges.from.length,
    milliseconds: (user + system) / 1000,
    bytes: gzipSync(JSON.stringify(data)).length,
    svgBytes: layout.lines.length === 0 ? undefined : gzipSync(svg).length,
    size: `${data.width} × ${data.height}`,
    overlaps: overlapsIn(data),
    length: middleLength(data) / Math.hypot(data.width, data.height),
  }
}

function overlapsIn({ nodes: { x, y, width, height } }: MapData): number {
  const order = [...x.keys()].sort((a, b) => x[a]! - x[b]!)
  const widest = Math.max(...width)
  let found = 0
  for (const [at, a] of order.entries()) {
    for (let next = at + 1; next < order.length; next += 1) {
      const b = order[next]!
      const across = x[b]! - x[a]!
      if (across >= widest) break
      const isOver =
        across < (width[a]! + width[b]!) / 2 && Math.abs(y[a]! - y[b]!) < (height[a]! + height[b]!) / 2
      if (isOver) found += 1
    }
  }
  return found
}

function middleLength({ nodes, edges }: MapData): number {
  const lengths = edges.from.map((from, edge) => {
    const to = edges.to[edge]!
    const isUndercut = edges.kind[edge] === 2
    const [x, y] = isUndercut ? [edges.meetX[to]!, edges.meetY[to]!] : [nodes.x[to]!, nodes.y[to]!]
    return Math.hypot(x - nodes.x[from]!, y - nodes.y[from]!)
  })
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0
}

/** The figures as a table, and whether they are as wanted. */
export function tellLayout(figures: readonly LayoutFigure[]): string {
  const head = ['map', 'nodes', 'edges', 'laid out', 'map.json', 'SVG', 'pixels', 'overlaps', 'edge / diagonal']
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
  const rows = figures.map((figure) => [
    figure.what,
    String(figure.nodes),
    String(figure.edges),
    duration(figure.milliseconds),
    kilobytes(figure.bytes),
    figure.svgBytes === undefined ? 'none' : kilobytes(figure.svgBytes),
    figure.size,
    String(figure.overlaps),
    figure.length.toFixed(2),
  ])
  const slowest = Math.max(...figures.map(({ milliseconds }) => milliseconds))
  const largest = Math.max(...figures.map(({ bytes }) => bytes))
  const overlaps = figures.reduce((sum, figure) => sum + figure.overlaps, 0)
  const targets = targetTable('laying out the map', [
    ['at most 60 s', duration(slowest), slowest <= mostMilliseconds],
    ['sent in at most 600 kB', kilobytes(largest), largest <= mostBytes],
    ['no box over another', String(overlaps), overlaps === 0],
  ])
  return `Laying out the map at build, time of processors, one run each; sizes are gzip\n\n${toTable([head, ...rows])}\n\n${targets}`
}
