// Mermaid joins the ends of an edge in a straight line to the middle of its node, which takes wide
// edges beneath the neighbours. Here edges meet the side that faces them, upright, and pass each
// rank of nodes upright in the gap that the layout left for them.

export interface Point {
  readonly x: number
  readonly y: number
}

/** A node's middle and size. Nodes of one rank have the same `y`. */
export interface Placed extends Point {
  readonly width: number
  readonly height: number
  readonly round: boolean
  /** How much of its upper and lower, and of its left and right side is straight. */
  readonly flat: { readonly width: number; readonly height: number }
}

export interface Wire {
  readonly from: Placed
  readonly to: Placed
  /** Where the layout leads the edge between its nodes, from `from` to `to`. */
  readonly via: readonly Point[]
  /** The point of `via` that carries the edge's label. */
  readonly label: Point | undefined
  readonly arrow: boolean
}

interface End {
  readonly wire: Wire
  readonly node: Placed
  readonly next: Point
  readonly arrow: boolean
}

/** How far an arrowhead reaches beyond the end of its line. */
export const ARROW_REACH = 4

const PORT_GAP = 16
const PORT_ROOM = 0.75
const SIDE_APPROACH = 18
const STEM = 7
const CORNER = 6

function halfHeights(nodes: readonly Placed[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>()
  for (const { y, height } of nodes) {
    const rank = Math.round(y)
    ranks.set(rank, Math.max(ranks.get(rank) ?? 0, height / 2))
  }
  return ranks
}

function spread(ends: readonly End[], ports: Map<End, number>): void {
  const node = ends[0]?.node
  if (!node) return
  const room = node.flat.width * PORT_ROOM
  const [low, high] = [node.x - room / 2, node.x + room / 2]
  const gap = Math.min(PORT_GAP, (high - low) / Math.max(1, ends.length - 1))
  const sorted = ends.toSorted((a, b) => a.next.x - b.next.x)
  const xs = sorted.map(({ next }) => Math.min(high, Math.max(low, next.x)))
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + gap)
  for (let i = xs.length - 1, limit = high; i >= 0; i--, limit -= gap) {
    xs[i] = Math.min(xs[i] ?? 0, limit)
  }
  sorted.forEach((end, index) => ports.set(end, xs[index] ?? node.x))
}

// At a junction the step itself goes straight through; what undercuts it comes in from the side.
function findSideways(ends: readonly End[], sideways: Map<End, -1 | 1>): void {
  const through = ends.find((end) => !end.arrow)
  if (ends.length < 2 || !through) return
  for (const end of ends) {
    if (end.arrow) sideways.set(end, end.next.x > through.next.x ? 1 : -1)
  }
}

function endPoints(
  end: End,
  ranks: ReadonlyMap<number, number>,
  port: number,
  sideways: -1 | 1 | undefined,
): readonly Point[] {
  const { node, next, arrow } = end
  const side = next.y > node.y ? 1 : -1
  const reach = arrow ? ARROW_REACH : 0
  const band = node.y + side * (ranks.get(Math.round(node.y)) ?? node.height / 2)
  if (sideways !== undefined) {
    const x = node.x + sideways * (node.width / 2 + SIDE_APPROACH)
    return [
      { x: node.x + sideways * (node.width / 2 + reach), y: node.y },
      { x, y: node.y },
      { x, y: band },
    ]
  }
  const border = node.y + side * (node.height / 2 + reach)
  const stem = border + (arrow ? side * STEM : 0)
  return [
    { x: port, y: border },
    { x: port, y: side * Math.max(side * stem, side * band) },
  ]
}

