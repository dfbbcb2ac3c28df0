import { stemOf } from './stem.ts'
import {
  antonyms,
  comparing,
  irregular,
  negations,
  numerals,
  pivots,
  stopWords,
  synonyms,
} from './words.ts'

/** A word of a sentence as it is compared. */
export interface Term {
  /** The same for words that mean the same; those of contrary words differ in the sign alone. */
  readonly key: string
  readonly sign: 1 | -1
  /** How much it says, above 0. A pivot says nothing and has 0. */
  readonly weight: number
}

/** What is compared of a sentence. */
export interface Profile {
  /** Words and pivots in their order. */
  readonly terms: readonly Term[]
  /** Keys of the words, each once. */
  readonly keys: ReadonlySet<string>
  /** The sum of the weights. */
  readonly weight: number
  /** Numbers in order of size as text. */
  readonly numbers: string
  /** Whether it is denied by an odd number of words. */
  readonly negated: boolean
  /** Whether what does is named last: "… is trained by …". */
  readonly passive: boolean
  /** Whether it compares: its two sides can be exchanged if the comparison is turned round. */
  readonly compares: boolean
}

const mostCharacters = 1000
const mostTerms = 60
/** Weight of words that say how much or how often and of adverbs. */
const light = 0.5
/** Scripts whose words no space divides. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const unspacedRun = new RegExp(`^[${unspaced}]`, 'u')
const word = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, 'gu')
const passiveVoice =
  /\b(?:is|are|was|were|be|been|being)\s+(?:\p{L}+\s+)?\p{L}+(?:ed|en|t)\s+by\s(?!no\b|nobody\b|none\b)/u
const degrees = /^(?:more|most|less|least|few|many|often|mostly|probabl)/

const meanings = readMeanings()

/**
 * What is compared of any text: of a very long one its beginning. Words are told apart by spaces
 * and marks; of scripts that have no spaces every two neighbouring characters count as a word.
 * Endings, synonyms, contraries and denials are known of English; words of other languages are
 * compared by their letters.
 */
export function profileOf(text: string): Profile {
  const plain = plainText(text)
  const terms: Term[] = []
  const numbers: string[] = []
  let negatives = 0
  for (const each of plain.match(word) ?? []) {
    if (terms.length >= mostTerms) break
    if (negations.has(each)) negatives++
    if (numerals.has(each) || /^\p{N}/u.test(each)) numbers.push(each)
    if (!negations.has(each) && !stopWords.has(each)) terms.push(...termsOf(each))
  }
  return {
    terms,
    keys: new Set(terms.filter(({ weight }) => weight > 0).map(({ key }) => key)),
    weight: terms.reduce((sum, { weight }) => sum + weight, 0),
    numbers: numbers.sort().join(' '),
    negated: negatives % 2 === 1,
    passive: passiveVoice.test(plain),
    compares: terms.some(({ key, weight }) => weight === 0 && comparing.has(key)),
  }
}

function plainText(text: string): string {
  return text
    .slice(0, mostCharacters)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bcan(?:no|['’])t\b/g, 'can not')
    .replace(/n['’]t\b/g, ' not')
    .replace(/['’]s\b/g, '')
    .replace(/\b(over|under|re|non|un|co|mis|pre|anti|multi)-(?=\p{L})/gu, '$1')
    .replace(/\bno one\b/g, 'nobody')
    .replace(/\bit is (not )?(?:true|the case) that\b/g, '$1')
}

function termsOf(each: string): readonly Term[] {
  if (pivots.has(each)) return [{ key: each, sign: 1, weight: 0 }]
  if (!unspacedRun.test(each)) return [termOf(each)]
  const characters = [...each]
  if (characters.length === 1) return [{ key: each, sign: 1, weight: 1 }]
  return characters.slice(1).map((next, i) => ({
    key: `${characters[i] ?? ''}${next}`,
    sign: 1,
    weight: 1,
  }))
}

function termOf(each: string): Term {
  const stem = stemOf(each)
  const known = meanings.get(each) ?? meanings.get(stem) ?? { key: stem, sign: 1 as const }
  const isLight = degrees.test(known.key) || (each.endsWith('ly') && each.length > 5)
  return { ...known, weight: isLight ? light : 1 }
}

function readMeanings(): ReadonlyMap<string, { readonly key: string; readonly sign: 1 | -1 }> {
  const known = new Map<string, { readonly key: string; readonly sign: 1 | -1 }>()
  const add = (words: string, sign: 1 | -1, key: string) => {
    for (const each of words.trim().split(/\s+/)) {
      if (known.has(each)) continue
      known.set(each, { key, sign })
      if (!irregular.has(each) && !known.has(stemOf(each))) known.set(stemOf(each), { key, sign })
    }
  }
  for (const line of antonyms) {
    const [here = '', there = ''] = line.split('|')
    const key = here.trim().split(/\s+/)[0] ?? ''
    add(here, 1, key)
    add(there, -1, key)
  }
  for (const line of synonyms) add(line, 1, line.split(' ')[0] ?? '')
  return known
}
