import type { SourceId } from '../../core/id.ts'
import { problem } from '../../core/problem.ts'
import { activeNodes, type Rule } from '../rule.ts'

const secondHand: ReadonlySet<string | undefined> = new Set(['secondary', 'unread'])

/** Evidence that gives numbers and rests only on sources that nobody here has read. */
export const secondHandFigure: Rule = function* (kb) {
  for (const node of activeNodes(kb, 'evidence')) {
    const [first, ...others] = node.sources
    if (!node.givesNumbers || node.experiment !== undefined || first === undefined) continue
    const readings = node.sources.map(({ id }) => kb.sources.get(id as SourceId)?.checked.how)
    if (!readings.every((how) => secondHand.has(how))) continue
    const related = others.map(({ place }) => ({ message: 'Nor has this one been read', place }))
    yield problem('second-hand-figure', first.place, { id: node.id }, related)
  }
}