// Between ranks nothing but its label tells an edge where to go.
function throughRank(
  point: Point,
  label: Point | undefined,
  ranks: ReadonlyMap<number, number>,
  down: 1 | -1,
): readonly Point[] {
  const rank = [...ranks].find(([y, half]) => Math.abs(y - point.y) < half)
  if (!rank) return point.x === label?.x && point.y === label.y ? [point] : []
  const [y, half] = rank
  return [
    { x: point.x, y: y - down * half },
    { x: point.x, y: y + down * half },
  ]
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.2
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const part = Math.min(CORNER, length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

function segment(
  before: Point,
  point: Point,
  after: Point | undefined,
  say: (at: Point) => string,
): string {
  const upright = isNear(before.x, point.x)
  const level = isNear(before.y, point.y)
  if (!upright && !level) {
    const y = (before.y + point.y) / 2
    return `C${say({ x: before.x, y })} ${say({ x: point.x, y })} ${say(point)}`
  }
  const turns = after && (upright ? isNear(after.y, point.y) : isNear(after.x, point.x))
  if (!turns) return `L${say(point)}`
  return `L${say(towards(point, before))}Q${say(point)} ${say(towards(point, after))}`
}

function pathText(points: readonly Point[], horizontal: boolean): string {
  const say = ({ x, y }: Point): string => {
    const [a, b] = horizontal ? [y, x] : [x, y]
    return `${Math.round(a * 10) / 10 + 0},${Math.round(b * 10) / 10 + 0}`
  }
  const distinct = points.filter((point, index) => {
    const before = points[index - 1]
    return !before || !isNear(before.x, point.x) || !isNear(before.y, point.y)
  })
  return distinct
    .map((point, index) => {
      const before = distinct[index - 1]
      return before ? segment(before, point, distinct[index + 1], say) : `M${say(point)}`
    })
    .join('')
}

function flip<P extends Point>(point: P): P {
  return { ...point, x: point.y, y: point.x }
}

function flipNode(node: Placed): Placed {
  const { width, height, flat } = node
  return {
    ...flip(node),
    width: height,
    height: width,
    flat: { width: flat.height, height: flat.width },
  }
}

/**
 * Paths (`d`) of the edges, in their order. An edge starts and ends on the border of its nodes, an
 * arrow `ARROW_REACH` before it, and runs beneath no other node of a layered layout. `horizontal`
 * says that ranks stand side by side.
 */
export function routeEdges(
  nodes: readonly Placed[],
  wires: readonly Wire[],
  horizontal: boolean,
): readonly string[] {
  const flipped = new Map(nodes.map((node) => [node, horizontal ? flipNode(node) : node]))
  const turned = wires.map((wire) => ({
    ...wire,
    from: flipped.get(wire.from) ?? wire.from,
    to: flipped.get(wire.to) ?? wire.to,
    via: horizontal ? wire.via.map(flip) : wire.via,
    label: wire.label && horizontal ? flip(wire.label) : wire.label,
  }))
  const ranks = halfHeights([...flipped.values()])
  const pairs = turned.map((wire): readonly [End, End] => [
    { wire, node: wire.from, next: wire.via[0] ?? wire.to, arrow: false },
    { wire, node: wire.to, next: wire.via.at(-1) ?? wire.from, arrow: wire.arrow },
  ])
  const ports = new Map<End, number>()
  const sideways = new Map<End, -1 | 1>()
  for (const node of flipped.values()) {
    const ends = pairs.flat().filter((end) => end.node === node)
    for (const below of [true, false]) {
      const onSide = ends.filter(({ next }) => next.y > node.y === below)
      if (node.round) findSideways(onSide, sideways)
      else spread(onSide, ports)
    }
  }
  return pairs.map(([start, end]) => {
    const points = (at: End): readonly Point[] =>
      endPoints(at, ranks, ports.get(at) ?? at.node.x, sideways.get(at))
    const down = end.node.y > start.node.y ? 1 : -1
    const { via, label } = start.wire
    const middle = via.flatMap((point) => throughRank(point, label, ranks, down))
    return pathText([...points(start), ...middle, ...points(end).toReversed()], horizontal)
  })
}
