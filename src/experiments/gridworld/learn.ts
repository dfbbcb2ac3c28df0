import type { Random } from '../contract.ts'
import { exp } from '../lib/elementary.ts'
import { greedyPolicy, type Policy } from './solve.ts'
import type { World } from './world.ts'

/** Common to both agents: discount of reward per move, and the most moves of an episode. */
export const discount = 0.95
const horizon = 100

/** A tabular agent that learns by acting. */
export interface Learner {
  /** Acts and learns from one random open cell until a terminal one or 100 moves. */
  episode(): void
  /** What the agent takes the value of each cell to be. */
  values(): Float64Array
  /** The actions it holds to be best. */
  policy(): Policy
  /** How often it entered each cell, staying put included. */
  readonly entered: Uint32Array
}

/** Watkins's Q-learning at rate 0.2, with a random action in one move of five. */
export function qLearner(world: World, slip: number, random: Random): Learner {
  const rate = 0.2
  const exploring = 0.2
  const { terminal, reward } = world
  const worth = new Float64Array(4 * terminal.length)
  const entered = new Uint32Array(terminal.length)
  const choose = (cell: number): number =>
    random.uniform() < exploring ? random.below(4) : highest(worth, 4 * cell, random)
  return {
    entered,
    episode() {
      let cell = startIn(world, random)
      for (let move = 0; move < horizon && terminal[cell] === 0; move++) {
        const action = choose(cell)
        const target = moveFrom(world, cell, action, slip, random)
        const at = 4 * cell + action
        const onward = terminal[target] === 1 ? 0 : discount * maximumAt(worth, 4 * target)
        const old = worth[at] as number
        worth[at] = old + rate * ((reward[target] as number) + onward - old)
        entered[target] = (entered[target] as number) + 1
        cell = target
      }
    },
    values: () => Float64Array.from(entered, (_, i) => maximumAt(worth, 4 * i)),
    policy: () => greedyPolicy(worth),
  }
}

/**
 * An actor-critic with a softmax of preferences: values move at rate 0.2 and preferences at 0.5,
 * both by the one-step error of the values (Sutton and Barto, section 13.5, without the factor that
 * fades with the moves made).
 */
export function actorCritic(world: World, slip: number, random: Random): Learner {
  const valueRate = 0.2
  const preferenceRate = 0.5
  const { terminal, reward } = world
  const preferences = new Float64Array(4 * terminal.length)
  const values = new Float64Array(terminal.length)
  const entered = new Uint32Array(terminal.length)
  const chances = new Float64Array(4)
  return {
    entered,
    episode() {
      let cell = startIn(world, random)
      for (let move = 0; move < horizon && terminal[cell] === 0; move++) {
        softmaxAt(preferences, 4 * cell, chances)
        const action = drawFrom(chances, random)
        const target = moveFrom(world, cell, action, slip, random)
        const onward = terminal[target] === 1 ? 0 : discount * (values[target] as number)
        const error = (reward[target] as number) + onward - (values[cell] as number)
        values[cell] = (values[cell] as number) + valueRate * error
        for (let a = 0; a < 4; a++) {
          const slope = (a === action ? 1 : 0) - (chances[a] as number)
          const at = 4 * cell + a
          preferences[at] = (preferences[at] as number) + preferenceRate * error * slope
        }
        entered[target] = (entered[target] as number) + 1
        cell = target
      }
    },
    values: () => values.slice(),
    policy: () => greedyPolicy(preferences),
  }
}

function startIn({ open }: World, random: Random): number {
  return open[random.below(open.length)] as number
}

function moveFrom(
  { next }: World,
  cell: number,
  action: number,
  slip: number,
  random: Random,
): number {
  const u = random.uniform()
  const turn = u < slip / 2 ? 1 : u < slip ? 3 : 0
  return next[4 * cell + ((action + turn) % 4)] as number
}

function maximumAt(worth: Float64Array, at: number): number {
  let best = worth[at] as number
  for (let a = at + 1; a < at + 4; a++) if ((worth[a] as number) > best) best = worth[a] as number
  return best
}

/** The action of the highest worth, of several one by chance. */
function highest(worth: Float64Array, at: number, random: Random): number {
  const best = maximumAt(worth, at)
  let ties = 0
  let first = 0
  for (let a = 3; a >= 0; a--) {
    if (worth[at + a] !== best) continue
    ties++
    first = a
  }
  if (ties === 1) return first
  let left = random.below(ties)
  for (let a = first; ; a++) if (worth[at + a] === best && left-- === 0) return a
}

function softmaxAt(preferences: Float64Array, at: number, chances: Float64Array): void {
  const top = maximumAt(preferences, at)
  let sum = 0
  for (let a = 0; a < 4; a++) {
    const weight = exp((preferences[at + a] as number) - top)
    chances[a] = weight
    sum += weight
  }
  for (let a = 0; a < 4; a++) chances[a] = (chances[a] as number) / sum
}

function drawFrom(chances: Float64Array, random: Random): number {
  let left = random.uniform()
  for (let a = 0; a < 3; a++) {
    left -= chances[a] as number
    if (left < 0) return a
  }
  return 3
}
