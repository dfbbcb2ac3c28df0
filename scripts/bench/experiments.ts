import { experimentIds } from '../../src/experiments/registry.ts'
import { withSite, type Browser, type Page } from './browser.ts'
import { median } from './measure.ts'
import { watchWorker } from './watch-worker.ts'

/** What the published preset of an experiment takes in Chromium, medians in milliseconds. */
export interface LiveFigure {
  readonly id: string
  /** From Run until a first figure of part of the work stands in the page, all scripts loaded new. */
  readonly first: number
  /** From Run until verdict and digest stand in the page. */
  readonly full: number
  /** From Cancel in the midst of a run until the worker has stopped; none where it ends before. */
  readonly cancel: number | undefined
}

/**
 * Runs every experiment of a built site in Chromium, each time in a page of its own.
 *
 * @throws Error where there is no Chromium.
 */
export async function measureLive(out: string, runs: number): Promise<readonly LiveFigure[]> {
  return withSite(out, async (browser, url) => {
    const figures: LiveFigure[] = []
    for (const id of experimentIds) figures.push(await measureOne(browser, url, id, runs))
    return figures
  })
}

async function measureOne(
  browser: Browser,
  origin: string,
  id: string,
  runs: number,
): Promise<LiveFigure> {
  const address = new URL(`experiments/${id}/`, origin).href
  const times: { first: number; full: number; cancel: number | undefined }[] = []
  for (let i = 0; i < runs; i++) {
    const page = await browser.newPage()
    await watchWorker(page)
    await page.goto(address)
    await page.locator('[data-live] button').first().click()
    const whole = await runWhole(page)
    times.push({ ...whole, cancel: await cancelMidway(page, whole.full) })
    await page.close()
  }
  const cancels = times.flatMap(({ cancel }) => cancel ?? [])
  return {
    id,
    first: median(times.map(({ first }) => first)),
    full: median(times.map(({ full }) => full)),
    cancel: cancels.length === 0 ? undefined : median(cancels),
  }
}

async function runWhole(page: Page): Promise<{ first: number; full: number }> {
  const run = page.getByRole('button', { name: 'Run', exact: true })
  await run.waitFor()
  const start = performance.now()
  await run.click()
  await page.locator('.live-report figure svg').first().waitFor({ state: 'attached' })
  const first = performance.now() - start
  await page.locator('.live-report .verdict').waitFor({ timeout: 120_000 })
  return { first, full: performance.now() - start }
}

async function cancelMidway(page: Page, full: number): Promise<number | undefined> {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.waitForTimeout(Math.min(500, full / 4))
  // Not a click of Playwright's, which would wait for a button that a quick run has disabled.
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true })
  await cancel.evaluate((element) => (element as HTMLElement).click())
  await page.waitForTimeout(400)
  return page.evaluate(() => globalThis.stopped.at(-1))
}
