import { makeWorld, type Cell, type World } from './world.ts'

/**
 * Gym's FrozenLake by its rows of letters: S start and F ice are open, H is a hole that pays
 * nothing, G the goal. Its slippery ice is a slip of 2/3: one way in three is the one chosen.
 */
export function frozenLake(rows: readonly string[]): World {
  const cells = [...rows.join('')].map(
    (letter): Cell => (letter === 'G' ? 'goal' : letter === 'H' ? 'pit' : 'open'),
  )
  return makeWorld(cells, (rows[0] ?? '').length, 0)
}

/** The 4 x 4 map that Gym has always had. */
export const smallLake = ['SFFF', 'FHFH', 'FFFH', 'HFFG']

/** Its 8 x 8 map. */
export const largeLake = [
  'SFFFFFFF',
  'FFFFFFFF',
  'FFFHFFFF',
  'FFFFFHFF',
  'FFFHFFFF',
  'FHHFFFHF',
  'FHFFHFHF',
  'FFFHFFFG',
]

/** A corridor of five open cells between an end that pays nothing and one that pays 1. */
export function corridor(): World {
  return makeWorld(['pit', 'open', 'open', 'open', 'open', 'open', 'goal'], 7, 0)
}
