import { problem } from '../../core/problem.ts'
import type { Rule } from '../rule.ts'

/** A sentence of the outline that no node carries. */
export const outlineSentenceUncarried: Rule = function* (kb) {
  for (const { paragraphs } of kb.outlines.values()) {
    for (const { label, carriers, place } of paragraphs.flatMap(({ sentences }) => sentences)) {
      if (carriers.length > 0) continue
      yield problem('outline-sentence-uncarried', place, { label })
    }
  }
}
