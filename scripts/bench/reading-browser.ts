import { chromium, type Browser } from 'playwright-core'
import { freePort } from '../serve.ts'
import { findBrowser } from '../setup/browser.mjs'
import { servePacked } from './reading-server.ts'

/** A Chromium with a built site in reach. */
export interface Reach {
  readonly browser: Browser
  /** Where the browser can be told what to do by others. */
  readonly port: number
  /** The address of the site. */
  readonly url: string
}

/**
 * What `measure` finds with a Chromium and a built site that is served as a host serves it; both end
 * after it.
 *
 * @throws Error where there is no Chromium.
 */
export async function withPackedSite<Found>(
  out: string,
  measure: (reach: Reach) => Promise<Found>,
): Promise<Found> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('Expected a Chromium; `npm test` gets one.')
  const server = await servePacked(out)
  try {
    const port = await freePort(40_000 + (process.pid % 20_000))
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Whoever is asked for but this machine does not exist.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      `--remote-debugging-port=${String(port)}`,
    ]
    const browser = await chromium.launch({ executablePath, args })
    try {
      return await measure({ browser, port, url: server.url })
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
}
