import { problem } from '../../core/problem.ts'
import type { Relation } from '../../core/relation.ts'
import type { Rule } from '../rule.ts'

/** A node that stands to one target in two of the relations supports, rebuts and refines. */
export const conflictingRelations: Rule = function* (kb) {
  for (const node of kb.graph.nodes.values()) {
    const first = new Map<string, Relation>()
    for (const relation of node.relations) {
      const { kind, to: target, place } = relation
      if (kind === 'undercuts' || kind === 'answers') continue
      const other = first.get(target)
      if (other === undefined) {
        first.set(target, relation)
      } else if (other.kind !== kind) {
        const message = `The \`${other.kind}\` of the same node`
        yield problem('conflicting-relations', place, { target, kinds: [other.kind, kind] }, [
          { message, place: other.place },
        ])
      }
    }
  }
}
