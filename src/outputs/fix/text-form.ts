import type { SourceFile } from '../../core/document.ts'

/** A text in the form in which files are kept, and a sentence for each thing that was not. */
export interface FormedText {
  readonly text: string
  readonly said: readonly { readonly line: number; readonly says: string }[]
}

/** The text without a byte order mark, with every line ended by `\n`, the last one too. */
export function formText(file: SourceFile): FormedText {
  const said: { line: number; says: string }[] = []
  let { text } = file
  if (text.startsWith('\ufeff')) {
    text = text.replace(/^\ufeff+/, '')
    said.push({ line: 1, says: 'a byte order mark is now gone' })
  }
  for (const [name, pattern] of lineEnds) {
    const found = text.match(pattern)
    if (found === null) continue
    const line = lineOfFirst(text, pattern)
    said.push({ line, says: `${String(found.length)} ${name} ${found.length === 1 ? 'is' : 'are'} now LF` })
  }
  text = text.replace(/\r\n?/g, '\n')
  if (text !== '' && !text.endsWith('\n')) {
    said.push({ line: text.split('\n').length, says: 'the last line now has its end' })
    text += '\n'
  }
  return { text, said }
}

const lineEnds: readonly (readonly [string, RegExp])[] = [
  ['line ends CR LF', /\r\n/g],
  ['line ends CR', /\r(?!\n)/g],
]

function lineOfFirst(text: string, pattern: RegExp): number {
  const before = text.slice(0, text.search(pattern))
  return before.split(/\r\n?|\n/).length
}
