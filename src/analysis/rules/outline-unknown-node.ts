import { problem } from '../../core/problem.ts'
import { knownIds, nearestAmong } from '../../graph/known-ids.ts'
import type { Rule } from '../rule.ts'

/** A node named in the outline that does not exist. */
export const outlineUnknownNode: Rule = function* (kb) {
  const known = knownIds(kb.paths).nodes
  const nearest = nearestAmong(known)
  for (const { paragraphs } of kb.outlines.values()) {
    const sentences = paragraphs.flatMap(({ sentences }) => sentences)
    for (const { id, place } of sentences.flatMap(({ carriers }) => carriers)) {
      if (known.has(id)) continue
      yield problem('outline-unknown-node', place, { id, nearest: nearest(id) })
    }
  }
}
