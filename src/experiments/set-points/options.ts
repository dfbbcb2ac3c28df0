import type { Random } from '../contract.ts'
import type { LookOrder, Tail } from './settings.ts'

export const tails: readonly Tail[] = ['normal', '5', '3', '2']

/** Options with their true values and, for each tail, how good they look. */
export interface OptionSet {
  readonly values: Float64Array
  readonly proxies: Readonly<Record<Tail, Float64Array>>
}

/**
 * Draws options whose value is standard normal. A proxy is the value plus an error: standard
 * normal, or that same normal over √(χ²/df), which is Student's t. More options leave those
 * before them as they are.
 */
export function drawOptions(count: number, random: Random): OptionSet {
  const values = new Float64Array(count)
  const proxies = {
    normal: new Float64Array(count),
    5: new Float64Array(count),
    3: new Float64Array(count),
    2: new Float64Array(count),
  }
  for (let i = 0; i < count; i++) {
    const value = random.normal()
    const error = random.normal()
    const two = squareOf(random.normal()) + squareOf(random.normal())
    const three = two + squareOf(random.normal())
    const five = three + squareOf(random.normal()) + squareOf(random.normal())
    values[i] = value
    proxies.normal[i] = value + error
    proxies[5][i] = value + error / Math.sqrt(five / 5)
    proxies[3][i] = value + error / Math.sqrt(three / 3)
    proxies[2][i] = value + error / Math.sqrt(two / 2)
  }
  return { values, proxies }
}

function squareOf(x: number): number {
  return x * x
}

/** How agents choose among options by a proxy. */
export interface Manner {
  /** The share that a quantiliser chooses from, above 0 to 1. */
  readonly share: number
  /** The proxy at which a set-point agent is content. */
  readonly level: number
  readonly order: LookOrder
}

/** The true value that each agent gets, in expectation where it takes any one of several. */
export interface Gains {
  readonly maximiser: number
  readonly setPoint: number
  readonly quantiliser: number
}

/**
 * What the three agents get from the first `count` options. The maximiser takes the highest proxy.
 * The set-point agent takes the first that reaches its level, as the options come or the most
 * promising first; where none does, the highest. The quantiliser takes any of the best-looking.
 */
export function gainsFrom(
  values: Float64Array,
  proxies: Float64Array,
  count: number,
  { share, level, order }: Manner,
): Gains {
  let top = 0
  let sum = 0
  let enough = 0
  for (let i = 0; i < count; i++) {
    const proxy = proxies[i] as number
    if (proxy > (proxies[top] as number)) top = i
    if (proxy < level) continue
    sum += values[i] as number
    enough += 1
  }
  const maximiser = values[top] as number
  return {
    maximiser,
    // Options come in no order, so that the first to reach the level is any of those that do.
    setPoint: enough === 0 || order === 'bestFirst' ? maximiser : sum / enough,
    quantiliser: quantiliserMean(values.subarray(0, count), proxies.subarray(0, count), share),
  }
}

/**
 * The mean of `values` over the best share of options by proxy, rounded up to whole options: what
 * a quantiliser over a uniform base expects. For values from 0 up it is at most the mean of all
 * over `share` (Taylor 2016).
 */
export function quantiliserMean(
  values: Float64Array,
  proxies: Float64Array,
  share: number,
): number {
  const count = Math.min(values.length, Math.max(1, Math.ceil(share * values.length - 1e-9)))
  const threshold = kthLargest(proxies, count)
  let sum = 0
  let above = 0
  let tied = 0
  let tiedSum = 0
  for (let i = 0; i < values.length; i++) {
    const proxy = proxies[i] as number
    if (proxy > threshold) {
      sum += values[i] as number
      above += 1
    } else if (proxy === threshold) {
      tiedSum += values[i] as number
      tied += 1
    }
  }
  return (sum + (tiedSum * (count - above)) / tied) / count
}

/** The `k`-th largest number, `k` from 1, by Hoare's selection; `numbers` is not changed. */
export function kthLargest(numbers: Float64Array, k: number): number {
  const left = numbers.slice()
  let low = 0
  let high = left.length - 1
  while (low < high) {
    const pivot = left[(low + high) >> 1] as number
    let i = low
    let j = high
    while (i <= j) {
      while ((left[i] as number) > pivot) i += 1
      while ((left[j] as number) < pivot) j -= 1
      if (i > j) break
      const kept = left[i] as number
      left[i] = left[j] as number
      left[j] = kept
      i += 1
      j -= 1
    }
    if (k - 1 <= j) high = j
    else if (k - 1 >= i) low = i
    else break
  }
  return left[k - 1] as number
}
