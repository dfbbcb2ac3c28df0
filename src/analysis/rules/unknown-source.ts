import type { Document, SourceRef } from '../../core/document.ts'
import { problem } from '../../core/problem.ts'
import { knownIds, nearestAmong } from '../../graph/known-ids.ts'
import { allDocuments, placeOf, type Rule } from '../rule.ts'

/** A source that a node, a map or an outline names and that does not exist. */
export const unknownSource: Rule = function* (kb) {
  const known = knownIds(kb.paths).sources
  const nearest = nearestAmong(known)
  for (const document of allDocuments(kb)) {
    for (const { id, place } of sourcesOf(document)) {
      if (known.has(id)) continue
      yield problem('unknown-source', place, { id, nearest: nearest(id) })
    }
  }
}

function sourcesOf(document: Document): readonly Pick<SourceRef, 'id' | 'place'>[] {
  if (document.type === 'node') return document.sources
  if (document.type === 'source' || document.source === undefined) return []
  return [{ id: document.source, place: placeOf(document, 'source') }]
}
