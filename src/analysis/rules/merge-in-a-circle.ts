import { problem } from '../../core/problem.ts'
import { findMergeCircles } from '../../graph/merges.ts'
import type { Rule } from '../rule.ts'

/** Nodes that were merged into one another in a circle, or one into itself. */
export const mergeInACircle: Rule = function* ({ graph }) {
  for (const circle of findMergeCircles(graph.nodes)) {
    const [first, ...rest] = circle.flatMap((id) => graph.nodes.get(id)?.withdrawn?.mergedInto ?? [])
    if (first === undefined) continue
    const related = rest.slice(0, 8).map(({ id, place }) => ({
      message: `Merged into \`${id}\``,
      place,
    }))
    yield problem('merge-in-a-circle', first.place, { cycle: circle }, related)
  }
}
