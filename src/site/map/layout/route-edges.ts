import { gapsOf, type Gaps, type Upright } from './gaps.ts'
import { relation, type Layout, type LayoutGraph, type Line, type Point } from './layout.ts'
import { LineBuilder } from './line.ts'
import { passagesAmong } from './passages.ts'
import { portsOf, type Ports } from './ports.ts'
import { sideInset } from './shape.ts'
import { trunkOf, waysOf, type Way } from './ways.ts'

/** How far the head of an undercut stays from the middle of the ring. */
const ring = 5.5
/** Nearer than this an undercut is taken to be level with the ring that it ends at. */
const level = 10

interface Routes extends Pick<Layout, 'width' | 'nodes' | 'lines' | 'meets'> {}

/**
 * Draws the edges of a graph whose nodes have their heights. Lines go through no box: between
 * neighbouring columns of a part they bend, all others go upright in lanes of the gaps and straight
 * through columns where nothing stands. Those of one kind to one node share a lane.
 */
export function routeEdges(graph: LayoutGraph, middle: readonly number[]): Routes {
  const ways = waysOf(graph)
  const ports = portsOf(graph, ways, middle)
  const arrivals = arrivalsOf(graph, ways, ports, middle)
  const columns = Math.max(...graph.nodes.map(({ depth }) => depth)) + 1
  const column = Math.max(...graph.nodes.map(({ width }) => width))
  const gaps = gapsOf(columns, column, uprightsOf(graph, ways, ports, arrivals))
  const nodes = graph.nodes.map(({ depth }, node) => ({
    x: ((gaps.left[depth] ?? 0) + (gaps.right[depth] ?? 0)) / 2,
    y: middle[node] ?? 0,
  }))
  const drawing: Drawing = { graph, middle, ways, ports, arrivals, gaps }
  const meets = ways.map(({ isMet }, edge) => (isMet ? ringOf(drawing, edge) : null))
  return { width: gaps.width, nodes, lines: ways.map((_, edge) => lineOf(drawing, edge)), meets }
}

interface Drawing {
  readonly graph: LayoutGraph
  readonly middle: readonly number[]
  readonly ways: readonly Way[]
  readonly ports: Ports
  readonly arrivals: readonly number[]
  readonly gaps: Gaps
}

/** The height at which each edge comes into the gap that it ends in. */
function arrivalsOf(
  graph: LayoutGraph,
  ways: readonly Way[],
  { leave }: Ports,
  middle: readonly number[],
): readonly number[] {
  const places = middle.map((y) => ({ x: 0, y }))
  const passages = passagesAmong(graph, places)
  return ways.map((way, edge) => {
    const start = leave[edge] ?? 0
    if (way.first > way.last) return start
    return passages.through(way.first, way.last, start, trunkOf(way, graph.edges[edge]?.kind ?? 0))
  })
}

function uprightsOf(
  graph: LayoutGraph,
  ways: readonly Way[],
  { leave, reach }: Ports,
  arrivals: readonly number[],
): readonly Upright[] {
  const found = new Map<string, Upright>()
  const add = (name: string, gap: number, zone: Upright['zone'], ...heights: number[]): void => {
    const known = found.get(name)
    const all = known === undefined ? heights : [known.top, known.bottom, ...heights]
    found.set(name, { name, gap, zone, top: Math.min(...all), bottom: Math.max(...all) })
  }
  for (const [edge, way] of ways.entries()) {
    const arrival = arrivals[edge] ?? 0
    if (way.isMet) {
      const zone = way.leavesLeft ? 'right' : 'left'
      const gap = (graph.nodes[way.from]?.depth ?? 0) - (way.leavesLeft ? 1 : 0)
      add(`ring ${edge}`, gap, zone, leave[edge] ?? 0)
    }
    if (way.step !== undefined) {
      const { leavesLeft = true } = ways[way.step] ?? {}
      add(`ring ${way.step}`, way.gap, leavesLeft ? 'right' : 'left', arrival)
    } else if (!way.isBend) {
      add(trunkOf(way, graph.edges[edge]?.kind ?? 0), way.gap, 'trunk', arrival, reach[edge] ?? 0)
    }
  }
  return [...found.values()]
}

function ringOf({ ports, gaps }: Drawing, edge: number): Point {
  return { x: gaps.x.get(`ring ${edge}`) ?? 0, y: ports.leave[edge] ?? 0 }
}

/** Drawn from its tip, so that the dashes of lines that come together fall on one another. */
function lineOf(drawing: Drawing, edge: number): Line {
  const way = drawing.ways[edge] as Way
  const { tip, heading } = tipOf(drawing, edge)
  const [first, ...rest] = backFrom(drawing, edge)
  const line = new LineBuilder(tip)
  if (first !== undefined) {
    const lane = drawing.gaps.x.get(trunkOf(way, kindOf(drawing, edge)))
    if (heading === 'up' || heading === 'down') line.turn(first)
    else if (way.isBend || way.step !== undefined || lane === undefined) line.bend(first)
    else line.byWayOf(lane, first)
  }
  for (const point of rest) line.bend(point)
  return { path: line.path(), tip, heading }
}

/** From where it is upright, or bends, back to where it starts. */
function backFrom(drawing: Drawing, edge: number): readonly Point[] {
  const { ways, arrivals, gaps } = drawing
  const way = ways[edge] as Way
  const y = arrivals[edge] ?? 0
  const start = startOf(drawing, edge)
  const ends = way.isMet ? [ringOf(drawing, edge), start] : [start]
  if (way.first > way.last) return ends
  // Out of the last column that it goes through, and into the first.
  const [out, into] = way.leavesLeft
    ? [gaps.left[way.first], gaps.right[way.last]]
    : [gaps.right[way.last], gaps.left[way.first]]
  return [{ x: out ?? 0, y }, { x: into ?? 0, y }, ...ends]
}

function tipOf(drawing: Drawing, edge: number): Omit<Line, 'path'> {
  const { ways, ports, arrivals } = drawing
  const { to, step, leavesLeft } = ways[edge] as Way
  if (step === undefined) {
    return { tip: sideOf(drawing, to ?? 0, ports.reach[edge] ?? 0, 'right'), heading: 'left' }
  }
  const { x, y } = ringOf(drawing, step)
  const arrival = arrivals[edge] ?? 0
  if (Math.abs(arrival - y) < level) {
    return { tip: { x: leavesLeft ? x + ring : x - ring, y }, heading: leavesLeft ? 'left' : 'right' }
  }
  const isBelow = arrival > y
  return { tip: { x, y: isBelow ? y + ring : y - ring }, heading: isBelow ? 'up' : 'down' }
}

function kindOf({ graph }: Drawing, edge: number): number {
  return graph.edges[edge]?.kind ?? relation.supports
}

function startOf(drawing: Drawing, edge: number): Point {
  const { from, leavesLeft } = drawing.ways[edge] as Way
  return sideOf(drawing, from, drawing.ports.leave[edge] ?? 0, leavesLeft ? 'left' : 'right')
}

/** The point of a node's outline on a side, at a height. */
function sideOf(drawing: Drawing, node: number, y: number, side: 'left' | 'right'): Point {
  const { kind = 0, height = 0, depth = 0 } = drawing.graph.nodes[node] ?? {}
  const inset = sideInset(kind, height, y - (drawing.middle[node] ?? 0))
  const edge = drawing.gaps[side][depth] ?? 0
  return { x: side === 'left' ? edge + inset : edge - inset, y }
}
