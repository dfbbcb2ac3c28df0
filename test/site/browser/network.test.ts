import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { builds, type Build } from '../built.ts'
import { pagesOfEveryKind, setStage } from './browser.ts'
import { cardsOf, openView, thesis } from './view-page.ts'

describe.each(builds)('a page under $base', (build: Build) => {
  const stage = setStage(build)

  const fonts = (page: Page) => page.evaluate(async () => (await document.fonts.ready).size)
  const pages = pagesOfEveryKind(build).map((where) => [`/${where}`, where, fonts] as const)
  const views = [
    ['a view', 'stance/', async (page: Page) => cardsOf(await openView(page))],
    ['a view on the page of a node', `c/${thesis}/`, openView],
  ] as const

  it.each([...pages, ...views])(
    '%s loads from its own origin, without an error',
    async (_, where, look: (page: Page) => Promise<unknown>) => {
      const requests: string[] = []
      const faults: string[] = []
      const before = async (page: Page) => {
        page.on('request', (request) => requests.push(request.url()))
        page.on('response', (response) => {
          if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
        })
        page.on('pageerror', (error) => faults.push(error.message))
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) faults.push(message.text())
        })
        await page.addInitScript(() => {
          document.addEventListener('securitypolicyviolation', (event) =>
            console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
          )
        })
      }
      await stage.visit(where, look, { before })
      // A card is one file.
      expect(requests.length).toBeGreaterThan(where.startsWith('embed/') ? 0 : 1)
      expect(
        requests.filter(
          (url) => !url.startsWith(`${stage.origin}${build.base}`) && !url.startsWith('data:'),
        ),
      ).toEqual([])
      expect(faults).toEqual([])
    },
  )

  it('answers an address that does not exist with the page for 404', async () => {
    const seen = await stage.visit('c/no-such-node/deeper/', async (page) => {
      const styled = await page.evaluate(() => document.styleSheets.length)
      return { styled, heading: await page.locator('h1').innerText() }
    })
    expect(seen.styled).toBeGreaterThan(0)
    expect(seen.heading).not.toBe('')
  })
})
