import { proxy, wrap, type Remote } from 'comlink'
import type { Job, Outcome, Progress, WorkerApi } from './job.ts'

/** A job in the hands of the worker, or waiting for it. */
export interface Running {
  /** How it ended. Never rejects. */
  readonly outcome: Promise<Outcome>
  /** Ends it as cancelled: at once where it waits, else within a quarter of a second. */
  cancel(): void
}
/** What a page wants to hear of a job. */
export interface Hearer {
  /** Another job is before it. */
  onWait(): void
  onStart(): void
  onProgress(progress: Progress): void
}

interface Open {
  readonly worker: Worker
  readonly api: Remote<WorkerApi>
  readonly broken: Promise<Outcome>
}

const patience = 250
let open: Open | undefined
let queue: Promise<unknown> = Promise.resolve()
let jobs = 0
let unfinished = 0

/** Runs a job in the page's one worker after those that were asked for before. */
export function startJob(wanted: Omit<Job, 'number'>, hearer: Hearer): Running {
  const job = { ...wanted, number: jobs++ }
  let end = (_: Outcome): void => {}
  const cancelled = new Promise<Outcome>((resolve) => (end = resolve))
  let isCancelled = false
  let isOn = false
  if (unfinished++ > 0) hearer.onWait()
  const work = async (): Promise<Outcome> => {
    if (isCancelled) return { kind: 'cancelled' }
    isOn = true
    const { api, broken } = openWorker()
    hearer.onStart()
    const hear = proxy((progress: Progress) => {
      if (!isCancelled) hearer.onProgress(progress)
    })
    return Promise.race([api.run(job, hear), cancelled, broken])
  }
  const outcome = queue.then(work).catch(failed)
  queue = outcome.finally(() => unfinished--)
  return {
    outcome: Promise.race([outcome, cancelled]),
    cancel() {
      if (isCancelled) return
      isCancelled = true
      void (isOn ? abort(job.number) : Promise.resolve()).then(() => end({ kind: 'cancelled' }))
    },
  }
}

function failed(error: unknown): Outcome {
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
}

function openWorker(): Open {
  if (open !== undefined) return open
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const broken = new Promise<Outcome>((resolve) => {
    worker.onerror = (event) => {
      close()
      const message = event.message || 'The part of the page that computes could not be loaded.'
      resolve({ kind: 'failed', message })
    }
  })
  open = { worker, api: wrap<WorkerApi>(worker), broken }
  return open
}

/** Asks the worker to stop a job, and ends the worker where it does not hear. */
async function abort(number: number): Promise<void> {
  if (open === undefined) return
  const heard = Promise.resolve(open.api.abort(number)).then(() => true)
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience))
  if (!(await Promise.race([heard, late]))) close()
}

function close(): void {
  open?.worker.terminate()
  open = undefined
}
