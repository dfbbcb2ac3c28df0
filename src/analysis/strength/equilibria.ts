import type { Bounds } from './enclosure.ts'
import { distance, flow, iterate, type Budget } from './flow.ts'
import type { Isolated } from './isolate.ts'

/** What a search came to. */
export interface Search {
  /** Different ones, by element of the range. */
  readonly equilibria: readonly Float64Array[]
  /** Whether every start, in steps and in the flow, came to the first of them. */
  readonly isOnly: boolean
}

/** Equilibria nearer to each other than this are taken for one. */
const apart = 1e-6
const mostEquilibria = 8
/** How long one start is followed, at most. */
const passesOfIteration = 4000
const passesOfFlow = 16_000

/**
 * Looks for equilibria in steps and in the flow: from what the bounds suggest, all 0, all 1, the
 * base scores, fixed pseudo-random states within the bounds, and close to what was found, which
 * tells whether it is stable; where it is `isBrief`, only until there is certainly not one to which
 * every start comes. `slope` is the `steepness`.
 */
export function findEquilibria(
  part: Isolated,
  bounds: Bounds,
  slope: number,
  budget: Budget,
  isBrief: boolean,
): Search {
  const { size, pass } = part
  const pace = Math.min(0.5, 1.5 / (1 + slope))
  const equilibria: Float64Array[] = []
  let isOnly = true
  const isPromising = () => isOnly && equilibria.length <= 1
  const follow = (start: Float64Array, most: number, move: typeof flow) => {
    if (isBrief && !isPromising()) return
    const given = Math.min(most, budget.passes)
    const purse = { passes: given }
    const state = part.state.slice()
    state.set(start)
    const isAtRest = move(part, state, purse, pace)
    budget.passes -= given - purse.passes
    if (!isAtRest) isOnly = false
    else if (equilibria.every((known) => distance(known, state) > apart)) {
      equilibria.push(state.slice(0, size))
    }
  }
  const tryAll = (starts: readonly Float64Array[]) => {
    for (const start of starts) {
      if (equilibria.length >= mostEquilibria) break
      follow(start, passesOfIteration, iterate)
      follow(start, passesOfFlow, flow)
    }
  }
  const filled = (value: number) => new Float64Array(size).fill(value)
  tryAll([...suggested(part, bounds), filled(0), filled(1), pass.scores.base])
  const chance = pseudoRandom()
  const many = size > 64 ? 3 : 24
  const states = (make: (low: number, high: number) => number) =>
    Array.from({ length: many }, () => bounds.low.map((low, p) => make(low, bounds.high[p]!)))
  const isOne = () => isOnly && equilibria.length === 1
  tryAll(states((low, high) => (chance() < 0.5 ? low : high)))
  if (isOne()) tryAll(states((low, high) => low + (high - low) * chance()))
  if (isOne()) {
    const [only] = equilibria as [Float64Array]
    tryAll(states(() => 0).map((state) => state.map((_, p) => near(only[p]!, chance()))))
  }
  return { equilibria, isOnly: isOne() }
}

/** A little towards 0 or 1. */
function near(strength: number, chance: number): number {
  return strength + 0.001 * ((chance < 0.5 ? 0 : 1) - strength)
}

/**
 * Where supports stay within two camps and attacks go between them, low on one side and high on the
 * other are equilibria, and the outermost ones. Elsewhere the camps are those of shortest paths.
 */
function suggested({ pass, size }: Isolated, { low, high }: Bounds): readonly Float64Array[] {
  const { first, source, through, sign } = pass.network
  const camp = new Int8Array(size)
  const work = [0]
  camp[0] = 1
  for (const p of work) {
    for (let i = first[p] as number; i < first[p + 1]!; i++) {
      for (const from of [source[i]!, through[i]!]) {
        if (from < 0 || from >= size || camp[from] !== 0) continue
        camp[from] = camp[p]! * sign[i]!
        work.push(from)
      }
    }
  }
  return [1, -1].map((side) => low.map((least, p) => (camp[p] === side ? high[p]! : least)))
}

/** Numbers from 0 up to 1, the same every time (a linear congruential generator). */
function pseudoRandom(): () => number {
  let state = 20_261_124
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
