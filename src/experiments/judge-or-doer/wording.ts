import type { Random } from '../contract.ts'
import { addAt, OWN, SYMBOLS, WIDTH } from './strings.ts'

/**
 * What the trunk sees of each meaning in the new wording: row m holds how much of each meaning it
 * sees where m is meant. The old wording is seen as it is: the unit matrix.
 */
export type Wording = Float64Array

/** A new wording that the trunk sees with noise of norm `blur`, on average, beside the meaning. */
export function drawWording(random: Random, blur: number): Wording {
  const wording = new Float64Array(SYMBOLS * SYMBOLS)
  for (let i = 0; i < wording.length; i++) {
    const noise = (blur * random.normal()) / Math.sqrt(SYMBOLS)
    wording[i] = noise + (i % (SYMBOLS + 1) === 0 ? 1 : 0)
  }
  return wording
}

/** Whether a training item is in the new wording: a share `newShare`, evenly spread. */
export function inWording(item: number, newShare: number): boolean {
  return Math.floor((item + 1) * newShare + 1e-9) > Math.floor(item * newShare + 1e-9)
}

/**
 * Parameters as they act on the new wording, where they are tied to meanings: each block of
 * context weights and each row of successors is mixed as the trunk mixes meanings.
 */
export function lift(parameters: Float64Array, wording: Wording): Float64Array {
  const into = new Float64Array(parameters.length)
  mix(parameters, into, wording, false)
  return into
}

/** Adds to `into` the gradient by the parameters, from that by their `lift`. */
export function pull(gradient: Float64Array, into: Float64Array, wording: Wording): void {
  mix(gradient, into, wording, true)
}

// Parameters are context blocks of SYMBOLS x WIDTH, then successors SYMBOLS x SYMBOLS, then, for a
// policy, the first symbol's row. With E the wording, blocks become E A, successors E B E', the row
// E b; the transpose of that map swaps E for E'.
function mix(from: Float64Array, into: Float64Array, wording: Wording, transposed: boolean): void {
  const e = (m: number, j: number): number =>
    wording[transposed ? j * SYMBOLS + m : m * SYMBOLS + j] as number
  const add = (i: number, by: number): void => {
    into[i] = (into[i] as number) + by
  }
  const pairAt = Math.floor((from.length - SYMBOLS * SYMBOLS) / OWN) * OWN
  const startAt = pairAt + SYMBOLS * SYMBOLS
  for (let m = 0; m < SYMBOLS; m++) {
    for (let j = 0; j < SYMBOLS; j++) {
      const share = e(m, j)
      for (let at = 0; at < pairAt; at += OWN) {
        addAt(into, at + m * WIDTH, from, at + j * WIDTH, share)
      }
      for (let v = 0; v < SYMBOLS; v++) {
        for (let k = 0; k < SYMBOLS; k++) {
          const pair = from[pairAt + j * SYMBOLS + k] as number
          add(pairAt + m * SYMBOLS + v, share * e(v, k) * pair)
        }
      }
      if (startAt < from.length) add(startAt + m, share * (from[startAt + j] as number))
    }
  }
}
