// Words whose full stop ends no sentence, without it; single letters and `U.S.` are seen by form.
const abbreviations: ReadonlySet<string> = new Set(
  'e.g i.e al vs cf viz approx ca dr mr mrs ms prof st jr sr inc ltd fig figs eq eqs sec ch vol ed eds p pp ph.d'.split(
    ' ',
  ),
)
const closing = /["'’”」』)\]*_]*$/u
const sentenceEnd = /[.!?…]+["'’”)\]*_]*\s+(?=["'‘“(\[*_]*[\p{Lu}\p{Lo}\p{N}])/gu
const quoted = /“[^”]*”|"[^"]*"|‘[^’]*’/gu

/**
 * What a statement should be where it is not one sentence: undefined if all is well. Abbreviations,
 * initials and decimals end no sentence, and a question may stand between quotation marks.
 */
export function faultOfStatement(statement: string, isQuestion: boolean): string | undefined {
  const text = withLatinMarks(statement).trim()
  const bare = text.replace(closing, '')
  if (sentences(text) > 1) return isQuestion ? 'one question' : 'one sentence'
  const marks = text.replace(quoted, '').match(/\?/g)?.length ?? 0
  if (isQuestion) {
    if (!bare.endsWith('?')) return 'a question mark at the end'
    return /\?.*\?/s.test(text.replace(quoted, '')) ? 'one question mark' : undefined
  }
  if (marks > 0) return 'a declarative sentence, or the kind `question`'
  return bare.endsWith('.') || text.endsWith('.') ? undefined : 'a full stop at the end'
}

// In other scripts the marks that end a sentence need no space after them.
function withLatinMarks(text: string): string {
  return text
    .replace(/[。．｡।۔]/g, '. ')
    .replace(/[？؟]/g, '? ')
    .replace(/！/g, '! ')
}

function sentences(text: string): number {
  let count = 1
  for (const match of text.matchAll(sentenceEnd)) {
    if (!endsInAbbreviation(text.slice(0, match.index), match[0], text)) count++
  }
  return count
}

function endsInAbbreviation(before: string, mark: string, text: string): boolean {
  if (!/^\.["'’”)\]*_]*\s/u.test(mark)) return false
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? ''
  const next = text[before.length + mark.length] ?? ''
  if (/^(?:\p{L}\.)*\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase())) return true
  return /^(?:nos?|c|refs?|app|tab|thm|def|prop)$/i.test(word) && /\p{N}/u.test(next)
}
