import type { Chance, Random } from '../contract.ts'

/** How many symbols a string is made of, and how many numbers describe each position. */
export const SYMBOLS = 4
export const WIDTH = 6
/** Weights of the symbols in their contexts, then of each symbol after each other. */
export const OWN = SYMBOLS * WIDTH
export const FEATURES = OWN + SYMBOLS * SYMBOLS

/**
 * Strings of one length, each with the contexts of its positions; `copies` strings share one
 * context, the preferred one first.
 */
export interface Batch {
  readonly count: number
  readonly copies: number
  readonly length: number
  /** `count` × `length` × WIDTH */
  readonly contexts: Float64Array
  /** `count` × `copies` × `length`, values 0 to SYMBOLS - 1 */
  readonly strings: Uint8Array
}

/**
 * True weights of a world: symbols in context N(0, 1/WIDTH), neighbours `coupling` times N(0, 1).
 * The same draws serve every coupling.
 */
export function drawValues(random: Random, coupling: number): Float64Array {
  const weights = new Float64Array(FEATURES)
  for (let i = 0; i < FEATURES; i++) {
    weights[i] = random.normal() * (i < OWN ? 1 / Math.sqrt(WIDTH) : coupling)
  }
  return weights
}

/** Contexts N(0, 1) with uniformly random strings. */
export function drawBatch(
  chance: Chance,
  address: readonly (string | number)[],
  { count, copies, length }: Pick<Batch, 'count' | 'copies' | 'length'>,
): Batch {
  const normal = chance(...address, 'contexts')
  const uniform = chance(...address, 'strings')
  const contexts = Float64Array.from({ length: count * length * WIDTH }, () => normal.normal())
  const strings = Uint8Array.from({ length: count * copies * length }, () => uniform.below(SYMBOLS))
  return { count, copies, length, contexts, strings }
}

/** The first `count` items of a batch. */
export function firstOf({ copies, length, contexts, strings }: Batch, count: number): Batch {
  return {
    count,
    copies,
    length,
    contexts: contexts.subarray(0, count * length * WIDTH),
    strings: strings.subarray(0, count * copies * length),
  }
}

/** The inner product of the WIDTH numbers of `a` from `i` and of `b` from `j` on. */
export function dotAt(a: Float64Array, i: number, b: Float64Array, j: number): number {
  let sum = 0
  for (let d = 0; d < WIDTH; d++) sum += (a[i + d] as number) * (b[j + d] as number)
  return sum
}

/** Adds `scale` times the WIDTH numbers of `from` from `j` on to those of `into` from `i` on. */
export function addAt(
  into: Float64Array,
  i: number,
  from: Float64Array,
  j: number,
  scale: number,
): void {
  for (let d = 0; d < WIDTH; d++) {
    into[i + d] = (into[i + d] as number) + scale * (from[j + d] as number)
  }
}

/**
 * What linear weights make of a string: the sum over positions t of own[y_t]·x_t and of
 * pair[y_(t-1)][y_t]. `at` is the item whose contexts it is read in, `from` where it starts.
 */
export function score(
  weights: Float64Array,
  { contexts, length }: Pick<Batch, 'contexts' | 'length'>,
  at: number,
  strings: Uint8Array,
  from: number,
): number {
  let sum = 0
  for (let t = 0; t < length; t++) {
    const symbol = strings[from + t] as number
    sum += dotAt(weights, symbol * WIDTH, contexts, (at * length + t) * WIDTH)
    if (t > 0) sum += weights[OWN + (strings[from + t - 1] as number) * SYMBOLS + symbol] as number
  }
  return sum
}

/** The mean score of all strings of that length in an item's contexts. */
export function meanScore(
  weights: Float64Array,
  { contexts, length }: Pick<Batch, 'contexts' | 'length'>,
  at: number,
): number {
  let own = 0
  for (let t = 0; t < length; t++) {
    const x = (at * length + t) * WIDTH
    for (let i = 0; i < OWN; i += WIDTH) own += dotAt(weights, i, contexts, x)
  }
  let pair = 0
  for (let i = OWN; i < FEATURES; i++) pair += weights[i] as number
  return own / SYMBOLS + ((length - 1) * pair) / (SYMBOLS * SYMBOLS)
}

/** Adds `sign` times the trunk's features of a string to `into`, from `offset` on. */
export function addFeatures(
  into: Float64Array,
  offset: number,
  sign: number,
  { contexts, length, strings }: Batch,
  at: number,
  from: number,
): void {
  for (let t = 0; t < length; t++) {
    const symbol = strings[from + t] as number
    addAt(into, offset + symbol * WIDTH, contexts, (at * length + t) * WIDTH, sign)
    if (t === 0) continue
    const i = offset + OWN + (strings[from + t - 1] as number) * SYMBOLS + symbol
    into[i] = (into[i] as number) + sign
  }
}
