import { problem } from '../../core/problem.ts'
import { nearestAmong } from '../../graph/known-ids.ts'
import { lostReviews } from '../reviews.ts'
import type { Rule } from '../rule.ts'

/** A review of a relation that is not, or not any more, part of the argument. */
export const unknownReview: Rule = function* (kb) {
  const nearest = nearestAmong(new Set(kb.graph.edges.keys()))
  for (const { edge, place } of lostReviews(kb)) {
    yield problem('unknown-review', place, { edge, nearest: nearest(edge) })
  }
}
