import type { ArgumentMap } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { fileStart, type Place } from '../../core/place.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { knownIds, nearestAmong } from '../../graph/known-ids.ts'
import { replacementOf } from '../../graph/merges.ts'
import { classifyPath } from '../../readers/path.ts'
import { placeOf, type Rule } from '../rule.ts'

/** A map whose thesis, rival or head of a part is not a node, or files of a map without index. */
export const missingThesis: Rule = function* (kb) {
  const known = knownIds(kb.paths)
  const nearest = nearestAmong(known.nodes)
  for (const map of kb.maps.values()) {
    for (const { field, id, place } of headsOf(map)) {
      const node = kb.graph.nodes.get(id as NodeId)
      const withdrawn = node?.withdrawn !== undefined
      if (known.nodes.has(id) && !withdrawn) continue
      const suggestion = withdrawn ? replacementOf(kb.graph.nodes, node) : nearest(id)
      const details = { map: map.id, field, id, withdrawn, nearest: suggestion }
      yield problem('missing-thesis', place, details)
    }
  }
  yield* mapsWithoutIndex(kb, known.maps)
}

interface Head {
  readonly field: 'thesis' | 'rival' | 'head'
  readonly id: string
  readonly place: Place
}

function headsOf(map: ArgumentMap): readonly Head[] {
  const heads: Head[] = [{ field: 'thesis', id: map.thesis, place: placeOf(map, 'thesis') }]
  if (map.rival !== undefined) {
    heads.push({ field: 'rival', id: map.rival, place: placeOf(map, 'rival') })
  }
  for (const { head, place } of map.parts) heads.push({ field: 'head', id: head, place })
  return heads
}

function* mapsWithoutIndex(kb: KnowledgeBase, maps: ReadonlySet<string>): Generator<Problem> {
  const told = new Set<string>()
  for (const path of kb.paths) {
    const file = classifyPath(path).value
    if (file?.type !== 'node' && file?.type !== 'outline') continue
    if (maps.has(file.map) || told.has(file.map)) continue
    told.add(file.map)
    const details = { map: file.map, field: 'map' as const, id: '', withdrawn: false }
    yield problem('missing-thesis', fileStart(path), details)
  }
}
