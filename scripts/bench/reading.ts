import type { Page } from './browser.ts'
import { median } from './measure.ts'
import { withPackedSite, type Reach } from './reading-browser.ts'
import { pagesToRead, type KindOfPage } from './reading-pages.ts'
import { readLoad, watchLoad, type Load } from './reading-watch.ts'
import { duration, targetTable, toTable } from './table.ts'

/** The screen of the phone that Lighthouse takes for a middling one. */
const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
} as const
/** Lighthouse's slow 4G: 150 ms from a request to its answer, 1.6 Mbit/s down and 0.75 up. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
} as const
const slowdown = 4

interface Read extends KindOfPage {
  readonly load: Load
}

/**
 * Opens pages of a built site cold in Chromium, on a processor four times slower and a slow network,
 * so many times each, and tells the medians. The pages take turns, so that what else the machine does
 * falls on all of them alike.
 */
export async function tellReading(out: string, runs: number, only = ''): Promise<string> {
  const pages = pagesToRead(out).filter(({ path }) => path.startsWith(only))
  const reads = await withPackedSite(out, async (reach) => {
    const loads = pages.map((): Load[] => [])
    for (let run = 0; run < runs; run++) {
      for (const [at, page] of pages.entries()) loads[at]?.push(await load(reach, page.path))
    }
    return pages.map((page, at): Read => ({ ...page, load: middleOf(loads[at] ?? []) }))
  })
  const head = `Cold loads in Chromium, ${String(slowdown)}× slower, slow 4G, medians of ${String(runs)}`
  return `${head}\n\n${tableOf(reads)}\n\n${targetsOf(reads.filter(({ entrance }) => entrance))}`
}

async function load({ browser, url }: Reach, where: string): Promise<Load> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' })
  try {
    const page: Page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    const arrived: number[] = []
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => arrived.push(encodedDataLength))
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await devtools.send('Network.emulateNetworkConditions', slow4G)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await watchLoad(page)
    await page.goto(url + where)
    const seen = await readLoad(page)
    return { ...seen, bytes: arrived.reduce((sum, bytes) => sum + bytes, 0), requests: arrived.length }
  } finally {
    await context.close()
  }
}

function middleOf(loads: readonly Load[]): Load {
  const middle = (read: (load: Load) => number) => median(loads.map(read))
  return {
    firstPaint: middle(({ firstPaint }) => firstPaint),
    largestPaint: middle(({ largestPaint }) => largestPaint),
    largest: loads[0]?.largest ?? '',
    shift: middle(({ shift }) => shift),
    blocked: middle(({ blocked }) => blocked),
    bytes: middle(({ bytes }) => bytes),
    requests: middle(({ requests }) => requests),
  }
}

function tableOf(reads: readonly Read[]): string {
  const rows = reads.map(({ kind, path, load }) => [
    kind,
    `/${path}`,
    duration(load.firstPaint),
    duration(load.largestPaint),
    load.shift.toFixed(3),
    duration(load.blocked),
    `${(load.bytes / 1000).toFixed(0)} kB`,
    String(load.requests),
    load.largest,
  ])
  const head = ['page', 'at', 'FCP', 'LCP', 'CLS', 'TBT', 'bytes', 'requests', 'largest']
  return toTable([head, ...rows])
}

function targetsOf(reads: readonly Read[]): string {
  const worst = (read: (load: Load) => number) => Math.max(...reads.map(({ load }) => read(load)))
  const paint = worst(({ largestPaint }) => largestPaint)
  const shift = worst((load) => load.shift)
  const blocked = worst((load) => load.blocked)
  return targetTable('the first page and those of nodes', [
    ['largest paint within 1.5 s', duration(paint), paint <= 1500],
    ['layout shift at most 0.02', shift.toFixed(3), shift <= 0.02],
    ['blocked at most 50 ms', duration(blocked), blocked <= 50],
  ])
}
