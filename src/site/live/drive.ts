import type { Run, Step } from '../../experiments/contract.ts'

/** What a driven run needs of its surroundings. */
export interface Surroundings {
  /** Milliseconds from any start. */
  now(): number
  /** Lets messages in; resolves when they have been heard. */
  pause(): Promise<void>
  /** Whether the run is no longer wanted. Asked after each pause. */
  isAborted(): boolean
  /** Hears how far the run is, at most ten times a second. */
  onStep(step: Step<object>): void
}

const workBetweenPauses = 30
const timeBetweenSteps = 100

/**
 * Drives a run to its end, pausing after each 30 ms of work. Resolves to what the run returns, or
 * to undefined where it was aborted; throws what the run throws.
 */
export async function drive(run: Run<object>, around: Surroundings): Promise<object | undefined> {
  let lastStep = around.now() - timeBetweenSteps
  for (;;) {
    await around.pause()
    if (around.isAborted()) {
      run.return(undefined as never)
      return undefined
    }
    const next = workFor(run, around)
    if (next.done) return next.value
    if (around.now() - lastStep < timeBetweenSteps) continue
    around.onStep(next.value)
    lastStep = around.now()
  }
}

function workFor(run: Run<object>, { now }: Surroundings): IteratorResult<Step<object>, object> {
  const start = now()
  for (;;) {
    const next = run.next()
    if (next.done === true || now() - start >= workBetweenPauses) return next
  }
}
