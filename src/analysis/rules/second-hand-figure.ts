import type { ArgumentNode } from '../../core/document.ts'
import type { SourceId } from '../../core/id.ts'
import { problem } from '../../core/problem.ts'
import { activeNodes, type Rule } from '../rule.ts'

const secondHand: ReadonlySet<string | undefined> = new Set(['secondary', 'unread'])

/** Evidence that gives numbers and rests only on sources that nobody here has read. */
export const secondHandFigure: Rule = function* (kb) {
  for (const node of activeNodes(kb, 'evidence')) {
    const [first, ...others] = node.sources
    if (!givesFigures(node) || node.experiment !== undefined || first === undefined) continue
    const readings = node.sources.map(({ id }) => kb.sources.get(id as SourceId)?.checked.how)
    if (!readings.every((how) => secondHand.has(how))) continue
    const related = others.map(({ place }) => ({ message: 'Nor has this one been read', place }))
    yield problem('second-hand-figure', first.place, { id: node.id }, related)
  }
}

const notRead = /\$\$[^]*?\$\$|\$[^$]*\$|\]\([^)\n]{0,500}\)|\[\^[^\]\n]{0,100}\]|`[^`]*`/g
const figure = /(?<![\p{L}\p{N}_.,-])(?!(?:1[5-9]|20)\d\d(?![\d.,]*\d|\s*%))\d/u

// Years, names such as `GPT-4` and formulas are no figures that could have been passed on wrongly.
function givesFigures({ givesNumbers, statement, body }: ArgumentNode): boolean {
  return givesNumbers && figure.test(`${statement} ${body.markdown}`.replace(notRead, ' '))
}
