import { problem } from '../../core/problem.ts'
import type { Rule } from '../rule.ts'
import { unknownSuccessors } from '../unknown-successors.ts'

/** A node under `see` of a withdrawn node that does not exist. */
export const withdrawnSeeUnknown: Rule = function* (kb) {
  for (const { place, ...details } of unknownSuccessors(kb, ({ see }) => see)) {
    yield problem('withdrawn-see-unknown', place, details)
  }
}
