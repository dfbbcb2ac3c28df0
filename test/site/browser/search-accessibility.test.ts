import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { publishedBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { foundFor } from './search-page.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const stage = setStage(publishedBuild)

async function violations(page: Page): Promise<readonly unknown[]> {
  await page.addScriptTag({ content: axe.source })
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values } }),
    tags,
  )
  return violations.map(({ id, nodes }) => ({
    id,
    at: nodes.slice(0, 3).map(({ target, failureSummary }) => ({ target, failureSummary })),
  }))
}

const opened = (page: Page) => page.locator('.filters').evaluate((filters: HTMLDetailsElement) => {
  filters.open = true
})

/** What the search looks like: where, what is waited for, and what is done then. */
const states: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ['before anything is typed', 'search/', opened],
  ['with results and filters', 'search/?q=reward&label=out', async (page) => {
    await foundFor(page, 'result')
    await opened(page)
  }],
  ['with passages and sources', 'search/?q=christiano', (page) => foundFor(page, 'result')],
  ['with nothing found', 'search/?q=reward+christiano+bandit&kind=question', (page) => foundFor(page, 'Nothing')],
]

async function failed(page: Page): Promise<void> {
  await page.context().route(({ pathname }) => pathname.includes('/pagefind/'), (route) => route.abort())
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const options = { bypassCSP: true, colorScheme, reducedMotion: 'reduce' } as const

  it.each(states)('axe finds nothing wrong in the search %s', async (_, where, act) => {
    const look = async (page: Page) => {
      await act(page)
      return violations(page)
    }
    expect(await stage.visit(where, look, options)).toEqual([])
  })

  it('axe finds nothing wrong in a search that could not be loaded', async () => {
    const look = async (page: Page) => {
      await foundFor(page, 'could not be loaded')
      return violations(page)
    }
    expect(await stage.visit('search/?q=x', look, { ...options, before: failed })).toEqual([])
  })
})

it.each(states)('the search %s fits 320 pixels and nothing moves', async (_, where, act) => {
  const look = async (page: Page) => {
    await act(page)
    return page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      moving: document.getAnimations().length,
    }))
  }
  const small = { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' } as const
  expect(await stage.visit(where, look, small)).toEqual({ width: 320, moving: 0 })
})
