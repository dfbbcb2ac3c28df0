import type { Explorer } from './explorer.ts'

type Search = (query: string) => readonly number[]

/**
 * Keeps what is found in step with the query. The index is loaded and made when the search is first
 * gone to.
 */
export class Finder {
  #search: Promise<Search> | undefined
  #query = ''
  /** Resolves when what the last query found is shown. */
  done: Promise<void> = Promise.resolve()

  /** Makes the index ahead of the first word, since that takes a while for thousands of nodes. */
  open(explorer: Explorer): Promise<Search> {
    const search = (this.#search ??= load(explorer))
    search.catch(() => (this.#search = undefined))
    return search
  }

  show(explorer: Explorer): void {
    const query = explorer.state.query.trim()
    if (query === this.#query) return
    this.#query = query
    this.done = this.#find(explorer, query)
  }

  async #find(explorer: Explorer, query: string): Promise<void> {
    if (query === '') return explorer.tellFound(undefined)
    try {
      const search = await this.open(explorer)
      if (query !== this.#query) return
      explorer.tell('search', [])
      explorer.tellFound(new Set(search(query)))
    } catch {
      explorer.tell('search', ['The search could not be loaded. Please try again.'])
    }
  }
}

async function load({ data, parts }: Explorer): Promise<Search> {
  const { openSearch } = await import('./search.ts')
  return openSearch(data, parts.places.stance)
}
