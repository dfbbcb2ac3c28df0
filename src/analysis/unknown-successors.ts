import type { Reference, Withdrawal } from '../core/document.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { knownIds, nearestAmong } from '../graph/known-ids.ts'

/** A node that a withdrawal names and that does not exist, and one that is named much like it. */
export interface UnknownSuccessor extends Reference {
  readonly nearest: string | undefined
}

/** Of the nodes that `named` takes from each withdrawal, those that do not exist. */
export function* unknownSuccessors(
  { graph, paths }: KnowledgeBase,
  named: (withdrawn: Withdrawal) => readonly Reference[],
): Generator<UnknownSuccessor> {
  const known = knownIds(paths).nodes
  const nearest = nearestAmong(known)
  for (const { withdrawn } of graph.nodes.values()) {
    for (const { id, place } of withdrawn === undefined ? [] : named(withdrawn)) {
      if (!known.has(id)) yield { id, place, nearest: nearest(id) }
    }
  }
}
