/** Work between two pauses, in numbers touched; some milliseconds. */
const PAUSE = 2e6

/** Adds the gradient of the mean loss at `parameters` to `gradient`, which is all 0. */
export type AddGradient = (parameters: Float64Array, gradient: Float64Array) => void

/**
 * Kingma and Ba's Adam from all zeros, full batches, rate .1 falling to .01 in a straight line,
 * momentum .9 and .99. `decay` times the parameters is added to each gradient (half a squared
 * norm in the loss); `steps` from 2. Pauses by `cost`, the numbers that one gradient touches.
 */
export function* minimise(
  size: number,
  steps: number,
  decay: number,
  cost: number,
  addGradient: AddGradient,
): Generator<undefined, Float64Array, void> {
  const parameters = new Float64Array(size)
  const gradient = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  let left1 = 1
  let left2 = 1
  let worked = 0
  for (let step = 0; step < steps; step++) {
    gradient.fill(0)
    addGradient(parameters, gradient)
    left1 *= 0.9
    left2 *= 0.99
    const rate = 0.1 - (0.09 * step) / (steps - 1)
    for (let i = 0; i < size; i++) {
      const g = (gradient[i] as number) + decay * (parameters[i] as number)
      const m = 0.9 * (first[i] as number) + 0.1 * g
      const s = 0.99 * (second[i] as number) + 0.01 * g * g
      first[i] = m
      second[i] = s
      const move = (rate * m) / (1 - left1) / (Math.sqrt(s / (1 - left2)) + 1e-8)
      parameters[i] = (parameters[i] as number) - move
    }
    worked += cost
    if (worked < PAUSE) continue
    worked = 0
    yield
  }
  return parameters
}
