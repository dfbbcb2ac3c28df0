import { irregular } from './words.ts'

const vowel = /[aeiouy]/

/**
 * A word in lower case without its English endings, so that `models`, `modelled` and `modelling`
 * are one; it need not be a word of the language. What ends in no English ending stays.
 */
export function stemOf(word: string): string {
  const known = irregular.get(word)
  if (known !== undefined) return known.length > 3 ? trim(known) : known
  return trim(withoutVerbEnding(withoutPlural(word.replace(/iz(?=e|a|i)/g, 'is'))))
}

function withoutPlural(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?<=(?:ch|sh|x|ss))es$|s$/, '')
}

function withoutVerbEnding(word: string): string {
  const bare = /^(.{3,})(?:ing|ed)$/.exec(word)?.[1]
  if (bare === undefined || !vowel.test(bare)) return word
  return bare.replace(/([bdfglmnprt])\1$/, '$1')
}

function trim(word: string): string {
  const bare = word
    .replace(/(?<=.{3})ly$/, '')
    .replace(/(?<=.{4})(?:ation|ations)$/, '')
    .replace(/(?<=.{3})e$/, '')
    .replace(/(?<=.{4})at$/, '')
    .replace(/our$/, 'or')
  return bare.replace(/(?<=.{2})y$/, 'i').replace(/ll$/, 'l')
}
