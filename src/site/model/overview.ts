import type { ArgumentMap } from '../../core/document.ts'
import type { SiteContent } from '../content.ts'
import { kindNames, labelNames, mostInSvg, relationNames, type MapData } from '../map/map-data.ts'
import { shapePath } from '../map/svg/shapes.ts'
import { toMapData } from '../map/to-map-data.ts'
import { counted } from '../stance/words.ts'
import { nodeUrl } from '../urls.ts'

/** The map as a band: its parts from left to right, and what bears on something below it. */
export interface Overview {
  readonly width: number
  readonly height: number
  readonly marks: readonly OverviewMark[]
  /** All lines of a relation as one path. */
  readonly lines: readonly { readonly relation: string; readonly d: string }[]
  readonly parts: readonly { readonly words: readonly string[]; readonly x: number }[]
  /** What it shows, after "All of it". */
  readonly tells: string
}

interface OverviewMark {
  readonly href: string
  readonly kind: string
  /** Whether an objection stands against it, or its label is contested. */
  readonly isOpen: boolean
  readonly d: string
}

interface Spot {
  readonly x: number
  readonly y: number
}

const width = 1120
const edge = 14
const rowHeight = 46
/** More room below the heads, where most lines come together. */
const headRoom = 70
const mark = { width: 9.5, height: 8.5 }

/**
 * Draws all of the map small, from the layout of the explorer turned by a right angle; undefined where
 * there is nothing, or so much that marks would be dust.
 */
export async function overviewOf(content: SiteContent): Promise<Overview | undefined> {
  const { data } = await toMapData(content)
  if (data.nodes.id.length === 0 || data.nodes.id.length > mostInSvg) return undefined
  const spots = spotsOf(data)
  const parts = data.parts.flatMap(({ label }, part) => {
    const xs = spots.filter((_, node) => data.nodes.part[node] === part).map(({ x }) => x)
    return xs.length === 0 ? [] : [{ words: label.split(' '), x: rounded(Math.min(...xs) - 6) }]
  })
  return {
    width,
    height: Math.max(...spots.map(({ y }) => y)) + edge,
    marks: spots.map((spot, node) => ({
      href: nodeUrl(data.nodes.id[node] ?? ''),
      kind: kindNames[data.nodes.kind[node] ?? 0] ?? 'claim',
      isOpen: (data.nodes.label[node] ?? -1) > labelNames.indexOf('in'),
      d: shapePath({ ...mark, kind: data.nodes.kind[node] ?? 0, part: 0, depth: 0 }, spot),
    })),
    lines: relationNames.map((relation, kind) => ({ relation, d: linesOf(data, spots, kind) })),
    parts,
    tells: overviewTells(data.nodes.id, [...content.kb.maps.values()]),
  }
}

/** What the drawing shows: how many statements, and which of them stand at the top. */
export function overviewTells(
  ids: readonly string[],
  maps: readonly Pick<ArgumentMap, 'thesis' | 'rival'>[],
): string {
  const drawn = new Set<string | undefined>(ids)
  const heads = maps.filter(({ thesis }) => drawn.has(thesis))
  const hasRival = heads.some(({ rival }) => drawn.has(rival))
  const top = [
    ...(heads.length === 0 ? [] : [heads.length === 1 ? 'the thesis' : 'the theses']),
    ...(hasRival ? [heads.length === 1 ? 'its rival' : 'their rivals'] : []),
  ].join(' and ')
  return `${counted(ids.length, 'statement')}${top && `, ${top} at the top`}, and below each statement what bears on it.`
}

function spotsOf({ nodes, height }: MapData): readonly Spot[] {
  const columns = [...new Set(nodes.x)].sort((a, b) => a - b)
  const scale = (width - 2 * edge) / height
  const heads = nodes.depth.flatMap((_, node) => (nodes.x[node] === columns[0] ? [node] : []))
  return nodes.x.map((x, node) => {
    const row = columns.indexOf(x)
    if (row > 0) {
      const along = edge + (nodes.y[node] ?? 0) * scale
      return { x: rounded(along), y: edge + headRoom + row * rowHeight }
    }
    // In the middle third, so that lines come to them from both sides.
    const share = (heads.indexOf(node) + 0.5) / heads.length
    return { x: rounded((width * (1 + share)) / 3), y: edge }
  })
}

function linesOf({ edges }: MapData, spots: readonly Spot[], kind: number): string {
  const at = (node: number | undefined): Spot => spots[node ?? 0] ?? { x: 0, y: 0 }
  const endOf = (number: number): Spot => {
    const to = edges.to[number] ?? 0
    if (relationNames[edges.kind[number] ?? 0] !== 'undercuts') return at(to)
    const [a, b] = [at(edges.from[to]), at(edges.to[to])]
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  }
  return edges.from
    .flatMap((from, number) => (edges.kind[number] === kind ? [curve(at(from), endOf(number))] : []))
    .join('')
}

/** Leaves and arrives upright, so that lines of one target come together. */
function curve(from: Spot, to: Spot): string {
  const middle = rounded((from.y + to.y) / 2)
  const [x, y] = [rounded(to.x), rounded(to.y)]
  return `M${from.x} ${from.y}C${from.x} ${middle} ${x} ${middle} ${x} ${y}`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
