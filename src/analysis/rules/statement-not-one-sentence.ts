import { problem } from '../../core/problem.ts'
import { faultOfStatement } from '../sentences.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

/** A statement that is not one declarative sentence, or of a question not one question. */
export const statementNotOneSentence: Rule = function* (kb) {
  for (const node of activeNodes(kb)) {
    const { statement, kind } = node
    const expected = faultOfStatement(statement, kind === 'question')
    if (expected === undefined) continue
    yield problem('statement-not-one-sentence', placeOf(node, 'statement'), { statement, expected })
  }
}
