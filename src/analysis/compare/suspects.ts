import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { suspectEdges } from '../reviews.ts'
import type { EdgeRef } from './comparison.ts'
import { edgeRef } from './edges.ts'

/** Edges whose review is of another wording now, and was not before. */
export function newlySuspect(before: KnowledgeBase, after: KnowledgeBase): readonly EdgeRef[] {
  const was = new Set(suspectEdges(before).map(({ edge }) => edge.id))
  return suspectEdges(after)
    .filter(({ edge }) => !was.has(edge.id))
    .map(({ edge }) => edgeRef(edge))
}
