import { distance, type Budget } from './flow.ts'
import type { Isolated } from './isolate.ts'
import { gate, group } from './network.ts'
import { sweep } from './sweep.ts'

/** How far a strength that is called certified may be from the equilibrium. */
export const certain = 1e-10

const steepestOfSumGate = (3 * Math.sqrt(3)) / 8

/**
 * How far a synchronous update can move any strength, at most, for each unit that the strengths it
 * starts from move: the Lipschitz constant of the update in the largest difference. Under 1 there
 * is exactly one equilibrium (Banach 1922), and all updates, also of one element at a time, come to
 * it.
 */
export function steepness({ pass, size, state }: Isolated): number {
  const { network, formula, scores } = pass
  const { type, first, source, through } = network
  const { base, weight, off } = scores
  const moves = (element: number) => element >= 0 && element < size && off[element] === 0
  let most = 0
  for (let p = 0; p < size; p++) {
    if (off[p] === 1) continue
    let sum = 0
    for (let i = first[p] as number; i < first[p + 1]!; i++) {
      const s = source[i] as number
      const g = through[i] as number
      let each = moves(s) ? (g < 0 ? Math.abs(weight[i]!) : base[g]! * (1 - off[g]!)) : 0
      if (moves(g)) each += formula.isBounded ? (s < size ? 1 - off[s]! : state[s]!) : Infinity
      sum = type[p] === group ? Math.max(sum, each) : sum + each
    }
    if (sum > 0) most = Math.max(most, slopeOf(pass, p) * sum)
  }
  return most
}

/** How far an element moves, at most, for each unit that its messages move. */
function slopeOf({ network, formula, scores }: Isolated['pass'], element: number): number {
  const base = scores.base[element] as number
  if (network.type[element] === group) return 1
  if (network.type[element] !== gate) return formula.steepest(base)
  // The product of what is left without bounds has no steepest slope.
  if (!formula.isBounded) return Infinity
  return base * (formula.gates === 'sum' ? steepestOfSumGate : 1)
}

/**
 * Moves the state, each element seeing the new strengths of those before it, until it is within
 * `certain` of the only equilibrium; false if the budget ends before. `slope` is the `steepness`.
 */
export function contract({ pass, size, state }: Isolated, slope: number, budget: Budget): boolean {
  // Nearer to 1 rounding is not small against what a pass shrinks by.
  if (!(slope <= 0.999)) return false
  const before = new Float64Array(size)
  const energy = new Float64Array(size)
  for (; budget.passes > 0; budget.passes--) {
    before.set(state.subarray(0, size))
    sweep(pass, state, state, energy, 0, size)
    if (distance(before, state) * slope <= certain * (1 - slope)) return true
  }
  return false
}
