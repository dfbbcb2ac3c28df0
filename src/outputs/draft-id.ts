import { isId } from '../core/id.ts'
import { slug } from '../readers/path.ts'
import type { CitationFields } from '../readers/read-citation.ts'

const mostWords = 6
const smallWords: ReadonlySet<string> = new Set(
  'a an the of to in on at by for from with as and or so that than this these its it is are was were be been has have had do does their there'.split(
    ' ',
  ),
)

/**
 * An id that says a node in a few words: of its title, else of its statement with the small words
 * left out. Undefined where both make none that is free.
 */
export function suggestNodeId(
  title: string,
  statement: string,
  taken: ReadonlySet<string>,
): string | undefined {
  const said = words(statement).filter((word) => !smallWords.has(word))
  const tries = [words(title).slice(0, mostWords), said.slice(0, 4), said.slice(0, mostWords)]
  return tries.map((each) => each.join('-')).find((id) => isFree(id, taken))
}

/**
 * An id of a source as the others are: family name of the first author, year, a word of the title
 * (`gao2023scaling`). Undefined where no word makes one that is free.
 */
export function suggestSourceId(
  work: Pick<CitationFields, 'author' | 'issued' | 'title'>,
  taken: ReadonlySet<string>,
): string | undefined {
  const [author] = work.author
  const name = words(author?.family ?? author?.literal ?? '').join('').slice(0, 30)
  const year = String(work.issued).slice(0, 4)
  const said = words(work.title).filter((word) => !smallWords.has(word) && /^[a-z]+$/.test(word))
  return said
    .filter((word) => word.length > 2)
    .map((word) => (name === '' ? `${word}${year}` : `${name}${year}${word}`).slice(0, 64))
    .find((id) => isFree(id, taken))
}

function isFree(id: string, taken: ReadonlySet<string>): boolean {
  return isId(id) && !taken.has(id)
}

// Letters that are not a letter and a mark.
const letters: readonly (readonly [string, string])[] = [
  ['ø', 'o'],
  ['ł', 'l'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]

function words(text: string): readonly string[] {
  const latin = letters.reduce(
    (all, [letter, as]) => all.replaceAll(letter, as),
    text.slice(0, 300).toLowerCase(),
  )
  return latin.split(/[\s\-–—/,.:;!?()[\]"“”]+/u).flatMap((word) => {
    // Three letters more, so that a word of one letter or of digits is an id.
    const id = slug(`xxx${word}`)?.slice(3).replaceAll('-', '')
    return id === undefined || id === '' ? [] : [id]
  })
}
