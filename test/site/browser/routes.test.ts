import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { pagesOf, rootBuild } from '../built.ts'
import { setStage } from './browser.ts'

const stage = setStage(rootBuild)
const routes = pagesOf(rootBuild)
  .map(({ file }) => file)
  .filter((file) => /^read\/[^/]+\/index\.html$/.test(file))
  .map((file) => file.replace('index.html', ''))
const longest = 'read/alignment-case-for/'

/** The last stop of each route: its number, and the id of its statement. */
const lastStops = pagesOf(rootBuild).flatMap(({ file, html }) => {
  const route = file.replace('index.html', '')
  if (!routes.includes(route)) return []
  const ids = new Set(html.match(new RegExp(`(?<=href="/${route})[a-z][a-z0-9-]+(?=/")`, 'g')))
  return [{ route, number: ids.size, id: [...ids].at(-1) as string }]
})
const keyOf = (route: string): string => `assay-read:/${route.split('/')[1] as string}`

/** Leaves every route at its last stop. */
async function leaveAtLast(page: Page): Promise<void> {
  await page.evaluate(
    (kept) => {
      for (const [name, id] of kept) localStorage.setItem(name, id)
    },
    lastStops.map(({ route, id }) => [keyOf(route), id] as const),
  )
  await page.reload()
}

async function goOn(page: Page): Promise<readonly string[]> {
  return page.locator('.go-on:visible').allInnerTexts()
}

describe('a reading', () => {
  it('is read on by its links, and gone on with where it was left', async () => {
    await stage.visit(longest, async (page) => {
      expect(await goOn(page)).toEqual([])
      await page.getByRole('link', { name: 'Begin at the first stop' }).click()
      for (let i = 1; i < 12; i++) {
        expect(await page.locator('.position').innerText()).toMatch(new RegExp(`^${i} of \\d+$`))
        await page.getByRole('navigation', { name: 'Through this reading' }).locator('[rel=next]').click()
        await page.waitForURL((url) => !url.pathname.endsWith(longest))
        await expect.poll(() => page.locator('.position').innerText()).toMatch(new RegExp(`^${i + 1} of`))
      }
      const left = page.url()
      for (const where of ['read/', longest]) {
        await page.goto(`${stage.origin}/${where}`)
        expect(await goOn(page)).toEqual(['Go on at stop 12'])
        await page.getByText('Go on at stop 12').click()
        await page.waitForURL(left)
      }
    })
  })

  it.each(['<img src=x onerror=alert(1)>', '//evil.example', '../../evil', '5', 'no-stop-of-any-route', ''])(
    'offers nothing where a browser kept %s',
    async (text) => {
      await stage.visit('read/', async (page) => {
        await page.evaluate(
          ([names, value]) => {
            for (const name of names as readonly string[]) localStorage.setItem(name, value as string)
          },
          [routes.map(keyOf), text] as const,
        )
        await page.reload()
        expect(await goOn(page)).toEqual([])
      })
    },
  )

  it('is gone on with at a stop that its own route has, by the number that it has there', async () => {
    await stage.visit('read/', async (page) => {
      await leaveAtLast(page)
      expect(lastStops.length).toBeGreaterThan(2)
      expect(await goOn(page)).toHaveLength(lastStops.length)
      for (const { route, number, id } of lastStops) {
        for (const where of ['read/', route]) {
          await page.goto(`${stage.origin}/${where}`)
          const link = page.locator(`.go-on[href$="/${route}${id}/"]`)
          expect(await link.innerText()).toBe(`Go on at stop ${number}`)
          await link.click()
          await expect.poll(() => page.locator('.position').innerText()).toBe(`${number} of ${number}`)
        }
      }
    })
  })

  it('is read where storage is refused', async () => {
    const errors: string[] = []
    await stage.visit(
      longest,
      async (page) => {
        await page.getByRole('link', { name: 'Begin at the first stop' }).click()
        await page.getByRole('navigation', { name: 'Through this reading' }).locator('[rel=next]').click()
        await expect.poll(() => page.locator('.position').innerText()).toMatch(/^2 of/)
        await page.goto(`${stage.origin}/read/`)
        expect(await goOn(page)).toEqual([])
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

  it('moves nothing when the way on appears', async () => {
    await stage.visit('read/', async (page) => {
      await leaveAtLast(page)
      expect(await goOn(page)).toHaveLength(routes.length)
      expect(await shift(page)).toBeLessThanOrEqual(0.001)
    })
  })
})

async function shift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 500)
      }),
  )
}
