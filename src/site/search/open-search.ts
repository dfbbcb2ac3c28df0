import { writeAddress, type Asked } from './address.ts'
import { openEngine, type Engine } from './engine.ts'
import type { Fields } from './fields.ts'
import { showCounts } from './filters.ts'
import { FoundList } from './found-list.ts'
import { followKeys } from './keys.ts'
import { findWays } from './ways.ts'

/** What the browser keeps with the page's entry in its history. */
interface Kept {
  readonly shown?: number
  readonly top?: number
}

/** Patience before it is said that something takes its time, in milliseconds. */
const patience = 400
/** Rest after which filters are counted, so that the next letter need not wait for it. */
const rest = 200

/** Begins to load the index; nothing is shown before something is asked. */
export function openSearch(fields: Fields): Search {
  const search = new Search(fields)
  fields.filters.addEventListener('toggle', () => void search.count())
  fields.drop.onclick = () => search.take({ ...fields.read(), chosen: new Map() })
  addEventListener('pagehide', () => keepPlace(search.shown))
  followKeys(fields, () => search.ask())
  search.load()
  return search
}

/** The search of a page, loaded. */
export class Search {
  readonly #fields: Fields
  readonly #list: FoundList
  #attempts = 0
  #loading: Promise<Engine> | undefined
  #isBusy = false
  #isWanted = false
  #isFirstWanted = false
  #counting: ReturnType<typeof setTimeout> | undefined
  #kept = history.state as Kept | null

  constructor(fields: Fields) {
    this.#fields = fields
    this.#list = new FoundList(fields)
  }

  /** How many entries are shown. */
  get shown(): number {
    return this.#list.length
  }

  /** Loads the index ahead of the first word; if it cannot be had, whoever asks will be told. */
  load(): void {
    this.#engine().catch(() => (this.#loading = undefined))
  }

  /** Searches for what the fields ask; of what is asked while it searches, the last. */
  ask(): void {
    this.#isWanted = true
    this.#isFirstWanted = false
    clearTimeout(this.#counting)
    if (!this.#isBusy) void this.#follow()
  }

  /** Asks for this in place of what the fields ask. */
  take(asked: Asked): void {
    this.#fields.fill(asked)
    this.#fields.field.focus()
    this.ask()
  }

  /** Leads from the form to the first entry of what was asked last, once it is there. */
  goToFirst(): void {
    this.#isFirstWanted = this.#isBusy
    if (!this.#isBusy && this.#fields.form.contains(document.activeElement)) this.#list.goToFirst()
  }

  /** Counts are loaded once the filters are open: at 10,000 nodes they are a quarter of the index. */
  async count(asked = this.#fields.read()): Promise<void> {
    try {
      if (!this.#fields.filters.open) return
      showCounts(this.#fields, asked, await (await this.#engine()).count(asked))
    } catch {
      showCounts(this.#fields, asked, undefined)
    }
  }

  /** What searches, loaded when it is first needed and again after it failed. */
  #engine(): Promise<Engine> {
    this.#loading ??= openEngine(this.#fields.folder, this.#attempts++)
    return this.#loading
  }

  async #follow(): Promise<void> {
    this.#isBusy = true
    while (this.#isWanted) {
      this.#isWanted = false
      try {
        await this.#run()
      } catch {
        this.#loading = undefined
        this.#list.fail(() => this.ask())
      }
    }
    this.#isBusy = false
    if (this.#isFirstWanted) this.goToFirst()
  }

  async #run(): Promise<void> {
    const asked = this.#fields.read()
    const isNothing = asked.text === '' && asked.chosen.size === 0
    this.#fields.index.hidden = !isNothing
    if (isNothing) this.#list.clear()
    else await this.#find(asked)
    this.#kept = null
    keepAddress(asked)
    if (!this.#isWanted) this.#counting = setTimeout(() => void this.count(asked), rest)
  }

  async #find(asked: Asked): Promise<void> {
    const slow = setTimeout(() => this.#list.say('Searching…'), patience)
    try {
      const engine = await this.#engine()
      const hits = await engine.search(asked)
      const isNear = hits.length === 0 && !this.#isWanted
      const ways = isNear ? await findWays(asked, engine, (next) => this.take(next)) : []
      if (!this.#isWanted) await this.#list.show(hits, asked, ways, this.#kept?.shown)
    } finally {
      clearTimeout(slow)
    }
    if (this.#kept?.top !== undefined) scrollTo(0, this.#kept.top)
  }
}

function keepAddress(asked: Asked): void {
  try {
    history.replaceState(history.state, '', `${location.pathname}${writeAddress(asked)}`)
  } catch {
    // A browser may take only so many changes in a while; the next one has all that is asked.
  }
}

function keepPlace(shown: number): void {
  history.replaceState({ shown, top: scrollY } satisfies Kept, '')
}
