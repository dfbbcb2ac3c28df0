import { hyphens, type PlacedWord } from './record-text.ts'

/** A piece of text that was looked for, or that was not. */
export interface Run {
  readonly text: string
  readonly isFound: boolean
}

/** Words of a passage from a longer text. */
const passageLength = 28
/** Words before what was found. */
const lead = 6

const edges = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su

/** Words as text, with those at the places told apart; neighbours that were found are one run. */
export function markedRuns(words: readonly PlacedWord[], found: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = []
  const add = (text: string, isFound: boolean): void => {
    const last = runs.at(-1)
    if (text === '') return
    if (last?.isFound === isFound) runs[runs.length - 1] = { text: last.text + text, isFound }
    else runs.push({ text, isFound })
  }
  words.forEach(({ word, places }, i) => {
    const [, before = '', core = '', after = ''] = edges.exec(word) ?? []
    const isFound = places.some((place) => found.has(place)) && core !== ''
    const isNext = isFound && before === '' && i > 0 && runs.at(-1)?.isFound === true
    if (i > 0) add(' ', isNext)
    if (!isFound) return add(word, false)
    add(before, false)
    add(core, true)
    add(after, false)
  })
  return runs
}

/** The stretch of a longer text around the first place that was found, … where it was cut. */
export function passage(words: readonly PlacedWord[], found: ReadonlySet<number>): readonly Run[] {
  const first = words.findIndex(({ places }) => places.some((place) => found.has(place)))
  if (first < 0) return []
  const start = Math.max(0, Math.min(first - lead, words.length - passageLength))
  const end = start + passageLength
  const runs = markedRuns(words.slice(start, end), found)
  const cut = { text: '…', isFound: false }
  return [...(start > 0 ? [cut] : []), ...runs, ...(end < words.length ? [cut] : [])]
}

/** How many different words of a text were found, in whatever form. */
export function countFound(words: readonly PlacedWord[], found: ReadonlySet<number>): number {
  const parts = words.flatMap(({ word, places }) =>
    word.split(hyphens).filter((_, i) => found.has(places[i] as number)),
  )
  return new Set(parts.map(plain)).size
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '').slice(0, 5)
}
