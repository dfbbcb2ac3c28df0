import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { labelGrounded } from '../../src/analysis/labels/labelling.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { indexFiles } from '../../src/site/search/index-files.ts'
import { recordsOf, type SearchRecord } from '../../src/site/search/records.ts'
import { withSite, type Page } from './browser.ts'
import { median } from './measure.ts'
import { syntheticMap } from './synthetic-map.ts'
import { duration, targetTable, toTable } from './table.ts'
import { awaitPainted } from './watch-paint.ts'

const nodes = 10_000
const queries = 20
const target = 300
const field = '#search-field'

/**
 * From a key in the search of a built site until the first result is painted, with an index of
 * 10,000 nodes in the place of its own, and what is fetched for it.
 *
 * @throws Error where there is no Chromium, or nothing is found in ten seconds.
 */
export async function tellSearch(out: string): Promise<string> {
  const { graph, ...kb } = assemble(syntheticMap(nodes).files)
  const records = recordsOf({ kb: { graph, ...kb }, labels: labelGrounded(graph), experiments: [] })
  const start = performance.now()
  await writeIndex(path.join(out, 'pagefind'), records)
  const indexing = performance.now() - start
  return toText(await measureSearch(out, records), indexing)
}

/** Searches a built site that has the index of these records. */
export async function measureSearch(
  out: string,
  records: readonly SearchRecord[],
): Promise<SearchFigures> {
  return withSite(out, async (browser, url) => {
    const cold: number[] = []
    for (let i = 0; i < 5; i++) {
      const page = await openSearch(await browser.newPage(), url)
      cold.push((await measureFirst(page, wordsFrom(records, i))).took)
      await page.close()
    }
    const page = await openSearch(await browser.newPage(), url)
    const { asked } = await measureFirst(page, wordsFrom(records, 9))
    const bytes = asked.reduce((sum, file) => sum + weigh(path.join(out, file)), 0)
    return { cold, bytes, files: asked.length, warm: await measureQueries(page, records) }
  })
}

interface SearchFigures {
  readonly cold: readonly number[]
  readonly bytes: number
  readonly files: number
  readonly warm: Readonly<Record<string, readonly number[]>>
}

function toText({ cold, bytes, files, warm }: SearchFigures, indexing: number): string {
  const rows = Object.entries({ 'first key, nothing loaded': cold, ...warm }).map(([what, times]) => [
    what,
    duration(median(times)),
    duration(Math.max(...times)),
  ])
  const middle = median(Object.values(warm).flat())
  return [
    `\nSearching ${nodes} nodes, indexed in ${duration(indexing)}; until the first result is painted\n`,
    toTable([['', 'median', 'longest'], ...rows]),
    `\nFetched for the first result: ${(bytes / 1000).toFixed(0)} kB in ${files} files.\n`,
    targetTable('/search/', [
      [`first result within ${target} ms of a key`, duration(middle), middle <= target],
    ]),
  ].join('\n')
}

async function writeIndex(folder: string, records: readonly SearchRecord[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, bytes] of await indexFiles(records)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}

async function openSearch(page: Page, url: string): Promise<Page> {
  await page.goto(new URL('search/', url).href, { waitUntil: 'networkidle' })
  await page.evaluate(watchResults)
  return page
}

/** Takes down how long after a key a list of results is another, also one that reads the same, and painted. */
function watchResults(): void {
  globalThis.painted = []
  let pressed = Number.NaN
  addEventListener('keydown', (event) => (pressed = event.timeStamp), true)
  const watch = () => {
    if (Number.isNaN(pressed) || document.querySelector('[data-found] .results a') === null) return
    const start = pressed
    pressed = Number.NaN
    // The first frame paints the list; when the next begins it has been.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => globalThis.painted.push(performance.now() - start)),
    )
  }
  new MutationObserver(watch).observe(document.querySelector('[data-found]') as Element, {
    childList: true,
  })
}

/** Words of a statement of the map. */
function wordsFrom(records: readonly SearchRecord[], number: number): readonly string[] {
  const { weighed } = records[(number * 487) % nodes] as SearchRecord
  return (weighed.statement ?? '').toLowerCase().match(/[a-z]{4,}/g) ?? []
}

/** The first use of a page: from the first key, which loads all, until there is a result. */
async function measureFirst(page: Page, words: readonly string[]) {
  const asked = new Set<string>()
  // The context hears of what the worker asks for as well.
  page.context().on('request', (request) => asked.add(new URL(request.url()).pathname))
  // Not by its focus, which would begin to load.
  const took = await awaitPainted(page, async () => {
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown')))
    await page.locator(field).fill(words[0] ?? '')
  })
  return { took, asked: [...asked] }
}

/** What a file weighs on its way: scripts are compressed by a server, the index is as it is. */
function weigh(file: string): number {
  const bytes = readFileSync(file)
  return file.endsWith('.js') ? gzipSync(bytes, { level: 9 }).length : bytes.length
}

/** The last letter of one word, of three, and the first of a word after one. */
async function measureQueries(page: Page, records: readonly SearchRecord[]) {
  const kinds = { 'a letter of one word': 1, 'a letter of the third word': 3 }
  const warm: Record<string, number[]> = { 'the first letter': [] }
  for (const what of Object.keys(kinds)) warm[what] = []
  for (let i = 0; i < queries; i++) {
    const words = wordsFrom(records, i + 20)
    for (const [what, count] of Object.entries(kinds)) {
      warm[what]?.push(await measureLast(page, words.slice(0, count).join(' ')))
    }
    warm['the first letter']?.push(await measureLast(page, (words[0] ?? '').slice(0, 1)))
  }
  return warm
}

async function measureLast(page: Page, text: string): Promise<number> {
  await page.locator(field).fill(text.slice(0, -1))
  await page.waitForTimeout(1500)
  return awaitPainted(page, () => page.keyboard.press(text.slice(-1)))
}
