import process from 'node:process'
import type { Setting } from '../../src/experiments/contract.ts'
import { experimentIds, loadAbout, loadExperiment, type ExperimentId } from '../../src/experiments/registry.ts'

/** Prints ids, titles and settings of experiments with their bounds. */
export async function list(ids: readonly ExperimentId[]): Promise<number> {
  for (const id of ids) {
    const [{ settings, presets }, { title }] = [await loadExperiment(id), await loadAbout(id)]
    process.stdout.write(`e${String(experimentIds.indexOf(id) + 1)} ${id}: ${title}\n`)
    for (const [name, setting] of Object.entries(settings)) {
      const value = String(presets.published[name])
      process.stdout.write(`  ${name}=${value}  ${setting.label}; ${bounds(setting)}\n`)
    }
  }
  return 0
}

function bounds(setting: Setting): string {
  if (setting.type === 'switch') return 'true or false'
  if (setting.type === 'choice') return setting.options.map(({ value }) => value).join(', ')
  const { min, max, step } = setting
  return `${String(min)} to ${String(max)} in steps of ${String(step)}`
}
