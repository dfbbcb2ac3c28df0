import { features, leak, type RewardModel, scoreAt, unitSize } from './reward-model.ts'

/** How the scores of several reward models become one. */
export type Rule = 'mean' | 'min' | 'lcb'

/** A reward model with its scores brought to mean 0 and deviation 1 at the start. */
export interface Member {
  readonly model: RewardModel
  readonly mean: number
  readonly deviation: number
}

/** What a policy is optimised against: one reward model, or several under a rule. */
export interface Judge {
  readonly members: readonly Member[]
  readonly rule: Rule
}

/** Standardises a reward model by `outputs` that are drawn from the policy at its start. */
export function standardised(model: RewardModel, outputs: Float64Array): Member {
  const count = outputs.length / features
  let sum = 0
  let squares = 0
  for (let i = 0; i < count; i++) {
    const score = scoreAt(model, outputs, i * features)
    sum += score
    squares += score * score
  }
  const mean = sum / count
  const variance = Math.max(0, squares / count - mean * mean)
  return { model, mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 }
}

/**
 * One score from those of the members: their mean, the lowest, or the mean less the standard
 * deviation among them. Puts its derivatives by the members' scores into `weights`.
 */
export function combine(scores: Float64Array, rule: Rule, weights: Float64Array): number {
  const count = scores.length
  let mean = 0
  let lowest = 0
  for (let k = 0; k < count; k++) {
    mean += (scores[k] as number) / count
    if ((scores[k] as number) < (scores[lowest] as number)) lowest = k
  }
  if (rule === 'min') {
    weights.fill(0)
    weights[lowest] = 1
    return scores[lowest] as number
  }
  weights.fill(1 / count)
  if (rule === 'mean') return mean
  let variance = 0
  for (let k = 0; k < count; k++) {
    const apart = (scores[k] as number) - mean
    variance += (apart * apart) / count
  }
  const deviation = Math.sqrt(variance)
  if (deviation === 0) return mean
  for (let k = 0; k < count; k++) {
    weights[k] = 1 / count - ((scores[k] as number) - mean) / (count * deviation)
  }
  return mean - deviation
}

/** The judge's score of each output. Yields now and then. */
export function* scores(
  { members, rule }: Judge,
  outputs: Float64Array,
): Generator<undefined, Float64Array, void> {
  const result = new Float64Array(outputs.length / features)
  const apart = new Float64Array(members.length)
  const weights = new Float64Array(members.length)
  for (let i = 0; i < result.length; i++) {
    for (let k = 0; k < members.length; k++) {
      const { model, mean, deviation } = members[k] as Member
      apart[k] = (scoreAt(model, outputs, i * features) - mean) / deviation
    }
    result[i] = combine(apart, rule, weights)
    if (i % 512 === 511) yield
  }
  return result
}

/** A judge's mean score over outputs that are all moved by one vector, as a function of it. */
export interface ShiftedScore {
  /** Gives the mean score at a shift and puts its gradient into `gradient`. */
  (shift: Float64Array, gradient: Float64Array): number
}

/**
 * The mean score over `draws` plus a shift. What each unit makes of the draws is worked out once,
 * so that a shift costs one addition per unit and draw.
 */
export function shiftedScore({ members, rule }: Judge, draws: Float64Array): ShiftedScore {
  const count = draws.length / features
  const views = members.map((member) => viewOf(member, draws))
  const apart = new Float64Array(members.length)
  const weights = new Float64Array(members.length)
  return (shift, gradient) => {
    for (const view of views) view.moveTo(shift)
    gradient.fill(0)
    let sum = 0
    for (let j = 0; j < count; j++) {
      for (let k = 0; k < views.length; k++) apart[k] = (views[k] as View).scoreOf(j)
      sum += combine(apart, rule, weights)
      for (let k = 0; k < views.length; k++) {
        if (weights[k] !== 0) (views[k] as View).addSlopes(j, (weights[k] as number) / count)
      }
    }
    for (const view of views) view.addGradient(gradient)
    return sum / count
  }
}

/** One member's look at the draws, wherever they have been moved. */
interface View {
  moveTo(shift: Float64Array): void
  scoreOf(draw: number): number
  /** Counts a draw's slope with a weight; `addGradient` adds up what was counted since the move. */
  addSlopes(draw: number, weight: number): void
  addGradient(gradient: Float64Array): void
}

function viewOf({ model, mean, deviation }: Member, draws: Float64Array): View {
  const { hidden, parameters } = model
  const still = inputsAtRest(model, draws)
  const rows = hidden + 1
  const moved = new Float64Array(rows)
  // What was counted, per unit; in the last place for the linear part.
  const counted = new Float64Array(rows)
  return {
    moveTo(shift) {
      counted.fill(0)
      for (let row = 0; row < rows; row++) moved[row] = weighted(parameters, row, hidden, shift, 0)
    },
    scoreOf(draw) {
      let score = (still[draw * rows + hidden] as number) + (moved[hidden] as number)
      for (let unit = 0; unit < hidden; unit++) {
        const input = (still[draw * rows + unit] as number) + (moved[unit] as number)
        const out = parameters[features + unit * unitSize + features + 1] as number
        score += out * (input > 0 ? input : leak * input)
      }
      return (score - mean) / deviation
    },
    addSlopes(draw, weight) {
      counted[hidden] = (counted[hidden] as number) + weight
      for (let unit = 0; unit < hidden; unit++) {
        const input = (still[draw * rows + unit] as number) + (moved[unit] as number)
        counted[unit] = (counted[unit] as number) + (input > 0 ? weight : leak * weight)
      }
    },
    addGradient(gradient) {
      for (let row = 0; row < rows; row++) {
        const at = rowStart(row, hidden)
        const out = row === hidden ? 1 : (parameters[at + features + 1] as number)
        const scale = (out * (counted[row] as number)) / deviation
        for (let i = 0; i < features; i++) {
          gradient[i] = (gradient[i] as number) + scale * (parameters[at + i] as number)
        }
      }
    },
  }
}

/** Where a row's weights begin: those of a unit, or in row `hidden` those of the linear part. */
function rowStart(row: number, hidden: number): number {
  return row === hidden ? 0 : features + row * unitSize
}

function weighted(
  parameters: Float64Array,
  row: number,
  hidden: number,
  outputs: Float64Array,
  offset: number,
): number {
  const at = rowStart(row, hidden)
  let sum = 0
  for (let i = 0; i < features; i++) {
    sum += (parameters[at + i] as number) * (outputs[offset + i] as number)
  }
  return sum
}

/** For each draw what goes into each unit, and last the linear part's score. */
function inputsAtRest({ hidden, parameters }: RewardModel, draws: Float64Array): Float64Array {
  const count = draws.length / features
  const rows = hidden + 1
  const inputs = new Float64Array(count * rows)
  for (let j = 0; j < count; j++) {
    for (let row = 0; row < rows; row++) {
      const bias = row === hidden ? 0 : (parameters[rowStart(row, hidden) + features] as number)
      inputs[j * rows + row] = bias + weighted(parameters, row, hidden, draws, j * features)
    }
  }
  return inputs
}
