import process from 'node:process'
import { isDeepStrictEqual } from 'node:util'
import type { Check, PresetName, PresetResult, PublishedResult } from '../../src/core/experiment-result.ts'
import { measuresOf } from '../../src/core/experiment-result.ts'
import { canonical } from '../../src/experiments/canonical.ts'
import type { ExperimentId } from '../../src/experiments/registry.ts'
import { jobsFor, nameOf, rootSeed, shardOf, type Outcome } from './job.ts'
import { readPublished, work, type Where } from './publish.ts'

/** Runs again what is published and says what came out differently; 1 if anything did. */
export async function checkResults(
  ids: readonly ExperimentId[],
  where: Where,
  { withSeeds, shard }: { withSeeds: boolean; shard: readonly [number, number] | undefined },
): Promise<number> {
  const jobs = jobsFor(ids, withSeeds)
  const outcomes = await work(shard === undefined ? jobs : shardOf(jobs, ...shard))
  let differing = 0
  for (const outcome of outcomes) {
    const published = readPublished(outcome.job.id, where)?.value
    const difference = published ? compare(outcome, published) : 'is not published'
    if (difference === undefined) continue
    differing++
    process.stdout.write(`${nameOf(outcome.job)} ${difference}\n`)
  }
  const checked = `${String(outcomes.length)} runs`
  if (differing === 0) process.stdout.write(`${checked} came out as published.\n`)
  else {
    process.stdout.write(
      `${String(differing)} of ${checked} differ. If that is meant, raise the version of the experiment and publish it with \`npm run experiments -- <id>\`.\n`,
    )
  }
  return differing === 0 ? 0 : 1
}

function compare(outcome: Outcome, published: PublishedResult): string | undefined {
  if ('checks' in outcome) return compareChecks(outcome.checks, published.checks)
  const { job, version, run } = outcome
  if (job.seed !== rootSeed) {
    const label = published.otherSeeds.find(({ seed }) => seed === job.seed)?.label
    if (label === run.verdict.label) return undefined
    return `gives the verdict ${run.verdict.label}, published is ${String(label)}`
  }
  const there = job.preset === 'published' ? published : published.presets[job.preset]
  if (version !== published.version) {
    return `is version ${String(version)}, published is ${String(published.version)}`
  }
  if (run.digest !== there?.digest) {
    const short = [run.digest, there?.digest ?? 'none'].map((digest) => digest.slice(0, 12))
    return `has the digest ${short.join(', published is ')}`
  }
  return isSameReport(run, published, job.preset) ? undefined : 'is told in other words or measures'
}

function isSameReport(run: PresetResult, published: PublishedResult, preset: PresetName): boolean {
  const there = preset === 'published' ? published : published.presets[preset]
  const told = [there?.sentence, there?.verdict, there?.settings, measuresOf(published, preset)]
  return isDeepStrictEqual(
    canonical([run.sentence, run.verdict, run.settings, run.measures]),
    canonical(told),
  )
}

function compareChecks(checks: readonly Check[], published: readonly Check[]): string | undefined {
  const missed = checks.flatMap(({ id, cases }) =>
    cases
      .filter(({ expected, ours, tolerance }) => Math.abs(ours - expected) > tolerance)
      .map(({ label }) => `${id}, ${label}`),
  )
  if (missed.length > 0) return `miss a known value: ${missed.join('; ')}`
  return isDeepStrictEqual(canonical(checks), canonical(published))
    ? undefined
    : 'are others than those published'
}
