import { plugins, type BibtexEntry } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { CslRecord } from './csl-fields.ts'

/** An entry of BibTeX or BibLaTeX, or the sentence and line of what keeps it from being one. */
export type BibtexText =
  | { readonly entries: readonly BibtexEntry[] }
  | { readonly fault: string; readonly line?: number }

const tokens: Readonly<Record<string, string>> = {
  comma: 'a comma',
  equals: '`=`',
  label: 'a key such as `gao2023scaling`',
  lbrace: '`{`',
  rbrace: '`}`',
  dataEntryType: 'a type such as `article`',
  quote: '`"`',
  text: 'the end of a text, `}` or `"`',
}

/**
 * The entries of a text of BibTeX with their LaTeX still in them. A string that is defined by way of
 * itself can grow without end, so `mostCharacters` bounds what the values make together.
 */
export function readBibtex(text: string, mostCharacters: number): BibtexText {
  let entries: readonly BibtexEntry[]
  try {
    entries = plugins.input.data(text, '@biblatex/text')
  } catch (error) {
    return faultOf(error)
  }
  const read = entries.map(({ type, label, properties }) => ({
    type,
    label,
    properties: Object.fromEntries(
      Object.entries(properties).filter(([, value]) => ['string', 'number'].includes(typeof value)),
    ),
  }))
  const lengths = read.flatMap(({ properties }) =>
    Object.values(properties).map((value) => (typeof value === 'string' ? value.length : 1)),
  )
  if (lengths.reduce((sum, length) => sum + length, 0) > mostCharacters) {
    return { fault: 'Unexpected strings that grow without end, expected a record.' }
  }
  const people = read.flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, value]) =>
      nameFields.has(name) ? String(value).split(/\sand\s/i) : [],
    ),
  )
  const isLong = people.some((name) => name.length > longestName)
  const most = `${String(longestName)} characters`
  return isLong
    ? { fault: `Unexpected name of more than ${most}, expected \`and\` between names.` }
    : { entries: read }
}

// The plugin's time for a name grows with the square of its words.
const longestName = 1000
const nameFields: ReadonlySet<string> = new Set(
  'author editor translator bookauthor annotator commentator introduction foreword afterword holder editora editorb editorc shortauthor shorteditor sortname namea nameb namec'.split(
    ' ',
  ),
)

// The parser throws errors of syntax, and of the engine where braces stand in braces too deeply.
function faultOf(error: unknown): BibtexText {
  if (error instanceof RangeError) {
    return { fault: 'Unexpected braces or strings in others too many times, expected a record.' }
  }
  if (!(error instanceof Error)) throw error
  const found = /line (\d+) col \d+/.exec(error.message)
  const wanted = /expected "(\w+)"/.exec(error.message)?.[1] ?? ''
  const expected = Object.hasOwn(tokens, wanted) ? tokens[wanted] : 'BibTeX'
  return found === null
    ? { fault: `Unexpected end, expected ${expected ?? ''}.` }
    : { fault: `Unexpected text, expected ${expected ?? ''}.`, line: Number(found[1]) }
}

/** What an entry says in the names of CSL-JSON; undefined where its LaTeX cannot be read. */
export function bibtexToCsl(
  entry: BibtexEntry,
  all: readonly BibtexEntry[],
): CslRecord | undefined {
  const others = all.filter((other) => other.label !== entry.label)
  try {
    const csl = plugins.input.data([entry, ...others], '@biblatex/entries+list')[0] ?? {}
    const genre = String(csl['genre'] ?? '')
    return {
      ...csl,
      ...(Object.hasOwn(genres, genre) ? { genre: genres[genre] } : {}),
      ...leftOut(entry.properties),
    }
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

/** What the plugin leaves in the words of BibTeX; a report is one by its type. */
const genres: Readonly<Record<string, string | undefined>> = {
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  techreport: undefined,
  resreport: undefined,
}

/** What the plugin knows no place for: the number in an archive, an address by other means. */
function leftOut(properties: Readonly<Record<string, unknown>>): CslRecord {
  const value = (name: string) => String(properties[name] ?? '')
  const archive = `${value('archiveprefix')}${value('eprinttype')}`
  const isArxiv = /^arxiv/i.test(archive) || /^arxiv:/i.test(value('eprint'))
  const link = /\\url\s*\{([^{}]+)\}/.exec(value('howpublished'))?.[1]
  return {
    ...(isArxiv ? { number: `arXiv:${value('eprint').replace(/^arxiv:/i, '')}` } : {}),
    ...(value('url') === '' && link !== undefined ? { URL: link } : {}),
  }
}
