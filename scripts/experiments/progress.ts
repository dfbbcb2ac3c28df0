import process from 'node:process'
import { SingleBar } from 'cli-progress'
import { nameOf } from './job.ts'
import type { Watcher } from './run-jobs.ts'

/**
 * Tells how a sweep goes on: a bar in a terminal, elsewhere a line for each job that is done.
 * `stop` ends the bar.
 */
export function showProgress(jobs: number): Watcher & { stop(): void } {
  const format = '  {bar} {percentage} % · {eta_formatted} left · {finished} of {jobs} runs'
  const bar = new SingleBar({ format, barsize: 24, hideCursor: true, stream: process.stderr })
  let finished = 0
  if (process.stderr.isTTY) bar.start(jobs, 0, { finished, jobs })
  return {
    progress: (done) => bar.update(done, { finished }),
    finished({ job }, milliseconds) {
      finished++
      if (process.stderr.isTTY) return
      process.stderr.write(`${nameOf(job)} in ${(milliseconds / 1000).toFixed(1)} s\n`)
    },
    stop: () => bar.stop(),
  }
}
