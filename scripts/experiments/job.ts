import type { Check, PresetName, PresetResult } from '../../src/core/experiment-result.ts'
import type { ExperimentId } from '../../src/experiments/registry.ts'

/** A piece of work that needs nothing of another: one run, or the known answers of an experiment. */
export type Job =
  | { readonly kind: 'run'; readonly id: ExperimentId; readonly preset: PresetName; readonly seed: number }
  | { readonly kind: 'checks'; readonly id: ExperimentId }

/** What came of a job. */
export type Outcome =
  | { readonly job: Job & { kind: 'run' }; readonly version: number; readonly run: PresetResult }
  | { readonly job: Job & { kind: 'checks' }; readonly checks: readonly Check[] }

/** The root seed of everything that is published: the day on which it was chosen. */
export const rootSeed = 20_261_124
/** Seeds under which a verdict is tried again. */
export const otherSeeds = [1, 2, 3, 4, 5] as const

/** All that the file of a result is made from, the long runs first. */
export function jobsFor(ids: readonly ExperimentId[], withOtherSeeds: boolean): readonly Job[] {
  const runs = (preset: PresetName, seed: number): Job[] =>
    ids.map((id) => ({ kind: 'run', id, preset, seed }))
  return [
    ...runs('published', rootSeed),
    ...runs('attack', rootSeed),
    ...(withOtherSeeds ? otherSeeds.flatMap((seed) => runs('published', seed)) : []),
    ...ids.map((id): Job => ({ kind: 'checks', id })),
    ...runs('quick', rootSeed),
  ]
}

/** A job in a few words; also the name of its file among the pieces of a sweep. */
export function nameOf(job: Job): string {
  return job.kind === 'run' ? `${job.id}.${job.preset}.${String(job.seed)}` : `${job.id}.checks`
}

/** Every `of`th job from the `index`th on, counted from 1. */
export function shardOf(jobs: readonly Job[], index: number, of: number): readonly Job[] {
  return jobs.filter((_, i) => i % of === index - 1)
}
