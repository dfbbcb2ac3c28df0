import type { Formula } from './formulas.ts'
import { gate, group, type Network, type Scores } from './network.ts'

/** What of a network a pass reads. */
export type Wiring = Pick<Network, 'size' | 'type' | 'first' | 'source' | 'through' | 'sign'>

/** What a pass over a network works on; all arrays are by element. */
export interface Pass<Wires extends Wiring = Network> {
  readonly network: Wires
  readonly formula: Formula
  readonly scores: Scores
}

/**
 * Computes the strengths of elements `start` up to `end` from those in `input`, and writes them and
 * their energies into `output` and `energy`. `input` and `output` may be one array: then elements
 * see the new strengths of those before them, which over a part without cycles gives all strengths
 * in one pass.
 */
export function sweep(
  { network, formula, scores }: Pass<Wiring>,
  input: Float64Array,
  output: Float64Array,
  energy: Float64Array,
  start = 0,
  end = network.size,
): void {
  const { type, first, source, through, sign } = network
  const { base, weight, off } = scores
  const isProduct = formula.aggregation === 'product'
  const isGateProduct = formula.gates === 'product'
  let m = first[start] as number
  for (let p = start; p < end; p++) {
    const stop = first[p + 1] as number
    const kind = type[p] as number
    if (off[p] === 1) {
      output[p] = 0
      energy[p] = 0
      m = stop
      continue
    }
    if (kind === group) {
      let least = Number.POSITIVE_INFINITY
      for (; m < stop; m++) {
        const g = through[m] as number
        const w = g < 0 ? weight[m]! : input[g]!
        least = Math.min(least, w === 0 ? 0 : w * input[source[m]!]!)
      }
      output[p] = least
      energy[p] = least
      continue
    }
    let e = 0
    if (kind === gate ? isGateProduct : isProduct) {
      let left = 1
      let leftBySupport = 1
      for (; m < stop; m++) {
        const g = through[m] as number
        const w = g < 0 ? weight[m]! : input[g]!
        const rest = w === 0 ? 1 : 1 - w * input[source[m]!]!
        if (sign[m]! < 0) left *= rest
        else leftBySupport *= rest
      }
      e = left - leftBySupport
      output[p] = kind === gate ? base[p]! * left : formula.strength(base[p]!, e)
    } else {
      for (; m < stop; m++) {
        const g = through[m] as number
        const w = g < 0 ? weight[m]! : input[g]!
        // Not `w * NaN`: what has no number says nothing along a step without weight.
        if (w !== 0) e += sign[m]! * w * input[source[m]!]!
      }
      output[p] = formula.strength(base[p]!, e)
    }
    energy[p] = e
  }
}
