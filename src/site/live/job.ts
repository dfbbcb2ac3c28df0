import type { Report, Settings } from '../../experiments/contract.ts'

/** A run that a page asks its worker for. */
export interface Job {
  /** Different for each job of a page. */
  readonly number: number
  readonly experiment: string
  readonly settings: Settings
  readonly seed: number
}
/** How far a run is; `report` where there is enough for one. */
export interface Progress {
  readonly fraction: number
  readonly report?: Report
}
/** A finished run, with the files that readers download. */
export interface Finished {
  readonly kind: 'finished'
  readonly version: number
  readonly digest: string
  readonly report: Report
  readonly json: string
  readonly csv: string
}
/** How a job ended. */
export type Outcome =
  Finished | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly message: string }

/** What a worker does for a page. */
export interface WorkerApi {
  /** Runs a job; one at a time. Never rejects. */
  run(job: Job, hear: (progress: Progress) => void): Promise<Outcome>
  /** Stops a job, if it is the one that runs. */
  abort(number: number): void
}
