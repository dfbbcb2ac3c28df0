import { negligible, type Curve, type Point } from './curve.ts'
import { findFlip } from './flip.ts'
import type { Probe } from './probe.ts'
import { findExtreme, findTurns } from './turns.ts'

/** How a topic's strength answers to one node's base score. */
export interface Response {
  /** At the base scores 0, 0.05, … 1, at the score there is, and at inner extremes. */
  readonly curve: Curve
  /** `highest - lowest`, right to about 1e-6. */
  readonly swing: number
  readonly lowest: number
  readonly highest: number
  /** False where the curve both rises and falls. */
  readonly monotone: boolean
  /**
   * The smallest change of the base score that takes the topic to the other side of 0.5, negative
   * for a lower score; 0 where the topic stands on 0.5 already; undefined where there is none.
   */
  readonly flip: number | undefined
  /**
   * Whether the topic has no number at some base scores, or none was established with little
   * effort; the rest is said of the others.
   */
  readonly hasGap: boolean
}

/** A curve that turns nearer to its ends than this moves by about 1e-6 there at most. */
const margin = 1e-3
const twentieths = Array.from({ length: 19 }, (_, i) => (i + 1) / 20)
const grid: readonly number[] = [0, margin, ...twentieths, 1 - margin, 1]

/**
 * The response of the topic of a probe to the base score of one node, by number, which is `base` as
 * it stands. Two turns within 0.05 of one another may be missed, and a flip between them. Yields
 * between points, so that a caller can pause.
 */
export function* drawResponse(
  probe: Probe,
  node: number,
  base: number,
): Generator<undefined, Response> {
  const at = (score: number): Point => {
    probe.setBase(node, score)
    return { base: score, strength: probe.read() }
  }
  const points: Point[] = []
  for (const score of grid) {
    points.push(at(score))
    yield
  }
  for (const turn of findTurns(points, at)) {
    points.push(findExtreme(turn, at))
    yield
  }
  const isInside = base > 0 && base < 1 && !grid.includes(base)
  if (isInside) points.push({ base, strength: probe.strength })
  points.sort((a, b) => a.base - b.base)
  const flip = findFlip(points, { base, strength: probe.strength }, at)
  probe.rewind()

  const strengths = points.map(({ strength }) => strength)
  const numbers = strengths.filter((strength) => !Number.isNaN(strength))
  const lowest = numbers.length === 0 ? Number.NaN : Math.min(...numbers)
  const highest = numbers.length === 0 ? Number.NaN : Math.max(...numbers)
  return {
    curve: {
      base: Float64Array.from(points, (point) => point.base),
      strength: Float64Array.from(strengths),
    },
    swing: highest - lowest,
    lowest,
    highest,
    monotone: isMonotone(numbers),
    flip,
    hasGap: numbers.length < strengths.length,
  }
}

function isMonotone(strengths: readonly number[]): boolean {
  let most = Number.NEGATIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  let rises = false
  let falls = false
  for (const strength of strengths) {
    falls ||= most - strength > negligible
    rises ||= strength - least > negligible
    most = Math.max(most, strength)
    least = Math.min(least, strength)
  }
  return !(rises && falls)
}
