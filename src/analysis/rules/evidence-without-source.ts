import { problem } from '../../core/problem.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

/** Evidence with neither a source nor an experiment. */
export const evidenceWithoutSource: Rule = function* (kb) {
  for (const node of activeNodes(kb, 'evidence')) {
    if (node.sources.length > 0 || node.experiment !== undefined) continue
    yield problem('evidence-without-source', placeOf(node, 'statement'), { id: node.id })
  }
}
