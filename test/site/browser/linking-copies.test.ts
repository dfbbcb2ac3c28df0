import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { buildWaves, hashes } from '../link/wave-site.ts'
import { setStage } from './browser.ts'

const stage = setStage(buildWaves())
const allowed = { permissions: ['clipboard-read', 'clipboard-write'] }
declare global {
  var shifts: { readonly value: number }[]
}

/** What is not granted is refused. */
const refused = { permissions: ['geolocation'] }
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const copyLink = (page: Page) => page.getByRole('button', { name: 'Copy link' })
const pinned = () => `${stage.origin}/assay/c/wave/#v=${hashes.at(-1)}`

describe('the bar under a statement', () => {
  it('copies the absolute address with the wording pinned, and says so', async () => {
    const look = async (page: Page) => {
      await copyLink(page).click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      return { text: await clipboard(page), said: await page.getByRole('status').innerText() }
    }
    const seen = await stage.visit('c/wave/?utm_source=x#its-history', look, allowed)
    expect(seen).toEqual({ text: pinned(), said: 'It is on the clipboard.' })
  })

  it('gives a field to copy from where the clipboard is refused', async () => {
    const look = async (page: Page) => {
      await copyLink(page).click()
      await copyLink(page).click()
      return page.locator('textarea').evaluateAll((fields) =>
        (fields as HTMLTextAreaElement[]).map((field) => ({
          chosen: field.value.slice(field.selectionStart, field.selectionEnd),
          focused: field === document.activeElement,
        })),
      )
    }
    const seen = await stage.visit('c/wave/', look, refused)
    expect(seen).toEqual([{ chosen: pinned(), focused: true }])
  })

  it('says what to select where nothing is', async () => {
    const said = await stage.visit('c/wave/', async (page) => {
      await page.getByRole('button', { name: 'Quote' }).click()
      const status = page.getByRole('status')
      await status.filter({ hasText: /\w/ }).waitFor()
      return status.innerText()
    })
    expect(said).toBe('Select words of the statement or the text first.')
  })

  it('is three links where no script runs', async () => {
    const seen = await stage.visit(
      'c/wave/',
      async (page) => ({
        links: await page
          .locator('.link-bar a')
          .evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href }) => href)),
        buttons: await page.getByRole('button').count(),
        shown: await page.locator('.link-bar').isVisible(),
      }),
      { javaScriptEnabled: false },
    )
    const links = [pinned(), ...['link', 'history'].map((page) => `${stage.origin}/assay/c/wave/${page}/`)]
    expect(seen).toEqual({ links, buttons: 0, shown: true })
  })

  it.each([
    ['wave/', 360],
    ['wave/', 1280],
    ['wave/link/', 360],
  ])('moves next to nothing when /c/%s comes to life, at %i pixels', async (where, width) => {
    let comeToLife: (value?: unknown) => void = () => undefined
    const waiting = new Promise((resolve) => (comeToLife = resolve))
    const before = async (page: Page) => {
      await page.route('**/*.js', async (route) => {
        const response = await route.fetch()
        if ((await response.text()).includes('[data-copy]')) await waiting
        await route.fulfill({ response })
      })
      // Fonts that come late move text too.
      await page.route('**/*.woff2', (route) => route.abort())
    }
    const look = async (page: Page) => {
      await before(page)
      await page.goto(`${stage.origin}/assay/c/${where}`, { waitUntil: 'commit' })
      await page.locator('.site-foot').waitFor()
      await page.waitForTimeout(500)
      await page.evaluate(() => {
        globalThis.shifts = []
        new PerformanceObserver((list) => {
          globalThis.shifts.push(...(list.getEntries() as unknown as typeof globalThis.shifts))
        }).observe({ type: 'layout-shift' })
      })
      comeToLife()
      await page.locator('[data-copy]').first().waitFor()
      await page.waitForTimeout(500)
      return page.evaluate(() => globalThis.shifts.reduce((sum, { value }) => sum + value, 0))
    }
    const shift = await stage.visit('404.html', look, { viewport: { width, height: 900 } })
    expect(shift).toBeLessThanOrEqual(0.02)
  })
})

async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('main summary').all()) await summary.click()
}

describe.each(['wave', 'why', 'gone'])('/c/%s/link/', (id) => {
  it('copies just what it shows', async () => {
    const look = async (page: Page) => {
      await unfold(page)
      const seen = []
      for (const button of await page.locator('[data-copy]').all()) {
        const shown = page.locator(`[id="${await button.getAttribute('data-copy')}"]`)
        await button.click()
        const isLink = (await shown.evaluate(({ tagName }) => tagName)) === 'A'
        const text = isLink
          ? await shown.evaluate((link) => (link as HTMLAnchorElement).href)
          : await shown.textContent()
        seen.push({ text, copied: await clipboard(page) })
      }
      return seen
    }
    const seen = await stage.visit(`c/${id}/link/`, look, allowed)
    expect(seen.length).toBeGreaterThan(8)
    expect(seen.map(({ copied }) => copied)).toEqual(seen.map(({ text }) => text))
  })

  it('has all of it without a script', async () => {
    const text = await stage.visit(
      `c/${id}/link/`,
      async (page) => {
        await unfold(page)
        return page.locator('main').innerText()
      },
      { javaScriptEnabled: false },
    )
    for (const part of [`/assay/c/${id}/#v=`, '<iframe', '<assay-card>', '@online', 'TY  - ']) {
      expect(text).toContain(part)
    }
  })
})
