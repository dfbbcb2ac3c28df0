import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { emptyView, withCredence } from '../../../src/analysis/stance/view.ts'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { listen } from './live-page.ts'
import {
  button,
  cardOf,
  cardsOf,
  cruxesIn,
  expectShown,
  inMap,
  map,
  opened,
  openView,
  said,
  standIn,
  storeKey,
  thesis,
  viewOn,
} from './view-page.ts'

const stage = setStage(rootBuild)
const first = cruxesIn(emptyView, thesis)[0] as string

/** Faults of the page itself: a file that does not come is the test's doing. */
async function visit(
  path: string,
  prepare: (page: Page) => Promise<unknown>,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  let faults: readonly string[] = []
  const before = async (page: Page) => {
    faults = await listen(page)
    await prepare(page)
  }
  await stage.visit(path, look, { before })
  expect(faults.filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([])
}

async function nothing(): Promise<void> {}

/** The view takes an answer and says what comes of it. */
async function expectUsable(view: Locator): Promise<void> {
  await cardsOf(view)
  await cardOf(view, first).getByRole('slider').press('Home')
  await expectShown(view, standIn(withCredence(emptyView, first, 0))(thesis))
}

const garbage = '<img src=x onerror=alert(1)>&'.repeat(18_000)
const hostile: readonly (readonly [string, string])[] = [
  ['another version', `v=2&t=${thesis}&${first}=10`],
  ['a version that is none', 'v='],
  ['unknown ids', 'v=1&t=no-such-topic&no-such-node=80&a..b=off'],
  ['no numbers', `v=1&${first}=NaN&${thesis}=Infinity&${map.nodes[0]}=-1&${map.nodes[1]}=1e9`],
  ['names of objects', 'v=1&__proto__=50&constructor=off&t=__proto__&toString..valueOf=off'],
  ['half a megabyte', `v=1&${garbage}`],
  ['broken escapes', 'v=1&%E0%A4%A=80&%00=off&%F0%9F%92=%'],
]

describe('a link', () => {
  it.each(hostile)('with %s ends in a sentence on a page that works', async (_, fragment) => {
    await visit(`stance/#${fragment}`, nothing, async (page) => {
      const view = await opened(viewOn(page))
      expect(await said(view)).toMatch(/\.$/)
      expect(await view.locator('img, script, iframe').count()).toBe(0)
      await expectShown(view, inMap(thesis))
      await expectUsable(view)
    })
  })
})

describe('what a browser kept', () => {
  it.each([
    ...hostile.filter(([name]) => /version|objects|megabyte/.test(name)),
    ['no view at all', '{"credences":{"__proto__":1}}'] as const,
  ])(
    'with %s ends in a sentence on a page that works',
    async (_, text) => {
      const keep = (page: Page) =>
        page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
          storeKey,
          text,
        ] as const)
      await visit('stance/', keep, async (page) => {
        const view = await openView(page)
        expect(await said(view)).toMatch(/\.$/)
        await expectShown(view, inMap(thesis))
        await expectUsable(view)
      })
    },
  )

  it.each([
    [
      'refuses to be read',
      () =>
        Object.defineProperty(globalThis, 'localStorage', {
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError')
          },
        }),
    ],
    [
      'is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('Exceeded the quota.', 'QuotaExceededError')
        }
      },
    ],
  ])('ends in a sentence where storage %s; the address has the view', async (_, refuse) => {
    const prepare = (page: Page) => page.addInitScript(refuse)
    await visit('stance/', prepare, async (page) => {
      const view = await openView(page)
      await expectUsable(view)
      await expect.poll(() => said(view)).toMatch(/keep/)
      await expect.poll(() => new URL(page.url()).hash).toContain(`${first}=0`)
      await page.reload()
      await expectShown(
        await opened(viewOn(page)),
        standIn(withCredence(emptyView, first, 0))(thesis),
      )
    })
  })
})

describe('a file that does not come', () => {
  it.each([
    ['is not there', '**/stance.json', { status: 404, body: '' }],
    ['breaks off', '**/stance.json', { body: '{"version":1,"nodes":["a' }],
    ['is another', '**/stance.json', { body: '{}' }],
    ['lacks columns', '**/stance.json', { body: '{"version":1,"nodes":[]}' }],
  ])('leaves a sentence and a button that works again: the map %s', async (_, url, answer) => {
    const prepare = (page: Page) => page.route(url, (route) => route.fulfill(answer))
    await visit('stance/', prepare, async (page) => {
      const open = viewOn(page).getByRole('button')
      const before = await open.innerText()
      await open.click()
      await expect.poll(() => open.innerText()).toMatch(/again/)
      expect(await open.innerText()).not.toBe(before)
      expect(await page.locator('.cruxes').count()).toBeGreaterThan(0)
      await page.unrouteAll()
      await expectUsable(await openView(page))
    })
  })

  it.each(['open-view', 'whole-view'])('leaves a button that works again: %s', async (name) => {
    const prepare = (page: Page) =>
      page.route(new RegExp(`/${name}\\.`), (route) => route.abort())
    await visit('stance/', prepare, async (page) => {
      const open = viewOn(page).getByRole('button')
      await open.click()
      await expect.poll(() => open.innerText()).toMatch(/again/)
      await page.unrouteAll()
      await expectUsable(await openView(page))
    })
  })

  it('is said in a sentence: the worker', async () => {
    const prepare = (page: Page) => page.route(/\/worker-[^/]*\.js$/, (route) => route.abort())
    await visit('stance/', prepare, async (page) => {
      const view = viewOn(page)
      await view.getByRole('button').click()
      await expect.poll(() => said(view)).toMatch(/\.$/)
      expect(await view.getByRole('searchbox').isEnabled()).toBe(true)
    })
  })

  it('is said in a sentence, and strengths still come: the search for cruxes', async () => {
    const prepare = (page: Page) => page.route(/\/weigh-[^/]*\.js$/, (route) => route.abort())
    await visit(`stance/#v=1&${first}=50`, prepare, async (page) => {
      const view = await opened(viewOn(page))
      await expect.poll(() => said(view)).toMatch(/could not/)
      await cardOf(view, first).getByRole('slider').press('Home')
      await expectShown(view, standIn(withCredence(emptyView, first, 0))(thesis))
    })
  })

  it('is said in a sentence, and comes when it is tried again: what copies', async () => {
    const prepare = async (page: Page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.route(/\/take-away\./, (route) => route.abort())
    }
    await visit('stance/', prepare, async (page) => {
      const view = await openView(page)
      await button(view, /copy link/i).click()
      await expect.poll(() => said(view)).toMatch(/again/)
      await page.unrouteAll()
      await button(view, /copy link/i).click()
      await expect.poll(() => said(view)).toMatch(/clipboard/)
      expect(await said(view)).not.toMatch(/again/)
    })
  })
})
