import type { MessagePort } from 'node:worker_threads'
import type { Check } from '../../src/core/experiment-result.ts'
import { canonical } from '../../src/experiments/canonical.ts'
import { loadExperiment, loadKnownAnswers } from '../../src/experiments/registry.ts'
import { runToEnd } from '../../src/experiments/run.ts'
import type { Job, Outcome } from './job.ts'

/** Does one job in a worker thread; tells through `port` how much of it is done. */
export default async function task({ job, port }: Task): Promise<Outcome> {
  port.postMessage(0)
  const outcome = job.kind === 'run' ? await run(job, port) : await check(job)
  port.postMessage(1)
  port.close()
  return outcome
}

export interface Task {
  readonly job: Job
  readonly port: MessagePort
}

async function run(job: Job & { kind: 'run' }, port: MessagePort): Promise<Outcome> {
  const experiment = await loadExperiment(job.id)
  const settings = experiment.presets[job.preset]
  const { result, digest } = runToEnd(experiment, settings, job.seed, (fraction) => {
    port.postMessage(fraction)
  })
  const { sentence, verdict, measures } = experiment.report(result, settings)
  const whole = { settings, digest, sentence, verdict, measures, result }
  return { job, version: experiment.version, run: canonical(whole) as typeof whole }
}

async function check(job: Job & { kind: 'checks' }): Promise<Outcome> {
  const checks: Check[] = []
  for (const { id, statement, source, cases } of await loadKnownAnswers(job.id)) {
    const compared = cases.map(({ label, expected, tolerance, ours }) => ({
      label,
      expected,
      tolerance,
      ours: ours(),
    }))
    checks.push({ id, statement, source, cases: compared })
  }
  return { job, checks: canonical(checks) as Check[] }
}
