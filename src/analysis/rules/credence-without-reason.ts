import { problem } from '../../core/problem.ts'
import { placeOf, type Rule } from '../rule.ts'

/** A credence for which no reason is given. */
export const credenceWithoutReason: Rule = function* (kb) {
  for (const node of kb.graph.nodes.values()) {
    const { credence, credenceBecause } = node
    if (credence === undefined || credenceBecause !== undefined) continue
    yield problem('credence-without-reason', placeOf(node, 'credence'), { credence })
  }
}
