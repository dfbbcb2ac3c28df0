import type { Page } from './browser.ts'

/** What a reader waits for on one cold load, in milliseconds where nothing else is said. */
export interface Load {
  readonly firstPaint: number
  /** Until the largest text or picture of the first screen was painted, and what that was. */
  readonly largestPaint: number
  readonly largest: string
  /** Sum of layout shifts, by the windows of the Core Web Vitals; no unit. */
  readonly shift: number
  /** What each task after the first paint took beyond 50 ms, added up. */
  readonly blocked: number
  readonly bytes: number
  readonly requests: number
}

declare global {
  /** What the browser has told of the load so far. */
  var watchedLoad: {
    largestPaint: number
    largest: string
    shifts: { at: number; value: number }[]
    tasks: { start: number; duration: number }[]
  }
}

/** Makes a page take down its paints, shifts and long tasks from the start. */
export async function watchLoad(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number }
    type Paint = PerformanceEntry & { element: Element | null }
    const seen: typeof watchedLoad = { largestPaint: 0, largest: '', shifts: [], tasks: [] }
    globalThis.watchedLoad = seen
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
        type,
        buffered: true,
      })
    watch('largest-contentful-paint', (entry) => {
      const { element } = entry as Paint
      seen.largestPaint = entry.startTime
      seen.largest = element === null ? '' : `${element.localName} ${element.className}`.trim()
    })
    // Nobody touches these pages: what is called recent input is the size of the screen being set.
    watch('layout-shift', (entry) =>
      seen.shifts.push({ at: entry.startTime, value: (entry as Shift).value }),
    )
    watch('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, duration }))
  })
}

/** What was taken down, once nothing has been asked for and no long task begun for two seconds. */
export async function readLoad(page: Page): Promise<Omit<Load, 'bytes' | 'requests'>> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(
    (quiet) => {
      const last = globalThis.watchedLoad.tasks.at(-1)
      const ended = last === undefined ? 0 : last.start + last.duration
      const loaded = performance.getEntriesByType('resource').map((entry) => (entry as PerformanceResourceTiming).responseEnd)
      return performance.now() - Math.max(ended, ...loaded) > quiet
    },
    2000,
    { timeout: 30_000, polling: 250 },
  )
  const { watched, firstPaint } = await page.evaluate(() => ({
    watched: globalThis.watchedLoad,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }))
  const { largestPaint, largest, shifts, tasks } = watched
  const after = tasks.map(({ start, duration }) => Math.min(duration, start + duration - firstPaint))
  const blocked = after.reduce((sum, took) => sum + Math.max(0, took - 50), 0)
  return { firstPaint, largestPaint, largest, shift: worstWindow(shifts), blocked }
}

/** The largest sum of shifts less than a second apart, within five seconds. */
export function worstWindow(shifts: readonly { at: number; value: number }[]): number {
  let [worst, sum, began, last] = [0, 0, -Infinity, -Infinity]
  for (const { at, value } of shifts) {
    const fresh = at - last >= 1000 || at - began >= 5000
    if (fresh) began = at
    sum = fresh ? value : sum + value
    last = at
    worst = Math.max(worst, sum)
  }
  return worst
}
