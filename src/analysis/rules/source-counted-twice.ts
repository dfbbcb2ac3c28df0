import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { ArgumentNode, SourceRef } from '../../core/document.ts'
import { problem } from '../../core/problem.ts'
import { supportGroups } from '../../graph/premises.ts'
import type { Rule } from '../rule.ts'

/** Two pieces of evidence that support one node, not as linked premises, and rest on one source. */
export const sourceCountedTwice: Rule = function* (kb) {
  for (const claim of kb.graph.nodes.keys()) {
    const first = new Map<string, { readonly node: ArgumentNode; readonly ref: SourceRef }>()
    for (const node of evidenceFor(kb.graph, claim)) {
      for (const ref of node.sources) {
        const other = first.get(ref.id)
        if (other === undefined) {
          first.set(ref.id, { node, ref })
        } else if (other.node !== node) {
          const details = { source: ref.id, claim, other: other.node.id }
          yield problem('source-counted-twice', ref.place, details, [
            { message: 'The same source', place: other.ref.place },
          ])
        }
      }
    }
  }
}

function evidenceFor(graph: ArgumentGraph, claim: NodeId): readonly ArgumentNode[] {
  return supportGroups(graph, claim)
    .filter((group) => group.length === 1)
    .flatMap((group) => group.flatMap(({ from }) => graph.nodes.get(from) ?? []))
    .filter(({ kind }) => kind === 'evidence')
}
