import type { PresetResult, PublishedResult } from '../../core/experiment-result.ts'
import { fileStart } from '../../core/place.ts'
import { problem } from '../../core/problem.ts'
import { digestOf, ResultError } from '../../experiments/canonical.ts'
import type { Rule } from '../rule.ts'

/**
 * A published result whose digest is not that of its data. What is derived from the data, such as
 * measures and verdicts, is compared with the reports of the experiments by `npm test`.
 */
export const editedResult: Rule = function* (kb) {
  for (const [path, result] of kb.results) {
    const id = path.replace(/^.*\/|\.json$/g, '')
    for (const [preset, run] of [['published', result] as const, ...Object.entries(result.presets)]) {
      if (run.result === undefined || isOwnDigest(id, result, run)) continue
      yield problem('edited-result', fileStart(path), { preset, id })
    }
  }
}

function isOwnDigest(
  id: string,
  { version, seed }: PublishedResult,
  { settings, result, digest }: Omit<PresetResult, 'measures'>,
): boolean {
  try {
    return digestOf({ experiment: id, version, settings, seed, result }) === digest
  } catch (error) {
    // JSON has numbers that are too large for any run to have written.
    if (error instanceof ResultError) return false
    throw error
  }
}
