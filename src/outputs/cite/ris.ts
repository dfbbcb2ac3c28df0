import type { CitedNode } from './cited-node.ts'
import {
  citationKey,
  citedAuthor,
  citedDay,
  citedLanguage,
  citedSite,
  citedText,
  kindWord,
  recordOf,
} from './cited-words.ts'

/**
 * The wording as a record of RIS, lines ended by CR LF as its readers expect. A value is one line
 * with single spaces, so nothing in it can end a field or begin a tag.
 */
export function toRis(node: CitedNode): string {
  const day = citedDay(node)
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'ELEC'],
    ['ID', citationKey(node)],
    ['AU', citedAuthor],
    ['TI', node.title],
    ['T2', node.map],
    ['PB', citedSite],
    ['PY', day?.slice(0, 4)],
    ['DA', day?.replaceAll('-', '/')],
    ['ET', node.hash],
    ['AB', node.statement],
    ['N1', `${kindWord(node.kind)}. ${recordOf(node)}`],
    ['LA', citedLanguage],
    ['UR', node.url],
  ]
  const lines = fields.flatMap(([tag, value]) =>
    value === undefined ? [] : [`${tag}  - ${citedText(value)}\r\n`],
  )
  return `${lines.join('')}ER  - \r\n`
}
