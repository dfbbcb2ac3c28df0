/** A box in CSS pixels of the stage. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A title that may be shown, and the box that it takes. */
export interface Candidate extends Box {
  readonly node: number
  /** Is shown wherever there is room, whatever ordinary marks it covers. */
  readonly wanted: boolean
}

/** Where marks are, x and y in turn: all of them, and those that stand out. */
export interface MarkPlaces {
  readonly all: readonly number[]
  readonly strong: readonly number[]
}

const cell = 16
/** So many marks of others may a title cover that nobody asked for. */
const mostCovered = 2
const mostLabels = 120

/**
 * Of candidates, the most important first, those whose titles have room: none overlaps one before it
 * or what is `taken`, none covers a mark that stands out, and none that is not wanted lies on a crowd.
 */
export function chooseLabels(
  candidates: Iterable<Candidate>,
  marks: MarkPlaces,
  taken: readonly Box[] = [],
): readonly Candidate[] {
  const [crowd, strong] = [openCrowd(marks.all), openCrowd(marks.strong)]
  const chosen: Candidate[] = []
  for (const candidate of candidates) {
    if (chosen.length >= mostLabels) break
    if ([...taken, ...chosen].some((other) => overlap(candidate, other))) continue
    if (strong(candidate) > 0) continue
    if (candidate.wanted || crowd(candidate) <= mostCovered) chosen.push(candidate)
  }
  return chosen
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

/** Counts the marks in a box. */
function openCrowd(marks: readonly number[]): (box: Box) => number {
  const cells = new Map<number, number[]>()
  const keyOf = (column: number, row: number) => row * 65_536 + column
  for (let i = 0; i < marks.length; i += 2) {
    const [x, y] = [marks[i] as number, marks[i + 1] as number]
    const key = keyOf(Math.floor(x / cell), Math.floor(y / cell))
    const found = cells.get(key)
    if (found === undefined) cells.set(key, [x, y])
    else found.push(x, y)
  }
  const isIn = ({ left, top, right, bottom }: Box, x: number, y: number) =>
    x >= left && x <= right && y >= top && y <= bottom
  return (box) => {
    let count = 0
    for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row++) {
      const last = Math.floor(box.right / cell)
      for (let column = Math.floor(box.left / cell); column <= last; column++) {
        const found = cells.get(keyOf(column, row)) ?? []
        for (let i = 0; i < found.length; i += 2) {
          if (isIn(box, found[i] as number, found[i + 1] as number)) count++
        }
      }
    }
    return count
  }
}
