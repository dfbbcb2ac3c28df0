import type { Random } from '../contract.ts'
import { type Batch, dotAt, OWN, SYMBOLS, score, WIDTH } from './strings.ts'

/**
 * The string of the highest score by the weights in an item's contexts, by Viterbi's algorithm:
 * exact in time proportional to the length.
 */
export function bestString(
  weights: Float64Array,
  { contexts, length }: Pick<Batch, 'contexts' | 'length'>,
  at: number,
): Uint8Array {
  const best = new Float64Array(length * SYMBOLS)
  const before = new Uint8Array(length * SYMBOLS)
  for (let t = 0; t < length; t++) {
    for (let v = 0; v < SYMBOLS; v++) {
      const own = dotAt(weights, v * WIDTH, contexts, (at * length + t) * WIDTH)
      let top = t === 0 ? 0 : -Infinity
      for (let u = 0; u < SYMBOLS && t > 0; u++) {
        const pair = weights[OWN + u * SYMBOLS + v] as number
        const sum = (best[(t - 1) * SYMBOLS + u] as number) + pair
        if (sum <= top) continue
        top = sum
        before[t * SYMBOLS + v] = u
      }
      best[t * SYMBOLS + v] = top + own
    }
  }
  const string = new Uint8Array(length)
  let symbol = highest(best, (length - 1) * SYMBOLS)
  for (let t = length - 1; t >= 0; t--) {
    string[t] = symbol
    symbol = before[t * SYMBOLS + symbol] as number
  }
  return string
}

/** Which of the SYMBOLS numbers from `from` on is the highest; of equals, the first. */
export function highest(numbers: Float64Array, from: number): number {
  let top = 0
  for (let v = 1; v < SYMBOLS; v++) {
    if ((numbers[from + v] as number) > (numbers[from + top] as number)) top = v
  }
  return top
}

/** The string of the highest score among `samples` uniformly random ones. */
export function bestSampled(
  weights: Float64Array,
  batch: Pick<Batch, 'contexts' | 'length'>,
  at: number,
  samples: number,
  random: Random,
): Uint8Array {
  const { length } = batch
  let best = new Uint8Array(length)
  let spare = new Uint8Array(length)
  let top = -Infinity
  for (let i = 0; i < samples; i++) {
    for (let t = 0; t < length; t++) spare[t] = random.below(SYMBOLS)
    const value = score(weights, batch, at, spare, 0)
    if (value <= top) continue
    top = value
    ;[best, spare] = [spare, best]
  }
  return best
}
