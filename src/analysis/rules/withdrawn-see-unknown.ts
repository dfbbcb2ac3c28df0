import { problem } from '../../core/problem.ts'
import { knownIds, nearestAmong } from '../../graph/known-ids.ts'
import type { Rule } from '../rule.ts'

/** A node under `see` of a withdrawn node that does not exist. */
export const withdrawnSeeUnknown: Rule = function* (kb) {
  const known = knownIds(kb.paths).nodes
  const nearest = nearestAmong(known)
  for (const { withdrawn } of kb.graph.nodes.values()) {
    for (const { id, place } of withdrawn?.see ?? []) {
      if (known.has(id)) continue
      yield problem('withdrawn-see-unknown', place, { id, nearest: nearest(id) })
    }
  }
}
