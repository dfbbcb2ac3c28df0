import { problem } from '../../core/problem.ts'
import type { Rule } from '../rule.ts'
import { unknownSuccessors } from '../unknown-successors.ts'

/** A node that was merged into one that does not exist. */
export const mergedIntoUnknown: Rule = function* (kb) {
  const into = unknownSuccessors(kb, ({ mergedInto }) => (mergedInto ? [mergedInto] : []))
  for (const { place, ...details } of into) yield problem('merged-into-unknown', place, details)
}
