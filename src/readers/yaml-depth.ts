import { Lexer } from 'yaml'

/** Levels of lists and maps front matter may have. */
export const deepestYaml = 32

const widestIndent = 64
const opening = /[[{]/g
// Spaces and the marks that open a list or a map on the line they nest in.
const indent = /^[ \t]*(?:[-?:][ \t]+)*/gm

/** Where YAML first nests deeper than `deepestYaml`; looked at before parsing, which recurs. */
export function findTooDeep(text: string): readonly [start: number, end: number] | undefined {
  for (const match of text.matchAll(indent)) {
    if (match[0].length > widestIndent) return [match.index, match.index + match[0].length]
  }
  if ((text.match(opening)?.length ?? 0) <= deepestYaml) return undefined
  let depth = 0
  let start = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth = Math.max(0, depth - 1)
    // Tokens such as the start of a document stand for no text.
    const end = text.startsWith(token, start) ? start + token.length : start
    if (depth > deepestYaml) return [start, end]
    start = end
  }
  return undefined
}
