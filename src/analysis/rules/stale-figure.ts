import { problem } from '../../core/problem.ts'
import { compareFigure } from '../figures.ts'
import { allDocuments, type Rule } from '../rule.ts'

/** A number bound to a result that does not agree with it. */
export const staleFigure: Rule = function* (kb) {
  for (const document of allDocuments(kb)) {
    for (const { path, pointer, text, place } of document.figures) {
      if (!kb.results.has(path)) continue
      const difference = compareFigure(text, kb.results.get(path), pointer)
      if (difference === undefined) continue
      yield problem('stale-figure', place, { text, ...difference })
    }
  }
}
