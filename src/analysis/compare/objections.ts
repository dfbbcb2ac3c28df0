import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { unansweredCounterargument } from '../rules/unanswered-counterargument.ts'
import type { ComparisonLists } from './comparison.ts'

/** Objections that lost or lack an answer, and those that got one. */
export function compareObjections(
  before: KnowledgeBase,
  after: KnowledgeBase,
): Pick<ComparisonLists, 'unanswered' | 'answered'> {
  const [was, is] = [unansweredIn(before), unansweredIn(after)]
  return {
    unanswered: [...is]
      .filter((id) => !was.has(id))
      .map((id) => ({ id, isNew: !before.graph.nodes.has(id) })),
    answered: [...was]
      .filter((id) => {
        const node = after.graph.nodes.get(id)
        return node?.kind === 'counterargument' && node.withdrawn === undefined && !is.has(id)
      })
      .map((id) => ({ id })),
  }
}

function unansweredIn(kb: KnowledgeBase) {
  const files = new Set([...unansweredCounterargument(kb)].map(({ place }) => place.file))
  const nodes = [...kb.graph.nodes.values()].filter(({ place }) => files.has(place.file))
  return new Set(nodes.map(({ id }) => id))
}
