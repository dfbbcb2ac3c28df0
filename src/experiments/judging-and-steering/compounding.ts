import type { Random } from '../contract.ts'
import { wholePower } from '../lib/elementary.ts'

/** The chance that none of `steps` independent steps goes wrong, each with chance `stepError`. */
export function chanceOfNoError(stepError: number, steps: number): number {
  return wholePower(1 - stepError, steps)
}

/** How many of `runs` plans are carried through, step by step, without an error. */
export function countWithoutError(
  stepError: number,
  steps: number,
  runs: number,
  random: Random,
): number {
  let count = 0
  for (let run = 0; run < runs; run++) {
    let step = 0
    while (step < steps && random.uniform() >= stepError) step++
    if (step === steps) count++
  }
  return count
}
