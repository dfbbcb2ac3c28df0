import type { Asked } from './address.ts'
import { readQuery } from './query.ts'

/** A record as the index keeps it. */
export interface Fragment {
  readonly url: string
  readonly content: string
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
}

/** Something that was found; what it is has to be fetched. */
export interface Hit {
  readonly id: string
  /** The places of the words that were found in its text. */
  readonly words: readonly number[]
  data(): Promise<Fragment>
}

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>
type Filters = Readonly<Record<string, { readonly any: readonly string[] }>>

interface Answer {
  readonly results: readonly Hit[]
  readonly filters: Counts
}

/** What `pagefind.js` gives, as far as it is used. */
interface Pagefind {
  createInstance(options: object): {
    init(): Promise<void>
    filters(): Promise<Counts>
    search(
      term: string | null,
      options: { readonly filters: Filters; readonly sort?: { readonly order: 'asc' } },
    ): Promise<Answer>
  }
}

/**
 * A hit in a title counts most. A source weighs less than a statement that says the same, and is
 * not put first for being short.
 */
const ranking = {
  pageLength: 0.1,
  termFrequency: 0.6,
  metaWeights: { title: 3, statement: 2.5, work: 1, about: 0.3, spelt: 0 },
}

/** Searches the site's index. */
export interface Engine {
  /**
   * What has all words, all phrases and one value of each facet, best first.
   *
   * @throws Error where nothing is found and the index is out of reach.
   */
  search(asked: Asked): Promise<readonly Hit[]>
  /** What `search` finds, as far as the index can be reached. */
  find(asked: Asked): Promise<readonly Hit[]>
  /**
   * How many of the hits would have each value if nothing else of its facet were chosen; undefined
   * where words stand beside a phrase, which the index cannot count together.
   */
  count(asked: Asked): Promise<Counts | undefined>
}

/**
 * Loads what searches the index in a folder of the site.
 *
 * @throws Error where it cannot be loaded.
 */
export async function openEngine(folder: string, attempt: number): Promise<Engine> {
  // What failed once is loaded anew only from another address.
  const address = `${folder}pagefind.js${attempt > 0 ? `?again=${attempt}` : ''}`
  const { createInstance } = (await import(/* @vite-ignore */ address)) as Pagefind
  const index = createInstance({ basePath: folder, ranking })
  await index.init()
  const find = async ({ text, chosen }: Asked): Promise<readonly Hit[]> => {
    const { words, phrases } = readQuery(text)
    const filters = filtersOf(chosen)
    const isList = words === ''
    const [ranked, ...exact] = await Promise.all([
      index.search(isList ? null : words, isList ? { filters, sort: { order: 'asc' } } : { filters }),
      ...phrases.map((phrase) => index.search(`"${phrase}"`, { filters })),
    ])
    const sets = exact.map(({ results }) => new Set(results.map(({ id }) => id)))
    return ranked.results.filter(({ id }) => sets.every((set) => set.has(id)))
  }
  return {
    find,
    async search(asked) {
      const hits = await find(asked)
      // A part of the index that could not be fetched is, to Pagefind, a part without hits.
      if (hits.length === 0) await assertReachable(folder)
      return hits
    },
    async count({ text, chosen }) {
      const { words, phrases, isPhrase } = readQuery(text)
      if (phrases.length > 0 && !isPhrase) return undefined
      const term = isPhrase ? `"${phrases[0]}"` : words === '' ? null : words
      const all = await index.filters()
      if (term === null && chosen.size === 0) return all
      const countsWith = async (filters: Filters) => (await index.search(term, { filters })).filters
      const others = [...chosen.keys()].map(async (facet) => {
        const rest = new Map([...chosen].filter(([other]) => other !== facet))
        return [facet, (await countsWith(filtersOf(rest)))[facet] ?? {}] as const
      })
      const [counts, ...own] = await Promise.all([countsWith(filtersOf(chosen)), ...others])
      return { ...counts, ...Object.fromEntries(own) }
    },
  }
}

function filtersOf(chosen: Asked['chosen']): Filters {
  return Object.fromEntries([...chosen].map(([facet, any]) => [facet, { any }]))
}

async function assertReachable(folder: string): Promise<void> {
  const response = await fetch(`${folder}pagefind-entry.json`, { cache: 'no-store' })
  if (!response.ok) throw new Error(`Expected an index in ${folder}`)
}
