import MiniSearch from 'minisearch'

/** What a node can be found by. */
export interface FoundBy {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly kind: string
}

/** Finds nodes while somebody types. */
export interface StatementSearch {
  /**
   * Ids of what agrees best with a part of a sentence, at most `most` (8), best first: words may be
   * unfinished, misspelt by a letter or two, and in any order. What has all words comes before what
   * has some, an id that is typed whole before everything. Nothing is found by an empty query.
   */
  find(query: string, most?: number): readonly string[]
}

/** Characters and words of a query that are looked at. */
const longest = 300
const mostWords = 24

/** Makes nodes findable by id, title and statement, and by their kind as one more word. */
export function openStatementSearch(entries: readonly FoundBy[]): StatementSearch {
  const index = new MiniSearch<FoundBy & { readonly place: number }>({
    idField: 'place',
    fields: ['title', 'statement', 'id', 'kind'],
    processTerm: plainTerm,
    searchOptions: {
      boost: { title: 2 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length < 5 ? 0 : term.length < 9 ? 1 : 2),
    },
  })
  index.addAll(entries.map((entry, place) => ({ ...entry, place })))
  const ids = new Set(entries.map(({ id }) => id))
  return {
    find(query, most = 8) {
      const text = query.trim().slice(0, longest)
      const words = new Set(text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== ''))
      const plain = [...words].slice(0, mostWords).join(' ')
      const places = (['AND', 'OR'] as const).flatMap((combineWith) =>
        index.search(plain, { combineWith }).map((hit) => hit.id as number),
      )
      const found = places.map((place) => entries[place]?.id ?? '')
      return [...new Set([...(ids.has(text) ? [text] : []), ...found])].slice(0, most)
    },
  }
}

function plainTerm(term: string): string | null {
  const plain = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain === '' ? null : plain
}
