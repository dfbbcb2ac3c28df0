import type { KnownAnswer, KnownCase } from '../about.ts'
import { corridor, frozenLake, largeLake, smallLake } from './frozen-lake.ts'
import { optimalValues, policyValues, randomPolicy, type Policy } from './solve.ts'
import type { World } from './world.ts'

const slippery = 2 / 3

/** Best values of the small lake as published by others; holes and goal are 0. */
const lakeValues = [
  0.54202593, 0.49880319, 0.47069569, 0.4568517, 0.55845096, 0, 0.35834807, 0, 0.59179874,
  0.64307982, 0.61520756, 0, 0, 0.74172044, 0.86283743, 0,
]

export const frozenLakeVector: KnownAnswer = {
  id: 'ka-frozenlake-vector',
  statement:
    'On the slippery 4 × 4 FrozenLake at discount 0.99 value iteration gives the published optimal value of every cell.',
  source: 'FrozenLake-v1 of Gym; values in independent solvers and unit tests',
  cases: lakeValues.map((expected, cell) => ({
    label: `cell ${cell}`,
    expected,
    tolerance: 1e-7,
    ours: () => optimalValues(frozenLake(smallLake), slippery, 0.99)[cell] as number,
  })),
}

export const frozenLakeUndiscounted: KnownAnswer = {
  id: 'ka-frozenlake-undiscounted',
  statement:
    'Undiscounted, the best chance to cross is 14/17 on the slippery 4 × 4 FrozenLake and 1 on the 8 × 8 one.',
  source: 'identity: rational solution of the Bellman equations; Gym gives about 0.82',
  cases: [
    lakeCase('4 × 4, discount 1', smallLake, 1, 14 / 17),
    lakeCase('8 × 8, discount 1', largeLake, 1, 1),
    lakeCase('8 × 8, discount 0.99', largeLake, 0.99, 0.4146404),
  ],
}

function lakeCase(
  label: string,
  rows: readonly string[],
  discount: number,
  expected: number,
): KnownCase {
  const ours = () => optimalValues(frozenLake(rows), slippery, discount)[0] as number
  return { label, expected, tolerance: 1e-6, ours }
}

/** Chances to win of a gambler who gains with 1/2 and loses with 1/6: odds of 3 to 1. */
const slipperyWalk = [0.66758242, 0.89010989, 0.96428571, 0.98901099, 0.9972527]

export const randomWalk: KnownAnswer = {
  id: 'ka-random-walk',
  statement:
    'In a corridor of five cells that pays 1 at its right end, a random walk has the values 1/6 to 5/6, and always going right on slippery ground those of the slippery walk.',
  source: 'Sutton and Barto 2018, Example 6.2; slippery walk five of gym-walk',
  cases: [1, 2, 3, 4, 5].flatMap((cell) => [
    {
      label: `random walk, cell ${cell}`,
      expected: cell / 6,
      tolerance: 1e-7,
      ours: () => corridorValue(cell, randomPolicy),
    },
    {
      label: `slippery walk, cell ${cell}`,
      expected: slipperyWalk[cell - 1] as number,
      tolerance: 1e-7,
      ours: () => corridorValue(cell, rightOnSlipperyGround),
    },
  ]),
}

function corridorValue(cell: number, policyOf: (world: World) => Policy): number {
  const world = corridor()
  return policyValues(world, 0, 1, policyOf(world))[cell] as number
}

/** Onward with 1/2, staying (as if going up into the wall) with 1/3, back with 1/6. */
function rightOnSlipperyGround({ terminal }: World): Policy {
  const moves = [1 / 3, 1 / 2, 0, 1 / 6]
  return Float64Array.from({ length: 4 * terminal.length }, (_, i) => moves[i % 4] as number)
}
