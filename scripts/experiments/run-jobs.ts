import os from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { Tinypool } from 'tinypool'
import type { Job, Outcome } from './job.ts'
import type { Task } from './task.ts'

/** Who hears how a sweep goes on. */
export interface Watcher {
  /** `done` is the sum of the shares that are done of each job. */
  progress(done: number, of: number): void
  finished(outcome: Outcome, milliseconds: number): void
}

/** Does all jobs, as many at a time as there are processors; outcomes come in the jobs' order. */
export async function runJobs(jobs: readonly Job[], watcher: Watcher): Promise<readonly Outcome[]> {
  const pool = new Tinypool({
    filename: new URL('task.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.min(os.availableParallelism(), jobs.length),
  })
  const shares = new Map<Job, number>()
  const tell = (job: Job, share: number): void => {
    shares.set(job, share)
    watcher.progress([...shares.values()].reduce((sum, each) => sum + each, 0), jobs.length)
  }
  try {
    return await Promise.all(jobs.map((job) => runJob(pool, job, tell, watcher)))
  } finally {
    await pool.destroy()
  }
}

async function runJob(
  pool: Tinypool,
  job: Job,
  tell: (job: Job, share: number) => void,
  watcher: Watcher,
): Promise<Outcome> {
  const { port1: mine, port2: port } = new MessageChannel()
  let started: number | undefined
  mine.on('message', (share: number) => {
    started ??= performance.now()
    tell(job, share)
  })
  const task: Task = { job, port }
  const outcome = (await pool.run(task, { transferList: [port] })) as Outcome
  tell(job, 1)
  mine.close()
  watcher.finished(outcome, performance.now() - (started ?? performance.now()))
  return outcome
}
