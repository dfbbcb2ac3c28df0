import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { emptyView } from '../../../src/analysis/stance/view.ts'
import { rootBuild } from '../built.ts'
import { pagesOfEveryKind, setStage } from './browser.ts'
import { open, runQuick } from './live-page.ts'
import { button, cardsOf, cruxesIn, opened, openView, thesis, viewOn } from './view-page.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const stage = setStage(rootBuild)
const [first, second] = cruxesIn(emptyView, thesis) as [string, string]

async function violations(page: Page): Promise<readonly unknown[]> {
  await page.addScriptTag({ content: axe.source })
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: { type: 'tag', values },
        // Nobody points at paper.
        rules: { 'target-size': { enabled: !matchMedia('print').matches } },
      }),
    tags,
  )
  return violations.map(({ id, nodes }) => ({
    id,
    at: nodes.slice(0, 3).map(({ target, failureSummary }) => ({ target, failureSummary })),
  }))
}

/** Opens what can be opened of a reader's own view. */
const states: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ['a view as it opens', 'stance/', async (page) => cardsOf(await openView(page))],
  ['a view with all that it can show', `stance/#v=1&${first}=90&no-such-node=1`, showAll],
  [
    'a view on the page of a node',
    `c/${first}/`,
    async (page) => {
      const view = await openView(page)
      await view.getByRole('slider').press('Home')
      await unfold(view)
    },
  ],
]

async function showAll(page: Page): Promise<void> {
  const view = await opened(viewOn(page))
  await cardsOf(view)
  await button(view, /make this one mine/i).click()
  await page.evaluate((hash) => void (location.hash = hash), `v=1&${second}=off&no-such-node=1`)
  await button(view, /beside/i).click()
  await view.getByRole('searchbox').fill('align')
  await button(view, /copy link/i).click()
  await view.locator('textarea').waitFor()
  await view.locator('fieldset').nth(3).waitFor()
  await unfold(view)
}

async function unfold(view: Locator): Promise<void> {
  await view.evaluate((mount) => {
    for (const details of mount.querySelectorAll('details')) details.open = true
  })
}

async function inBothSchemes(page: Page) {
  const light = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  return { light, dark: await violations(page) }
}

it.each(pagesOfEveryKind(rootBuild))('axe finds nothing wrong on /%s, light or dark', async (where) => {
  const options = { bypassCSP: true, colorScheme: 'light', reducedMotion: 'reduce' } as const
  expect(await stage.visit(where, inBothSchemes, options)).toEqual({ light: [], dark: [] })
})

/** Pages with all that pages are made of; what a search, a preview or the explorer adds is tested there. */
const rich = ['', `c/${thesis}/`, 'essay/', 'maps/alignment/', 'experiments/aggregation/', 'sources/']
const conditions: readonly (readonly [
  string,
  Parameters<typeof stage.visit>[2],
  (page: Page) => Promise<unknown>,
])[] = [
  ['in forced colours', { forcedColors: 'active' }, async () => {}],
  ['at 320 pixels', { viewport: { width: 320, height: 640 } }, async () => {}],
  ['as printed', {}, (page) => page.emulateMedia({ media: 'print' })],
  ['with all that opens open', {}, openDetails],
]

async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

describe.each(conditions)('%s', (_, options, prepare) => {
  it.each(rich)('axe finds nothing wrong on /%s', async (where) => {
    const look = async (page: Page) => {
      await prepare(page)
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      return { found: await violations(page), wider: Math.max(0, width) }
    }
    const still = { bypassCSP: true, reducedMotion: 'reduce' } as const
    expect(await stage.visit(where, look, { ...still, ...options })).toEqual({ found: [], wider: 0 })
  })
})

it.each(['experiments/aggregation/', 'experiments/judge-or-doer/'])(
  'axe finds nothing wrong on /%s after a run, light, dark or in forced colours',
  async (where) => {
    const look = async (page: Page) => {
      await runQuick(await open(page))
      await openDetails(page)
      const found = await inBothSchemes(page)
      await page.emulateMedia({ forcedColors: 'active' })
      return { ...found, forced: await violations(page) }
    }
    const options = { bypassCSP: true, colorScheme: 'light', reducedMotion: 'reduce' } as const
    expect(await stage.visit(where, look, options)).toEqual({ light: [], dark: [], forced: [] })
  },
)

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const options = { bypassCSP: true, colorScheme, reducedMotion: 'reduce' } as const

  it.each(states)('axe finds nothing wrong in %s', async (_, where, open) => {
    const look = async (page: Page) => {
      await open(page)
      return violations(page)
    }
    // What is not granted is refused: the clipboard.
    const found = await stage.visit(where, look, { ...options, permissions: ['geolocation'] })
    expect(found).toEqual([])
  })
})

describe('on a small screen, asked to keep still', () => {
  it.each(states)('%s fits 320 pixels and nothing moves', async (_, where, open) => {
    const look = async (page: Page) => {
      await open(page)
      return page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        moving: document.getAnimations().length,
      }))
    }
    const small = {
      viewport: { width: 320, height: 640 },
      reducedMotion: 'reduce',
      permissions: ['geolocation'],
    } as const
    const seen = await stage.visit(where, look, { ...small, permissions: [...small.permissions] })
    expect(seen.width).toBeLessThanOrEqual(320)
    expect(seen.moving).toBe(0)
  })
})
