import type { CitedNode } from './cited-node.ts'
import {
  citationKey,
  citedAuthor,
  citedDay,
  citedSite,
  citedText,
  kindWord,
  recordOf,
} from './cited-words.ts'

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
}

/**
 * A stranger's text as LaTeX in the value of a field. Braces become commands, because BibTeX counts
 * escaped ones too; hyphens and apostrophes that LaTeX would join are held apart.
 */
function latex(text: string): string {
  return citedText(text)
    .replace(/[\\{}~^<>|`#$%&_]/g, (character) => commands[character] ?? character)
    .replace(/([-'])(?=\1)/g, '$1{}')
}

/**
 * The wording as an entry of BibLaTeX, with `year` for BibTeX, which takes `@online` for `@misc`. The
 * title stands in braces of its own, so that no style changes its capitals. There is no `urldate`:
 * what the address pins does not change.
 */
export function toBibtex(node: CitedNode): string {
  const day = citedDay(node)
  const title = latex(node.title)
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', `{${citedAuthor}}`],
    // A group that begins with a command is one whose capitals BibTeX does change.
    ['title', `{${title.startsWith('\\') ? '{}' : ''}${title}}`],
    ['titleaddon', latex(node.map)],
    ['organization', citedSite],
    ['date', day],
    ['year', day?.slice(0, 4)],
    ['version', node.hash],
    ['url', addressOf(node.url)],
    ['abstract', latex(node.statement)],
    ['note', latex(`${kindWord(node.kind)}. ${recordOf(node)}`)],
    ['langid', 'british'],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},\n`],
  )
  return `@online{${citationKey(node)},\n${lines.join('')}}\n`
}

/** An address with what would end the field, or begin a comment, percent-encoded. */
function addressOf(url: string): string {
  return url.replace(/[\s\\{}]/g, encodeURIComponent)
}
