import fs from 'node:fs'
import process from 'node:process'
import { visible } from '../../src/core/catalogue/entry.ts'
import { ResultError } from '../../src/experiments/canonical.ts'
import type { Experiment, PresetName, Settings } from '../../src/experiments/contract.ts'
import { readSettings } from '../../src/experiments/read-settings.ts'
import { loadExperiment, type ExperimentId } from '../../src/experiments/registry.ts'
import { runToEnd } from '../../src/experiments/run.ts'
import { toRunCsv, toRunFile, toRunJson, type RunFile } from '../../src/experiments/run-file.ts'
import { quote, UsageError, type Given } from '../lib/command.ts'
import { rootSeed } from './job.ts'
import { toRunText } from './run-text.ts'

/** Runs one experiment with settings of the caller and prints or writes what came out. */
export async function runOwn(ids: readonly ExperimentId[], given: Given): Promise<number> {
  const [id, ...more] = ids
  if (id === undefined || more.length > 0) {
    throw new UsageError('Unexpected settings for several experiments, expected one id before them.')
  }
  const file = given.values.get('out')
  if (file !== undefined) openForWriting(file)
  const experiment = await loadExperiment(id)
  const run = runOnce(experiment, settingsFor(experiment, given), readSeed(given))
  if (run === undefined) return 1
  const text = format(run, given.values.get('format') ?? 'text')
  if (file === undefined) process.stdout.write(text)
  else fs.writeFileSync(file, text)
  return 0
}

// Before the run, so that nothing is worked out in vain.
function openForWriting(file: string): void {
  try {
    fs.closeSync(fs.openSync(file, 'a'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`${quote(file)} cannot be written (${code ?? 'unknown reason'}).`)
  }
}

function runOnce(experiment: Experiment, settings: Settings, seed: number): RunFile | undefined {
  try {
    const finished = runToEnd(experiment, settings, seed)
    const report = experiment.report(finished.result, settings)
    return toRunFile(experiment, settings, seed, finished, report)
  } catch (error) {
    if (!(error instanceof ResultError)) throw error
    process.stderr.write(`The run failed: ${error.message}\n`)
    return undefined
  }
}

function settingsFor(experiment: Experiment, { values, lists }: Given): Settings {
  const preset = (values.get('preset') ?? 'published') as PresetName
  const names = new Set<string>()
  const pairs = (lists.get('set') ?? []).map((text) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    if (name === '') throw new UsageError(`Unexpected ${quote(text)}, expected \`key=value\`.`)
    if (names.has(name)) throw new UsageError(`Unexpected second value of ${quote(name)}.`)
    names.add(name)
    return [name, value] as const
  })
  const read = readSettings(pairs, experiment.settings, experiment.presets[preset])
  for (const notice of read.notices) process.stderr.write(`${visible(notice)}\n`)
  return read.settings
}

function readSeed({ values }: Given): number {
  const text = values.get('seed')
  if (text === undefined) return rootSeed
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (seed <= 0xffff_ffff) return seed
  throw new UsageError(
    `Unexpected ${quote(text)} as \`--seed\`, expected a whole number from 0 to 4294967295.`,
  )
}

function format(run: RunFile, name: string): string {
  if (name === 'json') return toRunJson(run)
  return name === 'csv' ? toRunCsv(run) : toRunText(run)
}
