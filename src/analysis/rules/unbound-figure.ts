import type { Nodes } from 'mdast'
import { problem } from '../../core/problem.ts'
import { parseBody } from '../../readers/markdown.ts'
import { placer } from '../../readers/text.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

// A number that is no part of a word such as `best-of-64` and no year.
const numbers = /(?<![\p{L}\p{N}_.,-]|[\p{L}\p{N}]-)[-−]?\d[\d,]*(?:\.\d+)?%?(?![\p{L}\p{N}_]|-\p{L})/gu
const year = /^(?:1[5-9]|20)\d\d$/

/** A number typed by hand in evidence that rests on an experiment. */
export const unboundFigure: Rule = function* (kb) {
  for (const node of activeNodes(kb)) {
    if (node.experiment === undefined) continue
    for (const [text] of numbersIn(node.statement)) {
      yield problem('unbound-figure', placeOf(node, 'statement'), { text })
    }
    const { markdown, line } = node.body
    const place = placer(node.place.file, markdown, 0, line)
    for (const [start, end] of runningText(parseBody(node))) {
      for (const [text, at] of numbersIn(markdown.slice(start, end))) {
        yield problem('unbound-figure', place(start + at, start + at + text.length), { text })
      }
    }
  }
}

function numbersIn(text: string): readonly (readonly [text: string, at: number])[] {
  return [...text.matchAll(numbers)]
    .map(({ 0: found, index }) => [found.replace(/,$/, ''), index] as const)
    .filter(([found]) => !year.test(found))
}

/** Where text stands that is no link, code, math or note. */
function* runningText(node: Nodes): Generator<readonly [start: number, end: number]> {
  if (node.type === 'link' || node.type === 'linkReference') return
  if (node.type === 'footnoteDefinition') return
  if (node.type === 'text' && node.position?.start.offset !== undefined) {
    yield [node.position.start.offset, node.position.end.offset ?? node.position.start.offset]
  }
  if ('children' in node) for (const child of node.children) yield* runningText(child)
}
