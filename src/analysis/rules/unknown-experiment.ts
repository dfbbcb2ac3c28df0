import { problem } from '../../core/problem.ts'
import { knownIds, nearestAmong } from '../../graph/known-ids.ts'
import type { Rule } from '../rule.ts'

/** Evidence that rests on an experiment of which no result is published. */
export const unknownExperiment: Rule = function* (kb) {
  const known = knownIds(kb.paths).experiments
  const nearest = nearestAmong(known)
  for (const { experiment } of kb.graph.nodes.values()) {
    if (experiment === undefined || known.has(experiment.id)) continue
    const { id, place } = experiment
    yield problem('unknown-experiment', place, { id, nearest: nearest(id) })
  }
}
