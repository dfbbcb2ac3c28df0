import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { attribute, named, pagesOf, publishedBuild, type Page as Built } from '../built.ts'
import { setStage } from './browser.ts'
import { listen } from './live-page.ts'

const stage = setStage(publishedBuild)
const { base } = publishedBuild
const mostTabs = 400

const pages = new Map(pagesOf(publishedBuild).map((page) => [page.path, page]))
const linksOf = (page: Built | undefined): ReadonlySet<string> =>
  new Set(page && named(page.document, 'a').map((link) => attribute(link, 'href') ?? ''))

interface Exported {
  readonly nodes: readonly { readonly id: string; readonly kind: string; readonly experiment?: object }[]
}
const { nodes } = JSON.parse(
  readFileSync(path.join(publishedBuild.out, 'knowledge-base.json'), 'utf8'),
) as Exported
const claims = [...linksOf(pages.get(base))].filter((href) => href.startsWith(`${base}c/`))
const evidence = nodes
  .filter(({ kind, experiment }) => kind === 'evidence' && experiment !== undefined)
  .map(({ id }) => `${base}c/${id}/`)
/** A statement that the home page leads to, and evidence on its page that rests on an experiment. */
const [claim, test] = claims.flatMap((from) => {
  const to = evidence.find((each) => each !== from && linksOf(pages.get(from)).has(each))
  return to === undefined ? [] : [[from, to] as const]
})[0] ?? expect.fail('no claim of the home page has evidence with an experiment')

/** Presses Tab until the element has the focus, which must then be seen. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  const element = await target.first().elementHandle()
  for (let presses = 0; presses < mostTabs; presses++) {
    const isThere = await page.evaluate((wanted) => document.activeElement === wanted, element)
    if (isThere) {
      const ring = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element)
        return { outlineStyle, outlineWidth }
      })
      expect(ring, String(target)).not.toMatchObject({ outlineStyle: 'none' })
      await expect.poll(() => isInWindow(target.first())).toBe(true)
      return
    }
    await page.keyboard.press(key)
  }
  expect.fail(`${mostTabs} presses of ${key} do not lead to ${String(target)}`)
}

async function isInWindow(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
}

async function follow(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
}

it('leads by keyboard alone from home to evidence, its experiment, the map and back', async () => {
  await stage.visit(
    '',
    async (page) => {
      const faults = await listen(page)
      const main = page.locator('main')
      await follow(page, main.locator(`a[href="${claim}"]`))
      await page.waitForURL(`**${claim}`)
      await follow(page, main.locator(`a[href="${test}"]`))
      await page.waitForURL(`**${test}`)

      const experiment = main.locator('[data-experiment]').first()
      await follow(page, experiment.getByRole('button', { name: 'Change the assumptions' }))
      await follow(page, experiment.getByRole('button', { name: 'Quick', exact: true }))
      await follow(page, experiment.getByRole('button', { name: 'Run', exact: true }))
      await experiment.locator('.live-report .verdict-box').waitFor({ timeout: 50_000 })

      await follow(page, page.locator(`.site-nav a[href="${base}map/"]`), 'Shift+Tab')
      await page.waitForURL(`**${base}map/**`)
      const picture = page.locator('[data-map-svg]')
      const stop = picture.locator('a[tabindex="0"]')
      await stop.waitFor()
      await tabTo(page, stop)
      const before = await stop.getAttribute('data-node')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => stop.getAttribute('data-node')).not.toBe(before)
      const found = (await stop.getAttribute('href')) as string
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${found}`)

      await follow(page, page.locator('.wordmark'))
      await page.waitForURL(`**${base}`)
      expect(faults).toEqual([])
    },
    { viewport: { width: 1280, height: 800 } },
  )
})
