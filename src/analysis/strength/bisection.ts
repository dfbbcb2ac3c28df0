import { tightener, type Bounds } from './enclosure.ts'
import type { Budget } from './flow.ts'
import type { Isolated } from './isolate.ts'

/** What is nearer to an equilibrium than this is not looked into for others. */
export const near = 0.001

/** Passes over one part of the bounds before it is cut, at most. */
const mostInARow = 20

/**
 * Whether all equilibria within the bounds are `near` the given one: cuts the bounds in two again
 * and again and tightens each part until nothing is left of it or it is near (branch and prune).
 * False also where the budget was not enough; a step takes two passes. A proof that there is no
 * other equilibrium, but not that every start comes to this one.
 */
export function isAlone(
  part: Isolated,
  bounds: Bounds,
  only: Float64Array,
  budget: Budget,
): boolean {
  const tighten = tightener(part)
  const open: Bounds[] = [{ low: bounds.low.slice(), high: bounds.high.slice() }]
  for (;;) {
    const box = open.pop()
    if (box === undefined) return true
    let fit = tighten(box)
    budget.passes -= 2
    for (let i = 1; i < mostInARow && fit.narrowest >= 0 && 8 * fit.change > fit.widest; i++) {
      fit = tighten(box)
      budget.passes -= 2
    }
    if (budget.passes <= 0) return false
    if (fit.narrowest >= 0 && !isNear(box, only)) open.push(box, cut(box))
  }
}

function isNear({ low, high }: Bounds, only: Float64Array): boolean {
  return only.every((strength, p) => strength - low[p]! <= near && high[p]! - strength <= near)
}

/** Takes the upper half off bounds, across where they are widest. */
function cut({ low, high }: Bounds): Bounds {
  let widest = 0
  for (let p = 1; p < low.length; p++) {
    if (high[p]! - low[p]! > high[widest]! - low[widest]!) widest = p
  }
  const half = { low: low.slice(), high: high.slice() }
  half.low[widest] = high[widest] = (low[widest]! + high[widest]!) / 2
  return half
}
