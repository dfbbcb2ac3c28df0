import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measuresOf, type PresetName, type PublishedResult } from '../../src/core/experiment-result.ts'
import { canonical } from '../../src/experiments/canonical.ts'
import { experimentIds, loadExperiment } from '../../src/experiments/registry.ts'
import { runToEnd } from '../../src/experiments/run.ts'

const folder = join(import.meta.dirname, '../../content/results')

function read(id: string): PublishedResult {
  return JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as PublishedResult
}

/** What is published of a preset in words and measures, which no digest covers. */
function told(published: PublishedResult, preset: PresetName): unknown {
  const run = preset === 'published' ? published : published.presets[preset]
  return canonical([run?.sentence, run?.verdict, measuresOf(published, preset)])
}

// Nothing in a published result can be edited by hand without one of these or `edited-result`, but
// the verdicts under other seeds, for which all has to be run again: `npm run experiments -- --check`.
describe.each(experimentIds)('what is published of %s', (id) => {
  it.each(['published', 'attack'] as const)('says of %s what its data say', async (preset) => {
    const published = read(id)
    const { report } = await loadExperiment(id)
    const run = preset === 'published' ? published : published.presets[preset]
    if (run?.result === undefined) throw new RangeError(`Expected data of ${preset}`)
    const { sentence, verdict, measures } = report(run.result, run.settings)
    expect(told(published, preset)).toEqual(canonical([sentence, verdict, measures]))
  })

  it('says of quick what it comes to when it is run again', { timeout: 120_000 }, async () => {
    const published = read(id)
    const experiment = await loadExperiment(id)
    const settings = experiment.presets.quick
    const finished = runToEnd(experiment, settings, published.seed)
    const { sentence, verdict, measures } = experiment.report(finished.result, settings)
    expect(published.presets.quick).toMatchObject({ settings, digest: finished.digest })
    expect(told(published, 'quick')).toEqual(canonical([sentence, verdict, measures]))
  })
})
