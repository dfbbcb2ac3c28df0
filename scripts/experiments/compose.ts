import stringify from 'json-stringify-pretty-compact'
import type { PublishedResult } from '../../src/core/experiment-result.ts'
import { canonical } from '../../src/experiments/canonical.ts'
import type { ExperimentId } from '../../src/experiments/registry.ts'
import { readResult } from '../../src/readers/read-result.ts'
import { otherSeeds, rootSeed, type Outcome } from './job.ts'

type Run = Extract<Outcome, { readonly run: unknown }>

/** An outcome that the file of a result cannot do without. */
export class MissingOutcome extends Error {}

/**
 * The published result of an experiment from the outcomes of its jobs. Verdicts under other seeds
 * are `kept` from what was published where they were not run again.
 *
 * @throws MissingOutcome where a job's outcome is not there.
 */
export function compose(
  id: ExperimentId,
  outcomes: readonly Outcome[],
  kept: PublishedResult['otherSeeds'] = [],
): PublishedResult {
  const own = outcomes.filter(({ job }) => job.id === id)
  const find = (preset: string, seed: number): Run | undefined =>
    own.find(
      (each): each is Run => 'run' in each && each.job.preset === preset && each.job.seed === seed,
    )
  const need = (preset: string): Run => {
    const found = find(preset, rootSeed)
    if (found === undefined) throw new MissingOutcome(`${id}: the run of ${preset} is missing`)
    return found
  }
  const published = need('published')
  const { measures, result = {}, ...run } = published.run
  const checks = own.find((each) => 'checks' in each)
  if (checks === undefined) throw new MissingOutcome(`${id}: the known answers are missing`)
  const { result: _unpublished, ...quick } = need('quick').run
  const tried = otherSeeds.flatMap((seed) => {
    const label = find('published', seed)?.run.verdict.label
    return label === undefined ? [] : [{ seed, label }]
  })
  return {
    experiment: id,
    version: published.version,
    seed: rootSeed,
    ...run,
    ...measures,
    presets: { quick, attack: need('attack').run },
    otherSeeds: tried.length === otherSeeds.length ? tried : kept,
    checks: checks.checks,
    result,
  }
}

/**
 * The text of the file: canonical, so that equal results give equal bytes.
 *
 * @throws TypeError for a result that would not be read back, which is the fault of its experiment.
 */
export function toResultText(result: PublishedResult): string {
  const text = `${stringify(canonical(result), { indent: 1, maxLength: 100 })}\n`
  const path = `content/results/${result.experiment}.json`
  const [first] = readResult({ path, text }).problems
  if (first !== undefined) throw new TypeError(`Expected a result that can be read: ${first.message}`)
  return text
}
