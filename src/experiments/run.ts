import { canonical, digestOf } from './canonical.ts'
import type { Experiment, Run, Settings } from './contract.ts'
import { chanceOf } from './lib/random.ts'

/** A finished run: its result rounded as it is published, and the digest of all that made it. */
export interface Finished {
  readonly result: object
  readonly digest: string
}

/** Starts a run. `seed` is a whole number from 0 to 2^32 - 1. */
export function startRun(experiment: Experiment, settings: Settings, seed: number): Run<object> {
  return experiment.run(settings, chanceOf(experiment.id, experiment.version, seed))
}

/**
 * Rounds what a run returned and gives its digest.
 *
 * @throws ResultError where the result has a number that is not finite.
 */
export function finishRun(
  experiment: Experiment,
  settings: Settings,
  seed: number,
  result: object,
): Finished {
  const rounded = canonical(result) as object
  const { id, version } = experiment
  return { result: rounded, digest: digestOf({ experiment: id, version, settings, seed, result: rounded }) }
}

/** Runs to the end without pause; `onStep` hears how much is done. */
export function runToEnd(
  experiment: Experiment,
  settings: Settings,
  seed: number,
  onStep?: (fraction: number) => void,
): Finished {
  const run = startRun(experiment, settings, seed)
  for (;;) {
    const next = run.next()
    if (next.done) return finishRun(experiment, settings, seed, next.value)
    onStep?.(next.value.fraction)
  }
}
