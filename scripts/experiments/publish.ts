import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { PublishedResult } from '../../src/core/experiment-result.ts'
import type { ExperimentId } from '../../src/experiments/registry.ts'
import { readResult } from '../../src/readers/read-result.ts'
import { UsageError } from '../lib/command.ts'
import { compose, MissingOutcome, toResultText } from './compose.ts'
import { jobsFor, nameOf, shardOf, type Job, type Outcome } from './job.ts'
import { showProgress } from './progress.ts'
import { runJobs } from './run-jobs.ts'

/** The folders of a sweep. */
export interface Where {
  readonly results: string
  readonly pieces: string
}

/** Runs everything that the results are made from and writes them. */
export async function publish(
  ids: readonly ExperimentId[],
  where: Where,
  withSeeds: boolean,
): Promise<number> {
  writeResults(ids, await work(jobsFor(ids, withSeeds)), where)
  return 0
}

/** Does a part of the jobs and leaves their outcomes as files for `mergePieces`. */
export async function publishShard(
  ids: readonly ExperimentId[],
  where: Where,
  { withSeeds, shard }: { withSeeds: boolean; shard: readonly [number, number] },
): Promise<number> {
  const outcomes = await work(shardOf(jobsFor(ids, withSeeds), ...shard))
  fs.mkdirSync(where.pieces, { recursive: true })
  for (const outcome of outcomes) {
    fs.writeFileSync(pieceFile(where, outcome.job), JSON.stringify(outcome))
  }
  process.stdout.write(`${String(outcomes.length)} pieces in ${where.pieces}.\n`)
  return 0
}

/**
 * Writes the results from the pieces of all parts.
 *
 * @throws UsageError where a piece is missing.
 */
export function mergePieces(ids: readonly ExperimentId[], where: Where): number {
  const outcomes = jobsFor(ids, true)
    .map((job) => pieceFile(where, job))
    .filter((file) => fs.existsSync(file))
    .map((file) => JSON.parse(fs.readFileSync(file, 'utf8')) as Outcome)
  writeResults(ids, outcomes, where)
  return 0
}

/** Does jobs and shows how they go on. */
export async function work(jobs: readonly Job[]): Promise<readonly Outcome[]> {
  const progress = showProgress(jobs.length)
  try {
    return await runJobs(jobs, progress)
  } finally {
    progress.stop()
  }
}

/** What is published of an experiment, if it can be read. */
export function readPublished(
  id: ExperimentId,
  { results }: Where,
): { readonly text: string; readonly value: PublishedResult | undefined } | undefined {
  const file = resultFile(id, results)
  if (!fs.existsSync(file)) return undefined
  const text = fs.readFileSync(file, 'utf8')
  return { text, value: readResult({ path: `content/results/${id}.json`, text }).value }
}

function writeResults(
  ids: readonly ExperimentId[],
  outcomes: readonly Outcome[],
  where: Where,
): void {
  fs.mkdirSync(where.results, { recursive: true })
  for (const id of ids) {
    const result = composed(id, outcomes, where)
    fs.writeFileSync(resultFile(id, where.results), toResultText(result))
    const { digest, verdict } = result
    process.stdout.write(`${id}: ${verdict.label}, digest ${digest.slice(0, 12)}\n`)
  }
}

function composed(
  id: ExperimentId,
  outcomes: readonly Outcome[],
  where: Where,
): PublishedResult {
  try {
    return compose(id, outcomes, readPublished(id, where)?.value?.otherSeeds)
  } catch (error) {
    if (!(error instanceof MissingOutcome)) throw error
    throw new UsageError(`${error.message}; have all parts been run?`)
  }
}

function resultFile(id: ExperimentId, folder: string): string {
  return path.join(folder, `${id}.json`)
}

function pieceFile({ pieces }: Where, job: Job): string {
  return path.join(pieces, `${nameOf(job)}.json`)
}
