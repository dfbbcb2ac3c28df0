import { problem } from '../../core/problem.ts'
import { findSupportCycles } from '../../graph/cycles.ts'
import type { Rule } from '../rule.ts'

/** Nodes that support one another in a circle. */
export const supportCycle: Rule = function* (kb) {
  for (const [first, ...rest] of findSupportCycles(kb.graph)) {
    if (first === undefined) continue
    const related = rest.slice(0, 8).map(({ from, to, place }) => ({
      message: `\`${from}\` supports \`${to}\``,
      place,
    }))
    const cycle = [first, ...rest].map(({ from }) => from)
    yield problem('support-cycle', first.place, { cycle }, related)
  }
}
