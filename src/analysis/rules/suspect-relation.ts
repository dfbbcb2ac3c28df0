import { problem } from '../../core/problem.ts'
import { endsOf, suspectEdges } from '../reviews.ts'
import { placeOf, type Rule } from '../rule.ts'

/** A relation that was judged by another wording of its statements or its reason. */
export const suspectRelation: Rule = function* (kb) {
  for (const { edge, place } of suspectEdges(kb)) {
    const related = endsOf(kb.graph, edge).map((node) => ({
      message: `The statement of \`${node.id}\` as it is now`,
      place: placeOf(node, 'statement'),
    }))
    const { kind, to } = edge
    yield problem('suspect-relation', place, { kind, target: to }, related)
  }
}
