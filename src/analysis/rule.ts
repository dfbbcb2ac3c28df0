import type { ArgumentNode, Document } from '../core/document.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import type { Place } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'

/** A rule finds problems of one code in a knowledge base; it changes nothing. */
export type Rule = (kb: KnowledgeBase) => Iterable<Problem>

/** The nodes that are part of the argument: all but those that were withdrawn. */
export function* activeNodes(
  kb: KnowledgeBase,
  kind?: ArgumentNode['kind'],
): Generator<ArgumentNode> {
  for (const node of kb.graph.nodes.values()) {
    if (node.withdrawn === undefined && (kind === undefined || node.kind === kind)) yield node
  }
}

/** All documents that were read, nodes first. */
export function* allDocuments(kb: KnowledgeBase): Generator<Document> {
  yield* kb.graph.nodes.values()
  yield* kb.maps.values()
  yield* kb.outlines.values()
  yield* kb.sources.values()
}

/** Where a field stands, or the file where it is not known. */
export function placeOf(document: Document, field: string): Place {
  return document.places[field] ?? document.place
}
