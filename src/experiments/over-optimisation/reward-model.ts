import type { Random } from '../contract.ts'
import { sigmoid } from '../lib/elementary.ts'
import { type Gold, goldAt } from './gold.ts'

/** How many features an output has. */
export const features = 10
/** Slope of a unit below its threshold. */
export const leak = 0.1
/** Log odds that the better of two outputs is preferred, per unit of true reward between them. */
const sharpness = 2

const steps = 1000
const batch = 32
const learningRate = 0.01
const weightDecay = 1e-3

/**
 * A judge: linear in the features, plus `hidden` leaky rectifiers. The parameters in turn: one
 * weight per feature; for each unit its weights, its bias and its weight in the score.
 */
export interface RewardModel {
  readonly hidden: number
  readonly parameters: Float64Array
}

/** How many parameters a unit has. */
export const unitSize = features + 2

/** Labelled comparisons; each pair is the preferred output and, next to it, the other. */
export interface Pairs {
  readonly count: number
  readonly outputs: Float64Array
}

/**
 * Pairs of outputs of the starting policy, labelled at random with the odds that their true
 * rewards give. The first pairs are the same however many are drawn.
 */
export function drawPairs(gold: Gold, count: number, random: Random): Pairs {
  const outputs = new Float64Array(count * 2 * features)
  for (let pair = 0; pair < count; pair++) {
    const first = pair * 2 * features
    const second = first + features
    for (let i = first; i < second + features; i++) outputs[i] = random.normal()
    const lead = goldAt(gold, outputs, first) - goldAt(gold, outputs, second)
    if (random.uniform() >= sigmoid(sharpness * lead)) swap(outputs, first, second)
  }
  return { count, outputs }
}

function swap(outputs: Float64Array, first: number, second: number): void {
  for (let i = 0; i < features; i++) {
    const kept = outputs[first + i] as number
    outputs[first + i] = outputs[second + i] as number
    outputs[second + i] = kept
  }
}

/** Part of a set of pairs, without copying. */
export function somePairs({ outputs }: Pairs, from: number, count: number): Pairs {
  const width = 2 * features
  return { count, outputs: outputs.subarray(from * width, (from + count) * width) }
}

/** A judge before training: it finds nothing good, and its units look in random directions. */
export function newRewardModel(hidden: number, random: Random): RewardModel {
  const parameters = new Float64Array(features + hidden * unitSize)
  const spread = 1 / Math.sqrt(features)
  for (let unit = 0; unit < hidden; unit++) {
    const at = features + unit * unitSize
    for (let i = 0; i <= features; i++) parameters[at + i] = spread * random.normal()
    parameters[at + features + 1] = random.normal() / Math.sqrt(hidden)
  }
  return { hidden, parameters }
}

/**
 * The score of the output whose features begin at `offset`. What goes into each unit is left in
 * `inputs`, where it is given.
 */
export function scoreAt(
  { hidden, parameters }: RewardModel,
  outputs: Float64Array,
  offset: number,
  inputs?: Float64Array,
): number {
  let score = 0
  for (let i = 0; i < features; i++) {
    score += (parameters[i] as number) * (outputs[offset + i] as number)
  }
  for (let unit = 0; unit < hidden; unit++) {
    const at = features + unit * unitSize
    let input = parameters[at + features] as number
    for (let i = 0; i < features; i++) {
      input += (parameters[at + i] as number) * (outputs[offset + i] as number)
    }
    if (inputs !== undefined) inputs[unit] = input
    score += (parameters[at + features + 1] as number) * (input > 0 ? input : leak * input)
  }
  return score
}

/**
 * Adds to `gradient` the derivatives by every parameter of `scale` times the score at an output,
 * whose `inputs` are as `scoreAt` left them.
 */
export function addScoreGradient(
  { hidden, parameters }: RewardModel,
  outputs: Float64Array,
  offset: number,
  inputs: Float64Array,
  scale: number,
  gradient: Float64Array,
): void {
  for (let i = 0; i < features; i++) {
    gradient[i] = (gradient[i] as number) + scale * (outputs[offset + i] as number)
  }
  for (let unit = 0; unit < hidden; unit++) {
    const at = features + unit * unitSize
    const input = inputs[unit] as number
    const slope = scale * (input > 0 ? 1 : leak)
    const back = slope * (parameters[at + features + 1] as number)
    for (let i = 0; i < features; i++) {
      gradient[at + i] = (gradient[at + i] as number) + back * (outputs[offset + i] as number)
    }
    gradient[at + features] = (gradient[at + features] as number) + back
    gradient[at + features + 1] = (gradient[at + features + 1] as number) + slope * input
  }
}

/**
 * Trains a judge in place on the logistic loss of Bradley and Terry's model with a quadratic
 * penalty on the weights, by Adam on batches drawn with replacement; the step size falls to 0.
 * Yields now and then.
 */
export function* train(
  model: RewardModel,
  { count, outputs }: Pairs,
  random: Random,
): Generator<undefined, void, void> {
  const { parameters } = model
  const gradient = new Float64Array(parameters.length)
  const adam = newAdam(parameters.length)
  const above = new Float64Array(model.hidden)
  const below = new Float64Array(model.hidden)
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = weightDecay * (parameters[i] as number)
    for (let k = 0; k < batch; k++) {
      const better = random.below(count) * 2 * features
      const worse = better + features
      const high = scoreAt(model, outputs, better, above)
      const pull = -sigmoid(scoreAt(model, outputs, worse, below) - high) / batch
      addScoreGradient(model, outputs, better, above, pull, gradient)
      addScoreGradient(model, outputs, worse, below, -pull, gradient)
    }
    adam(parameters, gradient, learningRate * (1 - step / steps))
    if (step % 50 === 49) yield
  }
}

/** Adam's step (Kingma and Ba 2015) with its usual constants. */
function newAdam(
  size: number,
): (parameters: Float64Array, gradient: Float64Array, rate: number) => void {
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  let firstLeft = 1
  let secondLeft = 1
  return (parameters, gradient, rate) => {
    firstLeft *= 0.9
    secondLeft *= 0.999
    for (let i = 0; i < size; i++) {
      const slope = gradient[i] as number
      const m = 0.9 * (first[i] as number) + 0.1 * slope
      const v = 0.999 * (second[i] as number) + 0.001 * slope * slope
      first[i] = m
      second[i] = v
      const scaled = m / (1 - firstLeft) / (Math.sqrt(v / (1 - secondLeft)) + 1e-8)
      parameters[i] = (parameters[i] as number) - rate * scaled
    }
  }
}
