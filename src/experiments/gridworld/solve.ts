import type { World } from './world.ts'

/**
 * Chances of each action in each cell, `policy[4 * cell + action]`. A move goes astray with chance
 * `slip`, half of it to each side of the direction chosen.
 */
export type Policy = Float64Array

/**
 * The best expected discounted reward from each cell, by value iteration in place, sweeping forth
 * and back until no value moves by more than 1e-13. Walls and terminal cells have value 0.
 */
export function optimalValues(world: World, slip: number, discount: number): Float64Array {
  const { open, terminal } = world
  const values = new Float64Array(terminal.length)
  for (let sweep = 0; sweep < 100_000; sweep++) {
    let moved = 0
    for (let i = 0; i < open.length; i++) {
      const cell = open[sweep % 2 === 0 ? i : open.length - 1 - i] as number
      const value = bestAction(world, slip, discount, values, cell)
      moved = Math.max(moved, Math.abs(value - (values[cell] as number)))
      values[cell] = value
    }
    if (moved <= 1e-13) break
  }
  return values
}

/** The worth of the best action in a cell if `values` are those of the cells after it. */
function bestAction(
  { next, reward, terminal }: World,
  slip: number,
  discount: number,
  values: Float64Array,
  cell: number,
): number {
  const at = 4 * cell
  const worth = (direction: number): number => {
    const target = next[at + direction] as number
    const onward = terminal[target] === 1 ? 0 : discount * (values[target] as number)
    return (reward[target] as number) + onward
  }
  const up = worth(0)
  const right = worth(1)
  const down = worth(2)
  const left = worth(3)
  const straight = 1 - slip
  const vertical = Math.max(up, down) * straight + (slip / 2) * (left + right)
  const horizontal = Math.max(left, right) * straight + (slip / 2) * (up + down)
  return Math.max(vertical, horizontal)
}

/**
 * The exact expected discounted reward of a policy from each cell: the solution of the Bellman
 * equations by elimination within a band one row wide. They are diagonally dominant, so no row
 * needs to be exchanged. With `discount` 1 the policy must end from every open cell.
 */
export function policyValues(
  world: World,
  slip: number,
  discount: number,
  policy: Policy,
): Float64Array {
  const { open, columns, terminal, next, reward } = world
  const cells = terminal.length
  const band = 2 * columns + 1
  const matrix = new Float64Array(cells * band)
  const values = new Float64Array(cells)
  for (let cell = 0; cell < cells; cell++) matrix[cell * band + columns] = 1
  for (const cell of open) {
    for (let direction = 0; direction < 4; direction++) {
      const chance = chanceOfMove(policy, slip, cell, direction)
      const target = next[4 * cell + direction] as number
      values[cell] = (values[cell] as number) + chance * (reward[target] as number)
      if (terminal[target] === 1) continue
      const at = cell * band + columns + target - cell
      matrix[at] = (matrix[at] as number) - discount * chance
    }
  }
  solveBanded(matrix, values, columns)
  return values
}

/** The chance that an agent in a cell moves in a direction, chosen or astray. */
function chanceOfMove(policy: Policy, slip: number, cell: number, direction: number): number {
  const at = 4 * cell
  const chosen = policy[at + direction] as number
  const oneSide = policy[at + ((direction + 1) % 4)] as number
  const beside = oneSide + (policy[at + ((direction + 3) % 4)] as number)
  return (1 - slip) * chosen + (slip / 2) * beside
}

/** Solves a system in place; row i of `matrix` holds columns i - `half` to i + `half`. */
function solveBanded(matrix: Float64Array, right: Float64Array, half: number): void {
  const n = right.length
  const shift = 2 * half
  for (let k = 0; k < n; k++) {
    const last = Math.min(n - 1, k + half)
    const pivotRow = k * (shift + 1) + half - k
    const pivot = matrix[pivotRow + k] as number
    for (let i = k + 1; i <= last; i++) {
      const row = i * (shift + 1) + half - i
      const factor = (matrix[row + k] as number) / pivot
      if (factor === 0) continue
      for (let j = k + 1; j <= last; j++) {
        matrix[row + j] = (matrix[row + j] as number) - factor * (matrix[pivotRow + j] as number)
      }
      right[i] = (right[i] as number) - factor * (right[k] as number)
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    const row = k * (shift + 1) + half - k
    let sum = right[k] as number
    for (let j = k + 1; j <= Math.min(n - 1, k + half); j++) {
      sum -= (matrix[row + j] as number) * (right[j] as number)
    }
    right[k] = sum / (matrix[row + k] as number)
  }
}

/** All four actions with equal chance in every cell. */
export function randomPolicy({ terminal }: World): Policy {
  return new Float64Array(4 * terminal.length).fill(0.25)
}

/** The actions of the highest `worth[4 * cell + action]`, with equal chance where several are. */
export function greedyPolicy(worth: Float64Array): Policy {
  const policy = new Float64Array(worth.length)
  for (let at = 0; at < worth.length; at += 4) {
    let best = -Infinity
    for (let a = at; a < at + 4; a++) best = Math.max(best, worth[a] as number)
    let ties = 0
    for (let a = at; a < at + 4; a++) if (worth[a] === best) ties++
    for (let a = at; a < at + 4; a++) if (worth[a] === best) policy[a] = 1 / ties
  }
  return policy
}
