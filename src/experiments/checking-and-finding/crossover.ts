import { check, firstClauses, type Formula, publishedCrossover } from './formulas.ts'
import { Search } from './solver.ts'

/** Reads between two pauses of a search: a few milliseconds of work. */
export const readsAtOnce = 200_000

/** A search to its end, with a pause after every `readsAtOnce` reads. */
export function* searchWithPauses(search: Search): Generator<void, Search, void> {
  while (!search.advance(readsAtOnce)) yield
  return search
}

/** How many clauses a sequence needs: 12 per variable and 60 are satisfiable once in 10^11. */
export function sequenceLength(variables: number): number {
  return 12 * variables + 60
}

/**
 * How many clauses of a sequence, taken from its start, are the first that nothing satisfies; one
 * more than it has where all can be satisfied. Pauses between searches and within long ones.
 *
 * More clauses only ever take solutions away, so the place can be closed in on from both sides,
 * and a solution that also satisfies the clauses that follow moves the lower side up to them.
 */
export function* breakingPoint(sequence: Formula): Generator<void, number, void> {
  let satisfied = 0
  let broken = sequence.clauses + 1
  let stride = Math.ceil(sequence.variables / 5)
  const expected = Math.round(publishedCrossover(sequence.variables) * sequence.variables)
  let next = Math.min(expected, sequence.clauses)
  while (broken - satisfied > 1) {
    const search = new Search(firstClauses(sequence, next), { rule: 'weighted' })
    yield* searchWithPauses(search)
    if (search.outcome === 'unsatisfiable') {
      broken = next
    } else {
      const { violated } = check(sequence, search.assignment())
      satisfied = violated < 0 ? sequence.clauses : violated
    }
    const nearer = broken > sequence.clauses ? satisfied + stride : broken - stride
    stride *= 2
    next = nearer > satisfied && nearer < broken ? nearer : (satisfied + broken) >> 1
    yield
  }
  return broken
}

/** Share of sequences whose first `clauses` clauses can be satisfied. */
export function satisfiableShare(breaking: readonly number[], clauses: number): number {
  return breaking.filter((point) => point > clauses).length / breaking.length
}

/**
 * The number of clauses at which half of the sequences can still be satisfied, read off a straight
 * line between the whole numbers on either side; the last such number where there are several.
 * There is at least one sequence.
 */
export function crossoverOf(breaking: readonly number[]): number {
  const counts = new Int32Array(breaking.reduce((most, point) => Math.max(most, point), 0) + 1)
  for (const point of breaking) counts[point] = (counts[point] as number) + 1
  const half = breaking.length / 2
  let clauses = 0
  let left = breaking.length
  while (left - (counts[clauses + 1] as number) >= half) {
    clauses++
    left -= counts[clauses] as number
  }
  return clauses + (left - half) / (counts[clauses + 1] as number)
}

/** The crossover of the sequences at some indices, as clauses per variable. */
export function crossoverRatio(
  breaking: readonly number[],
  variables: number,
  indices?: readonly number[],
): number {
  const drawn = indices?.map((i) => breaking[i] as number) ?? breaking
  return crossoverOf(drawn) / variables
}
