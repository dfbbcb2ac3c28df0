import { longestText } from './address.ts'
import { hyphens } from './record-text.ts'
import { oneSpelling } from './spelling.ts'

/** What is looked for, in one spelling. */
export interface Query {
  /** All words, also those of phrases; empty where none were typed. */
  readonly words: string
  /** What stood in quotation marks, to be found as it stands. */
  readonly phrases: readonly string[]
  /** Whether nothing stood beside one phrase. */
  readonly isPhrase: boolean
}

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/g

/** Reads what somebody typed; a quotation mark without its other is passed over. */
export function readQuery(text: string): Query {
  // Of a phrase the index has hyphenated words in parts, too; beside one they may be run together.
  const looked = oneSpelling(text.slice(0, longestText)).replace(quoted, (phrase) =>
    phrase.replace(hyphens, ' '),
  )
  const phrases = [...looked.matchAll(quoted)].map(([, phrase = '']) => tidy(phrase))
  const beside = tidy(looked.replace(quoted, ' '))
  const found = phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
  return {
    words: tidy(looked),
    phrases: found,
    isPhrase: found.length === 1 && beside === '',
  }
}

function tidy(text: string): string {
  return text.replace(/["“”„«»\s]+/g, ' ').trim()
}
