import { writeAddress, type Asked } from './address.ts'
import { openEngine, type Engine } from './engine.ts'
import type { Fields } from './fields.ts'
import { showCounts } from './filters.ts'
import { FoundList } from './found-list.ts'
import { followKeys } from './keys.ts'
import { findWays } from './ways.ts'

/** The search of a page, loaded. */
export interface Search {
  /** Searches for what the fields ask; of what is asked while it searches, the last. */
  ask(): void
}

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
  let attempts = 0
  let loading: Promise<Engine> | undefined
  let isBusy = false
  let isWanted = false
  let counting: ReturnType<typeof setTimeout> | undefined
  let kept = history.state as Kept | null
  const list = new FoundList(fields)

  /** What searches, loaded when it is first needed and again after it failed. */
  function engine(): Promise<Engine> {
    loading ??= openEngine(fields.folder, attempts++)
    return loading
  }

  async function run(): Promise<void> {
    const asked = fields.read()
    const isNothing = asked.text === '' && asked.chosen.size === 0
    fields.index.hidden = !isNothing
    if (isNothing) {
      list.clear()
    } else {
      const slow = setTimeout(() => list.say('Searching…'), patience)
      try {
        const hits = await (await engine()).search(asked)
        if (!isWanted) await list.show(hits, asked, hits.length === 0 ? await ways(asked) : [], kept?.shown)
      } finally {
        clearTimeout(slow)
      }
      if (kept?.top !== undefined) scrollTo(0, kept.top)
    }
    kept = null
    keepAddress(asked)
    if (!isWanted) counting = setTimeout(() => void recount(asked), rest)
  }

  async function ways(asked: Asked) {
    return findWays(asked, await engine(), (next) => {
      fields.fill(next)
      fields.field.focus()
      ask()
    })
  }

  /** Counts are loaded once the filters are open: at 10,000 nodes they are a quarter of the index. */
  async function recount(asked: Asked): Promise<void> {
    try {
      if (fields.filters.open) showCounts(fields, asked, await (await engine()).count(asked))
    } catch {
      showCounts(fields, asked, undefined)
    }
  }

  function ask(): void {
    isWanted = true
    clearTimeout(counting)
    if (!isBusy) void follow()
  }

  async function follow(): Promise<void> {
    isBusy = true
    while (isWanted) {
      isWanted = false
      try {
        await run()
      } catch {
        loading = undefined
        list.fail(ask)
      }
    }
    isBusy = false
  }

  fields.filters.addEventListener('toggle', () => void recount(fields.read()))
  fields.drop.onclick = () => {
    fields.fill({ ...fields.read(), chosen: new Map() })
    fields.field.focus()
    ask()
  }
  addEventListener('pagehide', () => keepPlace(list.length))
  followKeys(fields, ask)
  // If it cannot be had, whoever asks will be told.
  engine().catch(() => (loading = undefined))
  return { ask }
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
