/**
 * The first sentence of a text and the rest of it: nothing, where the whole is one sentence. Blanks
 * and line ends become single spaces; no character that is seen is lost.
 */
export function splitStatement(text: string): { readonly statement: string; readonly rest: string } {
  const whole = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  const first = firstSentence(whole)
  return { statement: first, rest: whole.slice(first.length).trim() }
}

// Words that a full stop follows within a sentence.
const abbreviation = /(?:^|[\s(])(?:\p{L}\.)*(?:e\.g|i\.e|cf|vs|viz|ca|dr|mr|mrs|ms|prof|st|fig|eq|no|vol|ed|pp?|\p{L})\.\s*$/iu

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function firstSentence(text: string): string {
  let sentence = ''
  for (const { segment } of segmenter.segment(text)) {
    sentence += segment
    if (!abbreviation.test(sentence.slice(-40))) break
  }
  return sentence.trim()
}

/** A statement with a full stop where it ends without a mark. */
export function withStop(statement: string): string {
  return /[.?!…。？！؟।][\p{Pe}\p{Pf}"'’”)\]]*$/u.test(statement) ? statement : `${statement}.`
}

/** A label of at most so many characters: whole, or as many words as fit and an ellipsis. */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest - 1).toWellFormed().replace(/\ufffd$/u, '')
  const atWord = cut.replace(/\s+\S*$/, '')
  return `${(atWord.length > longest / 2 ? atWord : cut).replace(/[\s,;:–-]+$/u, '')}…`
}
