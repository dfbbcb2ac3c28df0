import { problem } from '../../core/problem.ts'
import { activeNodes, type Rule } from '../rule.ts'

/** A relation that does not say why the node bears on its target. */
export const relationWithoutBecause: Rule = function* (kb) {
  for (const node of activeNodes(kb)) {
    for (const { kind, to, because, place } of node.relations) {
      if (because !== undefined) continue
      const target = typeof to === 'string' ? to : `${to.from} > ${to.to}`
      yield problem('relation-without-because', place, { kind, target })
    }
  }
}
