import { problem } from '../../core/problem.ts'
import { knownIds, nearestAmong } from '../../graph/known-ids.ts'
import type { Rule } from '../rule.ts'

/** A node that was merged into one that does not exist. */
export const mergedIntoUnknown: Rule = function* (kb) {
  const known = knownIds(kb.paths).nodes
  const nearest = nearestAmong(known)
  for (const { withdrawn } of kb.graph.nodes.values()) {
    const into = withdrawn?.mergedInto
    if (into === undefined || known.has(into.id)) continue
    yield problem('merged-into-unknown', into.place, { id: into.id, nearest: nearest(into.id) })
  }
}
