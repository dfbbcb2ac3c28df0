import { problem } from '../../core/problem.ts'
import type { Rule } from '../rule.ts'
import { experimentsOf } from '../rests-on.ts'

/** Evidence whose experiment does not show what it says the experiment shows. */
export const unmetExpectation: Rule = function* (kb) {
  for (const { ref, measures } of experimentsOf(kb)) {
    for (const [measure, { min = -Infinity, max = Infinity, place }] of Object.entries(ref.expect)) {
      const found = measures && Object.hasOwn(measures, measure) ? measures[measure] : undefined
      if (found === undefined || (found.value >= min && found.value <= max)) continue
      const expected = found.value < min ? `at least ${String(min)}` : `at most ${String(max)}`
      yield problem('unmet-expectation', place, {
        measure,
        value: String(found.value),
        expected,
      })
    }
  }
}
