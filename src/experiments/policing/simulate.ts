import type { Random } from '../contract.ts'
import { alignedFitness, misalignedFitness, ratesOf } from './birth-death.ts'
import type { Process, Rates } from './birth-death.ts'

/** Births to work off before others get a turn: some 6 ms. */
const turn = 300_000

/** The chance, for each number of misaligned agents, that the next change adds one. */
export function chancesUp(of: Process): Float64Array {
  const aligned = alignedFitness(of)
  return Float64Array.from({ length: of.agents }, (_, k) => {
    const misaligned = misalignedFitness(of, k)
    return misaligned / (misaligned + aligned)
  })
}

/** The number of changes until one misaligned agent has become none or all; below 0 for none. */
function changesToEnd(up: Float64Array, random: Random): number {
  let misaligned = 1
  let changes = 0
  while (misaligned > 0 && misaligned < up.length) {
    misaligned += random.uniform() < (up[misaligned] as number) ? 1 : -1
    changes++
  }
  return misaligned === 0 ? -changes : changes
}

/** Follows `runs` lone misaligned agents with faithful copying and counts those that take over. */
export function* countTakeovers(
  of: Process,
  runs: number,
  streamOf: (run: number) => Random,
): Generator<void, number, void> {
  const up = chancesUp(of)
  let takeovers = 0
  let work = 0
  for (let run = 0; run < runs; run++) {
    const changes = changesToEnd(up, streamOf(run))
    if (changes > 0) takeovers++
    // Making a stream costs about as much as 200 changes.
    work += Math.abs(changes) + 200
    if (work < turn) continue
    work = 0
    yield
  }
  return takeovers
}

/** The number of misaligned agents after one birth and death. */
function afterBirth({ up, down }: Rates, misaligned: number, random: Random): number {
  const draw = random.uniform()
  const rise = up[misaligned] as number
  if (draw < rise) return misaligned + 1
  return draw < rise + (down[misaligned] as number) ? misaligned - 1 : misaligned
}

/** The generations that each of `runs` histories takes from `start` misaligned agents to `goal`. */
export function* generationsTaken(
  of: Process,
  start: number,
  goal: number,
  runs: number,
  streamOf: (run: number) => Random,
): Generator<void, number[], void> {
  const rates = ratesOf(of)
  const taken: number[] = []
  let work = 0
  for (let run = 0; run < runs; run++) {
    const random = streamOf(run)
    let births = 0
    for (let misaligned = start; misaligned < goal; births++) {
      misaligned = afterBirth(rates, misaligned, random)
      if (++work < turn) continue
      work = 0
      yield
    }
    taken.push(births / of.agents)
  }
  return taken
}

/** One history: the share of misaligned agents at the start and after every `every` generations. */
export function history(
  of: Process,
  start: number,
  points: number,
  every: number,
  random: Random,
): number[] {
  const rates = ratesOf(of)
  const shares = [start / of.agents]
  let misaligned = start
  while (shares.length < points) {
    for (let birth = 0; birth < every * of.agents; birth++) {
      misaligned = afterBirth(rates, misaligned, random)
    }
    shares.push(misaligned / of.agents)
  }
  return shares
}
