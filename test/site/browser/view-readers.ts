import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import {
  emptyView,
  withCredence,
  withMuted,
  withOff,
  withTopic,
  type View,
} from '../../../src/analysis/stance/view.ts'
import { edgeName } from '../../../src/analysis/stance/view-data.ts'
import { readView } from '../../../src/analysis/stance/view-fragment.ts'
import type { Stage } from './browser.ts'
import { cruxesIn, index, map, opened, openView, storeKey, thesis, viewOn } from './view-page.ts'

/** What the thesis turns on most. */
export const [first, second, third] = cruxesIn(emptyView, thesis) as [string, string, string]

const step = edgeName(map, map.from.findIndex((from) => map.nodes[from] === third))

/** One reader's view of the thesis. */
export const mine = withTopic(withCredence(emptyView, first, 0.1), thesis)

/** Another reader's, with an answer of every kind. */
export const theirs = withTopic(
  withMuted(withOff(withCredence(emptyView, first, 0.9), second, true), step, true),
  thesis,
)

/** What a reader comes with. */
interface Reader extends BrowserContextOptions {
  /** The fragment of a link, without `#`. */
  readonly link?: string
  /** What the browser kept. */
  readonly kept?: string
}

/** Opens the page of views, by a link or by hand. */
export function visitView<Seen>(
  stage: Stage,
  { link, kept, ...options }: Reader,
  look: (page: Page, view: Locator) => Promise<Seen>,
): Promise<Seen> {
  const before = async (page: Page) => {
    if (kept !== undefined) await page.addInitScript(keepOnce, [storeKey, kept] as const)
  }
  return stage.visit(
    link === undefined ? 'stance/' : `stance/#${link}`,
    async (page) => look(page, await (link === undefined ? openView(page) : opened(viewOn(page)))),
    { ...options, before },
  )
}

/** Once: what the page keeps itself must outlast a reload. */
function keepOnce([key, value]: readonly [string, string]): void {
  if (sessionStorage.length > 0) return
  sessionStorage.setItem('given', '')
  localStorage.setItem(key, value)
}

/** The view that a browser keeps. */
export async function stored(page: Page): Promise<View | undefined> {
  const text = await page.evaluate((key) => localStorage.getItem(key), storeKey)
  return text === null ? undefined : readView(text, index)?.view
}
