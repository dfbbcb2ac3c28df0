/** A vertical line that is needed somewhere, from one height to another. */
export interface Span {
  readonly top: number
  readonly bottom: number
}

/** Lines in one lane stay so far apart. */
const apart = 8

/**
 * The lane of each line, from 0, such that no two of one lane meet: longer lines first, each in the
 * first lane that is free there.
 */
export function lanesOf(spans: readonly Span[]): readonly number[] {
  const length = (at: number) => (spans[at]?.bottom ?? 0) - (spans[at]?.top ?? 0)
  const order = [...spans.keys()].sort((a, b) => length(b) - length(a) || a - b)
  const lanes: Span[][] = []
  const found = new Array<number>(spans.length).fill(0)
  for (const at of order) {
    const span = spans[at] as Span
    const free = lanes.findIndex((lane) => lane.every((other) => !areNear(span, other)))
    found[at] = free === -1 ? lanes.length : free
    if (free === -1) lanes.push([span])
    else lanes[free]?.push(span)
  }
  return found
}

function areNear(a: Span, b: Span): boolean {
  return a.top < b.bottom + apart && b.top < a.bottom + apart
}
