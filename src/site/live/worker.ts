import { expose, releaseProxy, type Remote } from 'comlink'
import type { Experiment, Report, Settings } from '../../experiments/contract.ts'
import { readSettings, writeSettings } from '../../experiments/read-settings.ts'
import { isExperimentId, loadExperiment } from '../../experiments/registry.ts'
import { toRunCsv, toRunFile, toRunJson } from '../../experiments/run-file.ts'
import { finishRun, startRun } from '../../experiments/run.ts'
import { drive } from './drive.ts'
import type { Job, Outcome, Progress, WorkerApi } from './job.ts'
import { mostSeed } from './live-data.ts'

let aborted = -1

const api: WorkerApi = {
  async run(job, hear) {
    try {
      return await runJob(job, hear)
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
    } finally {
      ;(hear as Remote<typeof hear>)[releaseProxy]()
    }
  },
  abort(number) {
    aborted = number
  },
}

expose(api)

async function runJob(job: Job, hear: (progress: Progress) => void): Promise<Outcome> {
  const { experiment: id, seed } = job
  if (!isExperimentId(id)) throw new Error(`There is no experiment “${id}”.`)
  if (!Number.isInteger(seed) || seed < 0 || seed > mostSeed)
    throw new Error('The seed is no seed.')
  const experiment = await loadExperiment(id)
  const { published } = experiment.presets
  const { settings } = readSettings(writeSettings(job.settings), experiment.settings, published)
  const result = await drive(startRun(experiment, settings, seed), {
    now: () => performance.now(),
    pause,
    isAborted: () => aborted === job.number,
    onStep({ fraction, soFar }) {
      const report = reportSoFar(experiment, soFar(), settings)
      hear(report === undefined ? { fraction } : { fraction, report })
    },
  })
  if (result === undefined) return { kind: 'cancelled' }
  const finished = finishRun(experiment, settings, seed, result)
  const report = experiment.report(finished.result, settings)
  const file = toRunFile(experiment, settings, seed, finished, report)
  const { version } = experiment
  const files = { json: toRunJson(file), csv: toRunCsv(file) }
  return { kind: 'finished', version, digest: finished.digest, report, ...files }
}

/** The report of a result that is not complete; undefined where there is too little for one. */
function reportSoFar(
  experiment: Experiment,
  result: object | undefined,
  settings: Settings,
): Report | undefined {
  if (result === undefined) return undefined
  try {
    return experiment.report(result, settings)
  } catch {
    return undefined
  }
}

const { port1, port2 } = new MessageChannel()
const paused: (() => void)[] = []
port1.onmessage = () => paused.shift()?.()

/** A turn of the event loop, without the four milliseconds that timers wait. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    paused.push(resolve)
    port2.postMessage(0)
  })
}
