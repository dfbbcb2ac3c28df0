import { problem } from '../../core/problem.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

/** A counterargument that nothing rebuts and of whose attacks none is undercut. */
export const unansweredCounterargument: Rule = function* (kb) {
  const { incoming, outgoing } = kb.graph
  for (const node of activeNodes(kb, 'counterargument')) {
    const rebutted = (incoming.get(node.id) ?? []).some(({ kind }) => kind === 'rebuts')
    const undercut = (outgoing.get(node.id) ?? []).some(
      ({ id, kind }) => kind === 'rebuts' && incoming.has(id),
    )
    if (rebutted || undercut) continue
    yield problem('unanswered-counterargument', placeOf(node, 'statement'), { id: node.id })
  }
}
