import { problem } from '../../core/problem.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

/** A claim that nothing supports. */
export const claimWithoutSupport: Rule = function* (kb) {
  for (const node of activeNodes(kb, 'claim')) {
    const incoming = kb.graph.incoming.get(node.id) ?? []
    if (incoming.some(({ kind }) => kind === 'supports')) continue
    yield problem('claim-without-support', placeOf(node, 'statement'), { id: node.id })
  }
}
