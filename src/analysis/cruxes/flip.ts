import { negligible, type Ask, type Point } from './curve.ts'

/** How near the search comes to the base score of a flip. */
const closeness = 1e-9

/**
 * The smallest change of the base score from that of `now` that takes a curve to the other side of
 * 0.5, where `points` of it are in order; 0 where `now` is on 0.5, undefined where none is across.
 */
export function findFlip(points: readonly Point[], now: Point, at: Ask): number | undefined {
  const above = now.strength - 0.5
  if (Math.abs(above) <= negligible) return 0
  // How far the topic is across, which is over 0 where it is.
  const beyond = ({ strength }: Point) => Math.sign(above) * (0.5 - strength) - negligible
  const flips: number[] = []
  for (const direction of [1, -1]) {
    let before = now
    for (const point of direction > 0 ? points : points.toReversed()) {
      if (direction * (point.base - now.base) <= 0) continue
      if (beyond(point) > 0) {
        flips.push(findCrossing(before, point, at, beyond) - now.base)
        break
      }
      before = point
    }
  }
  return flips.sort((a, b) => Math.abs(a) - Math.abs(b))[0]
}

/**
 * The base score, within 1e-9 of the first that is across, between a point that is not and one that
 * is: regula falsi, in the Illinois way (Dowell and Jarratt 1971), by halves beside a gap.
 */
function findCrossing(before: Point, after: Point, at: Ask, beyond: (point: Point) => number) {
  let outside = before.base
  let inside = after.base
  let short = beyond(before)
  let far = beyond(after)
  let wasAcross: boolean | undefined
  for (let round = 0; Math.abs(inside - outside) > closeness; round++) {
    const share = round % 4 < 3 && short <= 0 ? short / (short - far) : 0.5
    const nudge = closeness / 3 / Math.abs(inside - outside)
    const point = at(outside + (inside - outside) * Math.min(Math.max(share, nudge), 1 - nudge))
    const value = beyond(point)
    const isAcross = value > 0
    if (isAcross) {
      inside = point.base
      far = value
      if (wasAcross === true) short /= 2
    } else {
      outside = point.base
      short = value
      if (wasAcross === false) far /= 2
    }
    wasAcross = isAcross
  }
  return inside
}
