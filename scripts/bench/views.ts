import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ViewData } from '../../src/analysis/stance/view-data.ts'
import { withSite, type Browser, type Page } from './browser.ts'
import { median } from './measure.ts'
import { syntheticGraph, toSyntheticView } from './synthetic-graph.ts'
import { awaitPainted, watchPaint } from './watch-paint.ts'

/** From a key on a slider until a frame with the new strength is painted, in milliseconds. */
export interface PaintFigure {
  readonly map: string
  readonly middle: number
  readonly longest: number
  /** From the first touch until the first question stands in the page. */
  readonly opening: number
  /** What the middle is to be at most. */
  readonly bound: number
}

/** Bytes that a page asks for after the first touch, gzip. */
export interface LoadFigure {
  readonly what: string
  readonly bytes: number
  readonly bound: number
}

export interface ViewFigures {
  readonly paints: readonly PaintFigure[]
  readonly loads: readonly LoadFigure[]
}

const touch = '.own-view button'
const slider = '.answer input[type=range]'
const strength = '.outcome > div:nth-child(2) .figure'
const moves = 15
const largeMap = { nodes: 10_000, edges: 30_000 }

/**
 * Opens views of a built site in Chromium and moves a slider from end to end, on its own map and on
 * a synthetic one.
 *
 * @throws Error where there is no Chromium, or the strength does not change in ten seconds.
 */
export async function measureViews(out: string): Promise<ViewFigures> {
  return withSite(out, async (browser, url) => {
    const large = toSyntheticView(syntheticGraph(largeMap.nodes, largeMap.edges))
    const node = (JSON.parse(textOf(out, '/stance.json')) as ViewData).nodes[0] ?? ''
    return {
      paints: [
        { map: 'the real map', ...(await measurePaint(browser, url)), bound: 50 },
        {
          map: `${largeMap.nodes} nodes, ${largeMap.edges} edges`,
          ...(await measurePaint(browser, url, large)),
          bound: 100,
        },
      ],
      loads: await measureLoads(browser, url, out, `c/${node}/`),
    }
  })
}

async function measurePaint(
  browser: Browser,
  origin: string,
  data?: ViewData,
): Promise<Omit<PaintFigure, 'map' | 'bound'>> {
  const page = await browser.newPage()
  await watchPaint(page, strength)
  if (data !== undefined) {
    await page.route('**/stance.json', (route) => route.fulfill({ json: data }))
  }
  await page.goto(new URL('stance/', origin).href)
  const start = performance.now()
  await openView(page)
  const opening = performance.now() - start
  await page.locator(slider).first().focus()
  const times: number[] = []
  // The first moves warm up and do not count.
  for (let move = -4; move < moves; move++) {
    const took = await awaitPainted(page, () =>
      page.keyboard.press(move % 2 === 0 ? 'Home' : 'End'),
    )
    if (move >= 0) times.push(took)
  }
  await page.close()
  return { middle: median(times), longest: Math.max(...times), opening }
}

async function openView(page: Page): Promise<void> {
  await page.locator(touch).first().click()
  await page.locator(strength).first().waitFor({ timeout: 60_000 })
  await page.locator(slider).first().waitFor({ timeout: 60_000 })
}

async function measureLoads(
  browser: Browser,
  origin: string,
  out: string,
  nodePage: string,
): Promise<readonly LoadFigure[]> {
  const figures: LoadFigure[] = []
  for (const address of [nodePage, 'stance/']) {
    const page = await browser.newPage()
    await page.goto(new URL(address, origin).href, { waitUntil: 'networkidle' })
    const asked = new Set<string>()
    // The context hears of what workers ask for as well.
    page.context().on('request', (request) => asked.add(new URL(request.url()).pathname))
    await openView(page)
    await page.close()
    const scripts = [...asked].filter((file) => file.endsWith('.js'))
    const bytes = scripts.reduce((sum, file) => sum + weigh(out, file), 0)
    const what = `${address === nodePage ? 'a node’s page' : 'stance/'}, ${scripts.length} scripts`
    figures.push({ what, bytes, bound: 12_000 })
  }
  return [...figures, { what: 'stance.json', bytes: weigh(out, '/stance.json'), bound: 25_000 }]
}

function weigh(out: string, address: string): number {
  return gzipSync(textOf(out, address), { level: 9 }).length
}

function textOf(out: string, address: string): string {
  return readFileSync(path.join(out, address), 'utf8')
}
