import process from 'node:process'
import { chromium, type Browser } from 'playwright-core'
import { serveSite } from '../serve.ts'
import { findBrowser } from '../setup/browser.mjs'

export type { Browser, Page } from 'playwright-core'

/**
 * What `measure` finds with a Chromium and the address of a built site at a root; both end after it.
 *
 * @throws Error where there is no Chromium.
 */
export async function withSite<Found>(
  out: string,
  measure: (browser: Browser, url: string) => Promise<Found>,
): Promise<Found> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('Expected a Chromium; `npm test` gets one.')
  const server = await serveSite({ out, base: '/', port: 20_000 + (process.pid % 20_000) })
  try {
    const args = ['--no-sandbox', '--disable-gpu']
    const browser = await chromium.launch({ executablePath, args })
    try {
      return await measure(browser, server.url)
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
}
