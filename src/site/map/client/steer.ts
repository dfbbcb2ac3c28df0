import type { MapData } from '../map-data.ts'
import { nextTo, type Adjacency } from './near.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const vectors: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}
/** How much further aside counts than ahead. */
const aside = 2.5
/** How much nearer a node counts that is one relation away. */
const related = 0.4

/**
 * The node that an arrow key leads to: of those that are shown and lie ahead the nearest, where
 * what is aside counts for further away, and what a relation leads to for nearer. Undefined where
 * nothing lies ahead.
 */
export function steer(
  { nodes }: MapData,
  adjacency: Adjacency,
  shown: ArrayLike<number>,
  from: number,
  direction: Direction,
): number | undefined {
  const [dx, dy] = vectors[direction]
  const next = nextTo(adjacency, from)
  let best: number | undefined
  let least = Infinity
  for (let node = 0; node < nodes.id.length; node++) {
    if (node === from || shown[node] === 0) continue
    const x = nodes.x[node]! - nodes.x[from]!
    const y = nodes.y[node]! - nodes.y[from]!
    const ahead = x * dx + y * dy
    if (ahead <= 0.5) continue
    const side = Math.abs(x * dy) + Math.abs(y * dx)
    const far = (ahead + aside * side) * (next.has(node) && side <= 2 * ahead ? related : 1)
    if (far < least) [best, least] = [node, far]
  }
  return best
}

/** The next or previous node that is shown, in the order of the map, round and round. */
export function follow(
  shown: ArrayLike<number>,
  from: number | undefined,
  by: 1 | -1,
): number | undefined {
  const { length } = shown
  let node = from ?? (by === 1 ? -1 : length)
  for (let step = 0; step < length; step++) {
    node = (node + by + length) % length
    if (shown[node] !== 0) return node
  }
  return undefined
}
