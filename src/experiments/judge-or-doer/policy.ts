import { exp, ln } from '../lib/elementary.ts'
import { highest } from './search.ts'
import { type Batch, dotAt, OWN, SYMBOLS, WIDTH } from './strings.ts'

const PAIRS = SYMBOLS * SYMBOLS
/** Weights by predecessor: a row for each symbol and one for the start. */
export const ROWS = PAIRS + SYMBOLS

/**
 * How many parameters an autoregressive softmax policy has: its logit of symbol y at t is
 * A_0[y]·x_t + … + A_L[y]·x_(t+L) + B[y_(t-1)][y], with L the look-ahead; what lies beyond the
 * end is left out. Parameters are A_0 to A_L, B, then the first symbol's row of B.
 */
export function policySize(look: number): number {
  return (look + 1) * OWN + ROWS
}

type Contexts = Pick<Batch, 'contexts' | 'length'>

/** What a policy makes of one item's contexts, whatever the string. */
export interface Reading {
  /** The contexts' part of the logits, less their highest at each position. */
  readonly logits: Float64Array
  /** e to the power of them, and of the rows of B. */
  readonly odds: Float64Array
  readonly rowOdds: Float64Array
}

/** Room for a reading of contexts of one length. */
export function newReading(length: number): Reading {
  return {
    logits: new Float64Array(length * SYMBOLS),
    odds: new Float64Array(length * SYMBOLS),
    rowOdds: new Float64Array(ROWS),
  }
}

/** Reads the part that is the same for all items. */
export function readRows(policy: Float64Array, { rowOdds }: Reading): void {
  for (let i = 0; i < ROWS; i++) rowOdds[i] = exp(policy[policy.length - ROWS + i] as number)
}

/** Reads the contexts of item `at`. */
export function readContexts(policy: Float64Array, of: Contexts, at: number, into: Reading): void {
  const { contexts, length } = of
  const blocks = (policy.length - ROWS) / OWN
  const { logits, odds } = into
  for (let t = 0; t < length; t++) {
    const seen = Math.min(blocks, length - t)
    let top = -Infinity
    for (let v = 0; v < SYMBOLS; v++) {
      let sum = 0
      for (let l = 0; l < seen; l++) {
        sum += dotAt(policy, l * OWN + v * WIDTH, contexts, (at * length + t + l) * WIDTH)
      }
      logits[t * SYMBOLS + v] = sum
      if (sum > top) top = sum
    }
    for (let i = t * SYMBOLS; i < (t + 1) * SYMBOLS; i++) {
      logits[i] = (logits[i] as number) - top
      odds[i] = exp(logits[i] as number)
    }
  }
}

/**
 * ln of the probability of the string that starts at `from`; `shares` gets each symbol's
 * probability at each position.
 */
export function readString(
  policy: Float64Array,
  { logits, odds, rowOdds }: Reading,
  strings: Uint8Array,
  from: number,
  length: number,
  shares: Float64Array,
): number {
  const rowsAt = policy.length - ROWS
  let row = PAIRS
  let sum = 0
  // One logarithm of a product is cheaper than a sum of logarithms, while it stays in range.
  let product = 1
  for (let t = 0; t < length; t++) {
    const here = t * SYMBOLS
    const symbol = strings[from + t] as number
    sum += (logits[here + symbol] as number) + (policy[rowsAt + row + symbol] as number)
    let total = 0
    for (let v = 0; v < SYMBOLS; v++) {
      const odd = (odds[here + v] as number) * (rowOdds[row + v] as number)
      shares[here + v] = odd
      total += odd
    }
    for (let v = 0; v < SYMBOLS; v++) shares[here + v] = (shares[here + v] as number) / total
    product *= total
    if (product > 1e100 || product < 1e-100) {
      sum -= ln(product)
      product = 1
    }
    row = symbol * SYMBOLS
  }
  return sum - ln(product)
}

/** ln of the probability of a batch's strings, in order. */
export function logLikelihoods(policy: Float64Array, batch: Batch): Float64Array {
  const { count, copies, length, strings } = batch
  const reading = newReading(length)
  const shares = new Float64Array(length * SYMBOLS)
  const values = new Float64Array(count * copies)
  readRows(policy, reading)
  for (let item = 0; item < count; item++) {
    readContexts(policy, batch, item, reading)
    for (let i = item * copies; i < (item + 1) * copies; i++) {
      values[i] = readString(policy, reading, strings, i * length, length, shares)
    }
  }
  return values
}

/** By how much the first string of each pair is likelier, in ln: the policy's implicit reward. */
export function logMargins(policy: Float64Array, pairs: Batch): Float64Array {
  const values = logLikelihoods(policy, pairs)
  return Float64Array.from(
    { length: pairs.count },
    (_, item) => (values[2 * item] as number) - (values[2 * item + 1] as number),
  )
}

/** The string that the policy writes where it takes the likeliest symbol at each position. */
export function greedyString(policy: Float64Array, batch: Contexts, at: number): Uint8Array {
  const { length } = batch
  const reading = newReading(length)
  const { logits } = reading
  readContexts(policy, batch, at, reading)
  const string = new Uint8Array(length)
  let row = policy.length - SYMBOLS
  for (let t = 0; t < length; t++) {
    for (let v = 0; v < SYMBOLS; v++) {
      const i = t * SYMBOLS + v
      logits[i] = (logits[i] as number) + (policy[row + v] as number)
    }
    const symbol = highest(logits, t * SYMBOLS)
    string[t] = symbol
    row = policy.length - ROWS + symbol * SYMBOLS
  }
  return string
}
