import { negligible, type Ask, type Point } from './curve.ts'

/** How near golden section comes to the base score of an extreme. */
const closeness = 1e-7

/** A top (`side` 1) or a bottom (-1) of a curve, which is between two base scores. */
export interface Turn {
  readonly from: number
  readonly to: number
  readonly side: 1 | -1
}

/** Where a curve that is given by points in order turns; `at` is asked on level stretches alone. */
export function findTurns(points: readonly Point[], at: Ask): readonly Turn[] {
  const turns: Turn[] = []
  for (let i = 1; i + 1 < points.length; i++) {
    const [before, here, after] = points.slice(i - 1, i + 2) as [Point, Point, Point]
    for (const side of [1, -1] as const) {
      const rise = side * (here.strength - before.strength)
      const fall = side * (here.strength - after.strength)
      if (!(Math.min(rise, fall) >= -negligible && Math.max(rise, fall) > negligible)) continue
      // On a level stretch there is a turn only if its middle is not level with its ends.
      const level = rise <= negligible ? before : fall <= negligible ? after : undefined
      if (level !== undefined) {
        const middle = at((level.base + here.base) / 2)
        if (!(side * (middle.strength - here.strength) > negligible)) continue
      }
      turns.push({ from: before.base, to: after.base, side })
    }
  }
  return turns
}

/** The extreme of a turn that is the only one there, by golden section (Kiefer 1953). */
export function findExtreme({ from, to, side }: Turn, at: Ask): Point {
  let low = from
  let high = to
  const ratio = (Math.sqrt(5) - 1) / 2
  let left = at(high - ratio * (high - low))
  let right = at(low + ratio * (high - low))
  while (high - low > closeness) {
    if (side * (left.strength - right.strength) > 0) {
      high = right.base
      right = left
      left = at(high - ratio * (high - low))
    } else {
      low = left.base
      left = right
      right = at(low + ratio * (high - low))
    }
  }
  return side * (left.strength - right.strength) > 0 ? left : right
}
