import { certain } from './contraction.ts'
import type { Budget } from './flow.ts'
import type { Isolated } from './isolate.ts'
import { sweep, type Pass, type Wiring } from './sweep.ts'

/** Lower and upper bounds of strengths, by element. */
export interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** How wide bounds are where they are widest and narrowest, and how far the last pass moved one. */
export interface Fit {
  readonly widest: number
  readonly narrowest: number
  readonly change: number
}

/**
 * A pass that tightens bounds: an element's lower bound is updated from the lower bounds of what
 * speaks for it and the upper bounds of what speaks against it, its upper bound the other way
 * round. All equilibria that were within the bounds still are; where `narrowest` is under 0 there
 * were none. For bounded formulas.
 */
export function tightener(part: Isolated): (bounds: Bounds) => Fit {
  const { size } = part
  const { first } = part.pass.network
  const pass = crossed(part)
  const heard = part.state.subarray(size)
  const energy = new Float64Array(size)
  const state = new Float64Array(2 * size + heard.length)
  const lower = new Float64Array(size)
  const upper = new Float64Array(size)
  state.set(heard, 2 * size)
  return ({ low, high }) => {
    state.set(low)
    state.set(high, size)
    sweep(pass, state, lower, energy, 0, size)
    state.set(high)
    state.set(low, size)
    sweep(pass, state, upper, energy, 0, size)
    let widest = 0
    let narrowest = 1
    let change = 0
    for (let p = 0; p < size; p++) {
      const messages = first[p + 1]! - first[p]!
      // No less than rounding can move a sum or product of so many numbers between 0 and 1.
      const rounding = Number.EPSILON * (16 + messages * (messages + 2))
      const below = Math.max(low[p]!, lower[p]! - rounding)
      const above = Math.min(high[p]!, upper[p]! + rounding)
      change = Math.max(change, below - low[p]!, high[p]! - above)
      widest = Math.max(widest, above - below)
      narrowest = Math.min(narrowest, above - below)
      low[p] = below
      high[p] = above
    }
    return { widest, narrowest, change }
  }
}

/**
 * Bounds of all equilibria and of where every start ends, as tight as they become within the
 * budget; a step takes two passes. Where they meet there is one equilibrium, and every start comes
 * to it, in steps and in the flow: the system is embedded in a monotone one of twice the size
 * (Gouzé 1988; Enciso, Smith and Sontag 2006).
 */
export function enclose(part: Isolated, budget: Budget): Bounds & { readonly isTight: boolean } {
  const tighten = tightener(part)
  const bounds = {
    low: new Float64Array(part.size),
    high: new Float64Array(part.size).fill(1),
  }
  let isTight = false
  for (; budget.passes > 0 && !isTight; budget.passes -= 2) {
    const { widest, change } = tighten(bounds)
    isTight = widest <= certain
    if (change === 0) break
  }
  return { ...bounds, isTight }
}

/** A pass over own bounds, other bounds, what is heard; what is against is read in the other. */
function crossed({ pass, size }: Isolated): Pass<Wiring> {
  const { network } = pass
  const cross = (at: number, message: number) =>
    at < 0 || (at < size && network.sign[message]! > 0) ? at : at + size
  const { source, through } = network
  const wiring = { ...network, source: source.map(cross), through: through.map(cross) }
  return { ...pass, network: wiring }
}
