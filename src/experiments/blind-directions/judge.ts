import { sigmoid } from '../lib/elementary.ts'
import { addScaled, dot } from '../lib/linear-algebra.ts'

/** How a linear judge is trained: plain gradient descent on all pairs at once. */
export interface Training {
  readonly rate: number
  /** Weight decay: the loss has half of this times the squared length of the weights. */
  readonly decay: number
  readonly steps: number
}

/**
 * Trains a linear judge on pairs by the logistic loss of Bradley and Terry. `pairs` holds one
 * difference, preferred less rejected, after the other. Hands over `pause` after every few steps.
 */
export function* trainJudge<S>(
  pairs: Float64Array,
  start: Float64Array,
  { rate, decay, steps }: Training,
  pause: S,
): Generator<S, Float64Array, void> {
  const width = start.length
  const count = pairs.length / width
  const weights = start.slice()
  const push = new Float64Array(width)
  const stepsAtOnce = Math.max(1, Math.floor(4_000_000 / pairs.length))
  for (let step = 0; step < steps; step++) {
    push.fill(0)
    addPush(pairs, weights, push)
    for (let j = 0; j < width; j++) {
      const weight = weights[j] as number
      weights[j] = weight + rate * ((push[j] as number) / count - decay * weight)
    }
    if ((step + 1) % stepsAtOnce === 0) yield pause
  }
  return weights
}

/** Adds how pairs pull the weights: each by its difference, times the chance of a wrong verdict. */
function addPush(pairs: Float64Array, weights: Float64Array, push: Float64Array): void {
  const width = weights.length
  const whole = pairs.length - (pairs.length % (4 * width))
  // Four pairs at a time: each weight is read once for four products.
  for (let a = 0; a < whole; a += 4 * width) addFour(pairs, a, weights, push)
  for (let a = whole; a < pairs.length; a += width) {
    const pair = pairs.subarray(a, a + width)
    addScaled(push, pair, sigmoid(-dot(pair, weights)))
  }
}

function addFour(pairs: Float64Array, a: number, weights: Float64Array, push: Float64Array): void {
  const width = weights.length
  const b = a + width
  const c = b + width
  const d = c + width
  let la = 0
  let lb = 0
  let lc = 0
  let ld = 0
  for (let j = 0; j < width; j++) {
    const weight = weights[j] as number
    la += weight * (pairs[a + j] as number)
    lb += weight * (pairs[b + j] as number)
    lc += weight * (pairs[c + j] as number)
    ld += weight * (pairs[d + j] as number)
  }
  const pa = sigmoid(-la)
  const pb = sigmoid(-lb)
  const pc = sigmoid(-lc)
  const pd = sigmoid(-ld)
  for (let j = 0; j < width; j++) {
    const ab = pa * (pairs[a + j] as number) + pb * (pairs[b + j] as number)
    const cd = pc * (pairs[c + j] as number) + pd * (pairs[d + j] as number)
    push[j] = (push[j] as number) + (ab + cd)
  }
}
