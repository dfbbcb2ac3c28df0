import type { ArgumentNode, NodeKind } from '../../core/document.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'

const kindOrder: Readonly<Record<NodeKind, number>> = {
  claim: 0,
  counterargument: 1,
  evidence: 2,
  question: 3,
}

/** Compares nodes as a reader meets them: by kind, within it by part of the essay, then by id. */
export function readingOrder(kb: KnowledgeBase): (a: ArgumentNode, b: ArgumentNode) => number {
  const parts = new Map(
    [...kb.maps.values()].flatMap((map) =>
      map.parts.map((part, index) => [`${map.id}/${part.id}`, index] as const),
    ),
  )
  const partOf = (node: ArgumentNode) =>
    parts.get(`${node.map}/${kb.parts.get(node.id) ?? ''}`) ?? parts.size
  return (a, b) =>
    kindOrder[a.kind] - kindOrder[b.kind] || partOf(a) - partOf(b) || (a.id < b.id ? -1 : 1)
}
