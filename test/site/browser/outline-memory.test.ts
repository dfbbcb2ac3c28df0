import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'

const stage = setStage(rootBuild)
const where = 'maps/alignment/'
const key = 'assay-tree:/alignment'

const items = (page: Page): Locator => page.locator('[data-tree] details')
const openIds = (page: Page): Promise<readonly string[]> =>
  items(page).evaluateAll((all) =>
    (all as HTMLDetailsElement[]).filter(({ open }) => open).map(({ dataset }) => dataset['id'] ?? ''),
  )
const kept = (page: Page): Promise<string | null> => page.evaluate((name) => localStorage.getItem(name), key)

describe('the outline', () => {
  it('is found as it was left', async () => {
    await stage.visit(where, async (page) => {
      const first = await openIds(page)
      const summary = page.locator('[data-tree] details:not([open]) > summary:visible')
      await summary.nth(2).click()
      await summary.nth(0).click()
      const second = await openIds(page)
      expect(second.length).toBe(first.length + 2)
      await expect.poll(() => kept(page)).toMatch(/^\+[a-z-]+ \+[a-z-]+$/)
      await page.reload()
      expect(await openIds(page)).toEqual(second)
      await page.locator('[data-tree] details[open] > summary').first().click()
      await expect.poll(() => kept(page)).toContain('-')
      const third = await openIds(page)
      await page.reload()
      expect(await openIds(page)).toEqual(third)
    })
  })

  it('opens and closes as a whole, and remembers that', async () => {
    await stage.visit(where, async (page) => {
      const all = await items(page).count()
      expect(all).toBeGreaterThan(30)
      for (const [name, count] of [['Open all', all], ['Close all', 0]] as const) {
        await page.getByRole('button', { name }).click()
        expect(await openIds(page)).toHaveLength(count)
        await expect.poll(async () => (await kept(page))?.split(' ').length).toBeGreaterThan(0)
        await page.waitForTimeout(100)
        await page.reload()
        expect(await openIds(page)).toHaveLength(count)
      }
    })
  })

  it('has no buttons and all its items without JavaScript', async () => {
    await stage.visit(
      where,
      async (page) => {
        expect(await page.getByRole('button', { name: 'Open all' }).count()).toBe(0)
        expect(await items(page).count()).toBeGreaterThan(30)
      },
      { javaScriptEnabled: false },
    )
  })

  it.each(['{"x":1}', '+', '<img src=x onerror=alert(1)>', '+__proto__ -constructor', `+nobody ${'+abc '.repeat(200_000)}`])(
    'is as published where a browser kept %.30s',
    async (text) => {
      await stage.visit(where, async (page) => {
        const published = await openIds(page)
        await page.evaluate(([name, value]) => localStorage.setItem(name as string, value as string), [key, text])
        await page.reload()
        expect(await openIds(page)).toEqual(published)
        await page.getByRole('button', { name: 'Close all' }).click()
        expect(await openIds(page)).toEqual([])
      })
    },
  )

  it('can be used where storage is refused', async () => {
    const errors: string[] = []
    await stage.visit(
      where,
      async (page) => {
        await page.getByRole('button', { name: 'Open all' }).click()
        expect(await openIds(page)).toHaveLength(await items(page).count())
        await page.waitForTimeout(100)
      },
      {
        before: async (page) => {
          page.on('pageerror', (error) => errors.push(String(error)))
          await page.addInitScript(() => {
            Object.defineProperty(globalThis, 'localStorage', {
              get: () => {
                throw new DOMException('no', 'SecurityError')
              },
            })
          })
        },
      },
    )
    expect(errors).toEqual([])
  })

  it.each([1280, 360])('moves nothing that is seen when it is opened again, %i pixels wide', async (width) => {
    await stage.visit(
      `${where}#whole`,
      async (page) => {
        await page.getByRole('button', { name: 'Open all' }).click()
        await expect.poll(async () => (await kept(page))?.split(' ').length).toBeGreaterThan(30)
        await page.reload()
        expect(await openIds(page)).toHaveLength(await items(page).count())
        const shifts = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
              }).observe({ type: 'layout-shift', buffered: true })
              setTimeout(() => resolve(sum), 500)
            }),
        )
        expect(shifts).toBeLessThanOrEqual(0.02)
      },
      { viewport: { width, height: 800 } },
    )
  })
})
