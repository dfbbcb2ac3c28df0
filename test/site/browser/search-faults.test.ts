import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { publishedBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { fieldOf, foundFor, hitsOf, search, statusOf } from './search-page.ts'

const stage = setStage(publishedBuild)

describe('a search of which something is lost', () => {
  it('keeps the focus where more could not be loaded, and can be asked again', async () => {
    const isFragment = /\/pagefind\/fragment\//
    const look = async (page: Page) => {
      await search(page, 'reward')
      await page.context().route(isFragment, (route) => route.abort())
      const more = page.locator('button.more')
      await more.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => more.innerText(), { timeout: 10_000 }).toContain('could not be loaded')
      expect(await more.evaluate((button) => button === document.activeElement)).toBe(true)
      await page.context().unroute(isFragment)
      await page.keyboard.press('Enter')
      await expect.poll(() => hitsOf(page).count(), { timeout: 10_000 }).toBe(40)
      expect(await hitsOf(page).nth(20).evaluate((link) => link === document.activeElement)).toBe(true)
    }
    await stage.visit('search/', look)
  })

  it('asks for the page to be loaded anew where its own script is lost', async () => {
    const isScript = /\/open-search\.[^/]*\.js/
    const errors: string[] = []
    const before = async (page: Page) => {
      page.on('pageerror', (error) => errors.push(error.message))
      await page.context().route(isScript, (route) => route.abort())
    }
    const look = async (page: Page) => {
      await fieldOf(page).fill('reward')
      await foundFor(page, 'Reload the page')
      expect(await page.locator('.plain-index').isVisible()).toBe(true)
      await page.context().unroute(isScript)
      await page.reload()
      expect((await search(page, 'reward')).length).toBe(20)
      expect(errors).toEqual([])
    }
    await stage.visit('search/', look, { before })
  })

  it('looks once whether the index is there when nothing is found, however many words', async () => {
    const asked: string[] = []
    const before = async (page: Page) => {
      page.context().on('request', (request) => asked.push(request.url()))
    }
    const look = async (page: Page) => {
      await search(page, 'reward')
      asked.length = 0
      await fieldOf(page).fill('"reward" christiano bandit zzyzx qqqqx')
      await expect.poll(() => statusOf(page).innerText(), { timeout: 10_000 }).toContain('Nothing')
      expect(asked.filter((url) => url.includes('pagefind-entry.json'))).toHaveLength(1)
    }
    await stage.visit('search/', look, { before })
  })
})
