import type { LayoutGraph, Point } from './layout.ts'

/** Finds heights at which a line can go straight through columns of boxes. */
export interface Passages {
  /** The free height nearest to `near` through the columns from `first` to `last`. */
  readonly through: (first: number, last: number, near: number, line: string) => number
}

const beside = 4
const step = 4

/**
 * Passages between boxes. Lines of different names keep apart where there is room; lines of one name
 * may share a height.
 */
export function passagesAmong(graph: LayoutGraph, places: readonly Point[]): Passages {
  const boxes = new Map<number, [top: number, bottom: number][]>()
  for (const [node, { y }] of places.entries()) {
    const { depth = 0, height = 0 } = graph.nodes[node] ?? {}
    const column = boxes.get(depth) ?? []
    column.push([y - height / 2 - beside, y + height / 2 + beside])
    boxes.set(depth, column)
  }
  const taken: { first: number; last: number; y: number; line: string }[] = []
  const isFree = (first: number, last: number, y: number): boolean => {
    for (let column = first; column <= last; column += 1) {
      if (boxes.get(column)?.some(([top, bottom]) => top < y && y < bottom)) return false
    }
    return true
  }
  const isTaken = (first: number, last: number, y: number, line: string): boolean =>
    taken.some(
      (other) =>
        other.line !== line &&
        first <= other.last &&
        other.first <= last &&
        Math.abs(other.y - y) < step,
    )
  const nearest = (near: number, fits: (y: number) => boolean): number | undefined => {
    const most = Math.max(...[...boxes.values()].flat().map(([, bottom]) => bottom), near) + step
    for (let off = 0; off <= most; off += step / 2) {
      if (near - off >= 0 && fits(near - off)) return near - off
      if (fits(near + off)) return near + off
    }
    return undefined
  }
  return {
    through: (first, last, near, line) => {
      const free = (y: number) => isFree(first, last, y)
      const y = nearest(near, (at) => free(at) && !isTaken(first, last, at, line)) ?? near
      taken.push({ first, last, y, line })
      return y
    },
  }
}
