import { nearest } from '../../core/id.ts'
import { problem } from '../../core/problem.ts'
import { placeOf, type Rule } from '../rule.ts'

/** A node in a part that its map does not declare. */
export const unknownPart: Rule = function* (kb) {
  for (const node of kb.graph.nodes.values()) {
    const { part } = node
    const parts = kb.maps.get(node.map)?.parts.map(({ id }) => id)
    if (part === undefined || parts === undefined || parts.includes(part)) continue
    const details = { part, map: node.map, nearest: nearest(part, parts) }
    yield problem('unknown-part', placeOf(node, 'part'), details)
  }
}
