import { devices, type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { publishedBuild } from '../built.ts'
import { boxOf, fileOf, fingerOn, held, pointOf, soon } from '../preview/preview-page.ts'
import { setStage } from './browser.ts'

const stage = setStage(publishedBuild)
const support = 'reward-models-are-small'
const where = 'c/reward-modelling-is-easy/'
const { defaultBrowserType: _, ...phone } = devices['Pixel 7'] as (typeof devices)['']

const linkOn = (page: Page) => page.locator(`.relation .name a[href$="/c/${support}/"]`).first()
const onPhone = <Seen>(look: (page: Page) => Promise<Seen>) => stage.visit(where, look, phone)
const isThere = (page: Page) => new URL(page.url()).pathname === `/assay/${where}`

/** Holds the link until its preview is shown, and lifts the finger. */
async function holdLink(page: Page) {
  const finger = await fingerOn(page)
  const at = await pointOf(linkOn(page))
  await finger.down(at)
  await boxOf(page).waitFor()
  await finger.up()
  await page.waitForTimeout(soon)
  return { finger, at }
}

/** What comes of the system's taking a press on the link for a long one, which Chromium on Linux never does. */
const menuOf = (page: Page) =>
  linkOn(page).evaluate((link) =>
    link.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })) ? 'a menu' : 'none',
  )

describe('a finger', () => {
  it('that holds a link shows what it leads to, and goes nowhere when it is lifted', async () => {
    const seen = await onPhone(async (page) => {
      await holdLink(page)
      const said = await boxOf(page).locator('.said').innerText()
      return { said, isThere: isThere(page), chosen: await page.evaluate(() => String(getSelection())) }
    })
    expect(seen).toEqual({ said: fileOf(publishedBuild, support).statement, isThere: true, chosen: '' })
  })

  it('has no menu of the system where something is shown instead, for that press alone', async () => {
    const seen = await onPhone(async (page) => {
      const finger = await fingerOn(page)
      const at = await pointOf(linkOn(page))
      await finger.down(at)
      await boxOf(page).waitFor()
      const shown = await menuOf(page)
      await finger.up()
      await page.waitForTimeout(soon)
      const later = await menuOf(page)
      await page.touchscreen.tap(4, 4)
      await finger.down(at)
      await page.waitForTimeout(200)
      // A system may take a press for a long one sooner than we do.
      const early = await menuOf(page)
      const boxes = await boxOf(page).count()
      await finger.up()
      return { shown, later, early, boxes, isThere: isThere(page) }
    })
    expect(seen).toEqual({ shown: 'none', later: 'a menu', early: 'none', boxes: 1, isThere: true })
  })

  it('has the menu where nothing can be shown', async () => {
    const seen = await onPhone(async (page) => {
      await page.route('**/preview.json', (route) => route.abort())
      const finger = await fingerOn(page)
      await finger.down(await pointOf(linkOn(page)))
      await page.waitForTimeout(held)
      const menu = await menuOf(page)
      await finger.up()
      return { menu, boxes: await boxOf(page).count() }
    })
    expect(seen).toEqual({ menu: 'a menu', boxes: 0 })
  })

  it('that taps follows the link at once', async () => {
    const place = await onPhone(async (page) => {
      const { x, y } = await pointOf(linkOn(page))
      await page.touchscreen.tap(x, y)
      await page.waitForURL(`**/c/${support}/`)
      return new URL(page.url()).pathname
    })
    expect(place).toBe(`/assay/c/${support}/`)
  })

  it('that moves the page shows nothing', async () => {
    const seen = await onPhone(async (page) => {
      const finger = await fingerOn(page)
      const { x, y } = await pointOf(linkOn(page))
      await finger.down({ x, y })
      for (let by = 8; by <= 80; by += 8) await finger.move({ x, y: y - by })
      await page.waitForTimeout(held)
      await finger.up()
      return { boxes: await boxOf(page).count(), isThere: isThere(page) }
    })
    expect(seen).toEqual({ boxes: 0, isThere: true })
  })

  it('that taps elsewhere sends it away; one that moves the page does not', async () => {
    const seen = await onPhone(async (page) => {
      const { finger } = await holdLink(page)
      await finger.down({ x: 200, y: 700 })
      for (let by = 8; by <= 80; by += 8) await finger.move({ x: 200, y: 700 - by })
      await finger.up()
      await page.waitForTimeout(soon)
      const scrolled = await boxOf(page).count()
      const inside = await boxOf(page).boundingBox()
      await page.touchscreen.tap((inside?.x ?? 0) + 20, (inside?.y ?? 0) + 60)
      const tapped = await boxOf(page).count()
      await page.touchscreen.tap(4, 4)
      return { scrolled, tapped, after: await boxOf(page).count(), isThere: isThere(page) }
    })
    expect(seen).toEqual({ scrolled: 1, tapped: 1, after: 0, isThere: true })
  })

  it('follows the link by a tap on it, or on the link in what is shown', async () => {
    const byBox = await onPhone(async (page) => {
      await holdLink(page)
      await boxOf(page).getByRole('link', { name: 'Open' }).tap()
      await page.waitForURL(`**/c/${support}/`)
      return true
    })
    const byLink = await onPhone(async (page) => {
      const { at } = await holdLink(page)
      await page.touchscreen.tap(at.x, at.y)
      await page.waitForURL(`**/c/${support}/`)
      return true
    })
    expect([byBox, byLink]).toEqual([true, true])
  })
})
