import type { NodeId } from '../../core/id.ts'
import { problem } from '../../core/problem.ts'
import { replacementOf } from '../../graph/merges.ts'
import type { Rule } from '../rule.ts'

/**
 * A node that was merged into one that had left the argument without a merge before. One that
 * leaves it later is no fault of the merge, and its page explains.
 */
export const mergedIntoWithdrawn: Rule = function* ({ graph }) {
  for (const { withdrawn } of graph.nodes.values()) {
    if (withdrawn?.mergedInto === undefined) continue
    const into = withdrawn.mergedInto
    const target = graph.nodes.get(into.id as NodeId)
    if (target?.withdrawn === undefined) continue
    const gone = target.withdrawn
    if (gone.mergedInto !== undefined || gone.on >= withdrawn.on) continue
    const details = { id: into.id, on: gone.on, nearest: replacementOf(graph.nodes, target) }
    yield problem('merged-into-withdrawn', into.place, details, [
      { message: `Withdrawn: ${gone.reason}`, place: target.places['withdrawn'] ?? target.place },
    ])
  }
}
