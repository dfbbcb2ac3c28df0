import { oneSpelling } from './spelling.ts'

/** What stands between the parts of a record's text: a character for private use, so never a word. */
const divider = '\uE000'
/** What stands ahead of a part of the hyphenated word before it. */
const again = '\uE001'

/** What joins the parts of a hyphenated word. */
export const hyphens = /(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu

/** The text of a record as it is indexed. */
export interface RecordText {
  /**
   * The parts in one spelling, a divider between them. After a hyphenated word, whose place is that of
   * its first part, too, its other parts follow: so a phrase finds it also as words of their own.
   */
  readonly content: string
  /** What `content` has in another spelling, as it was written, in order. */
  readonly spelt: string
}

/** A word as it was written, with the places of its hyphenated parts in the text that was indexed. */
export interface PlacedWord {
  readonly word: string
  readonly places: readonly number[]
}

/**
 * Joins parts to the text of a record. White space becomes single spaces, so that the places of
 * words, by which a search tells what it found, can be counted on both sides.
 */
export function writeText(parts: readonly string[]): RecordText {
  const written = parts.map((part) => wordsOf(part)).join(` ${divider} `).split(' ')
  const words = written.map(oneSpelling)
  const changed = new Set(words.filter((word, i) => word !== written[i]))
  return {
    content: words.flatMap(withParts).join(' '),
    spelt: written.filter((_, i) => changed.has(words[i] as string)).join(' '),
  }
}

/** The parts of a record's text as they were written, each as its words. */
export function readText({ content, spelt }: RecordText): readonly (readonly PlacedWord[])[] {
  const own = spelt.split(' ')
  let next = 0
  const parts: { word: string; places: number[] }[][] = [[]]
  content.split(/\s+/).forEach((word, place) => {
    if (word === divider) return void parts.push([])
    if (word === '') return
    if (word.startsWith(again)) return void parts.at(-1)?.at(-1)?.places.push(place)
    // Of a word that was changed anywhere, every occurrence is in the list.
    const isListed = next < own.length && oneSpelling(own[next] as string) === word
    parts.at(-1)?.push({ word: isListed ? (own[next++] as string) : word, places: [place] })
  })
  return parts
}

/** White space as browsers and the indexer see it, and what neither shows or one takes for it. */
const gaps = /[\s\u0085\u200B\uFEFF\uE000\uE001]+/gu

function wordsOf(text: string): string {
  return text.replace(gaps, ' ').trim()
}

function withParts(word: string): readonly string[] {
  return [word, ...word.split(hyphens).slice(1).map((part) => again + part)]
}
