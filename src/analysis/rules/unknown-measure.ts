import { nearest } from '../../core/id.ts'
import { problem } from '../../core/problem.ts'
import type { Rule } from '../rule.ts'
import { experimentsOf } from '../rests-on.ts'

/** Evidence that expects something of a measure that its result does not have. */
export const unknownMeasure: Rule = function* (kb) {
  for (const { ref, measures } of experimentsOf(kb)) {
    if (measures === undefined) continue
    for (const [measure, { place }] of Object.entries(ref.expect)) {
      if (Object.hasOwn(measures, measure)) continue
      const near = nearest(measure, Object.keys(measures))
      yield problem('unknown-measure', place, { id: ref.id, measure, nearest: near })
    }
  }
}
