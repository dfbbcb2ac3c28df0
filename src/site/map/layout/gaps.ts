import { lanesOf, type Span } from './lanes.ts'

/** Where columns stand and lines go upright between them. */
export interface Gaps {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly width: number
  /** The `x` of each trunk and ring by its name. */
  readonly x: ReadonlyMap<string, number>
}

/** A line that goes upright in a gap, or a ring with what leads to it. */
export interface Upright extends Span {
  readonly name: string
  readonly gap: number
  /** Beside the column on the left or on the right, where it is a ring; a trunk is between. */
  readonly zone: 'left' | 'trunk' | 'right'
}

const room = { head: 17, ring: 13, lane: 7, bend: 58, end: 13, margin: 2 }

/** Widens the gap between columns of one width for all that goes upright in it. */
export function gapsOf(columns: number, column: number, uprights: readonly Upright[]): Gaps {
  const left: number[] = []
  const right: number[] = []
  const x = new Map<string, number>()
  let at = room.margin
  for (let gap = 0; gap < columns; gap += 1) {
    left.push(at)
    at += column
    right.push(at)
    const isLast = gap === columns - 1
    const here = uprights.filter((upright) => upright.gap === gap)
    if (isLast && here.length === 0) break
    const zone = (name: Upright['zone']) => here.filter((upright) => upright.zone === name)
    const rings = place(x, zone('left'), (lane) => at + room.head + room.ring * (lane + 0.5))
    const start = at + room.head + rings * room.ring
    const trunks = place(x, zone('trunk'), (lane) => start + room.lane * lane)
    const used = start - at + trunks * room.lane
    const lanes = place(new Map(), zone('right'), () => 0)
    const end = isLast ? 0 : Math.max(used + lanes * room.ring + room.end, room.bend)
    place(x, zone('right'), (lane) => at + end - room.end - room.ring * lane)
    at += isLast ? used : end
  }
  return { left, right, width: at + room.margin, x }
}

function place(
  x: Map<string, number>,
  uprights: readonly Upright[],
  of: (lane: number) => number,
): number {
  const lanes = lanesOf(uprights)
  for (const [at, { name }] of uprights.entries()) x.set(name, of(lanes[at] ?? 0))
  return uprights.length === 0 ? 0 : Math.max(...lanes) + 1
}
