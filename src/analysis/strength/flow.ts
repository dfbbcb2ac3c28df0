import { sweep, type Pass, type Wiring } from './sweep.ts'

/** How far a state may be from what it is updated to and be called an equilibrium. */
export const atRest = 1e-12

/** A state that comes back goes round, unless it moves less than this. */
const roundTrip = 1e-6

/** What is moved: elements `0` to `size` of a pass; a state may hold more, which stays as it is. */
export interface Moved {
  readonly pass: Pass<Wiring>
  readonly size: number
}

/** How many more passes may be taken; what moves a state counts them down. */
export interface Budget {
  passes: number
}

/**
 * Follows the flow d strength / dt = update(strength) - strength (Potyka, KR 2018) from `state`, by
 * the classical Runge-Kutta method in steps of `pace`, and changes `state`. True if it came to rest
 * within the budget; a step takes four passes.
 */
export function flow(
  { pass, size }: Moved,
  state: Float64Array,
  budget: Budget,
  pace: number,
): boolean {
  const energy = new Float64Array(size)
  const goal = new Float64Array(size)
  const slope = new Float64Array(size)
  const at = state.slice()
  for (; budget.passes > 0; budget.passes -= 4) {
    at.set(state)
    slope.fill(0)
    for (let stage = 0; stage < 4; stage++) {
      sweep(pass, at, goal, energy, 0, size)
      if (stage === 0 && distance(goal, at) <= atRest) return true
      const share = stage === 1 || stage === 2 ? 2 : 1
      for (let p = 0; p < size; p++) {
        const each = goal[p]! - at[p]!
        slope[p]! += share * each
        at[p] = state[p]! + each * (stage === 2 ? pace : pace / 2)
      }
    }
    for (let p = 0; p < size; p++) state[p]! += (slope[p]! * pace) / 6
  }
  return false
}

/**
 * Updates all elements of `state` at once, again and again. True if that came to rest within the
 * budget; ends early where the state goes round (by the method of Brent 1980).
 */
export function iterate({ pass, size }: Moved, state: Float64Array, budget: Budget): boolean {
  const energy = new Float64Array(size)
  const next = new Float64Array(size)
  const mark = state.slice(0, size)
  for (let taken = 0; budget.passes > 0; taken++, budget.passes--) {
    sweep(pass, state, next, energy, 0, size)
    const change = distance(next, state)
    if (change <= atRest) return true
    if (change > roundTrip && distance(next, mark) <= atRest) return false
    if ((taken & (taken - 1)) === 0) mark.set(next)
    state.set(next)
  }
  return false
}

/** The largest difference between two states, as long as the first is. */
export function distance(a: Float64Array, b: Float64Array): number {
  let most = 0
  for (let p = 0; p < a.length; p++) most = Math.max(most, Math.abs(a[p]! - b[p]!))
  return most
}
