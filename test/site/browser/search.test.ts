import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { publishedBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { choose, countOf, fieldOf, filterOf, foundFor, hitsOf, search, statusOf } from './search-page.ts'

const stage = setStage(publishedBuild)
const wide = { viewport: { width: 1280, height: 900 } }

describe('the search', () => {
  it('fetches nothing before it is used, and then from its own site alone', async () => {
    const asked: string[] = []
    const before = async (page: Page) => {
      page.context().on('request', (request) => asked.push(request.url()))
    }
    const searches = () => asked.filter((url) => /pagefind|open-search/.test(url))
    const look = async (page: Page) => {
      await page.waitForLoadState('networkidle')
      expect(searches()).toEqual([])
      await fieldOf(page).focus()
      await page.waitForLoadState('networkidle')
      expect(searches().length).toBeGreaterThan(0)
      expect(await hitsOf(page).count()).toBe(0)
      await search(page, 'reward')
      expect(asked.filter((url) => !url.startsWith(`${stage.origin}/assay/`))).toEqual([])
    }
    await stage.visit('search/', look, { before })
  })

  it('finds statements by their words, marks these and tells kind and label', async () => {
    const look = async (page: Page) => {
      const titles = await search(page, 'reward models are small')
      expect(titles[0]).toBe('Reward models are small')
      const first = page.locator('.results > li').first()
      expect(await first.locator('h2 mark').allInnerTexts()).toEqual(['Reward models are small'])
      expect(await first.locator('.kind').innerText()).toBe('Claim')
      expect(await first.locator('.label').innerText()).toMatch(/objection|Contested/)
      await hitsOf(page).first().click()
      await page.waitForURL('**/assay/c/*/')
      expect(await page.locator('h1').innerText()).toBe('Reward models are small')
    }
    await stage.visit('search/', look)
  })

  it('finds the same in British and American spelling, with and without accents', async () => {
    const look = async (page: Page) => {
      for (const [one, other] of [
        ['generalise', 'generalize'],
        ['optimisation behaviour', 'optimization behavior'],
        ['Bonnefon François', 'bonnefon francois'],
      ] as const) {
        const found = await search(page, one)
        expect(found.length).toBeGreaterThan(0)
        expect(await search(page, other)).toEqual(found)
      }
    }
    await stage.visit('search/', look)
  })

  it('shows a source in its own spelling', async () => {
    const look = async (page: Page) => {
      const titles = await search(page, 'scaling laws for reward model overoptimisation')
      expect(titles[0]).toBe('Scaling Laws for Reward Model Overoptimization')
    }
    await stage.visit('search/', look)
  })

  it('finds a phrase only where it stands', async () => {
    const look = async (page: Page) => {
      await search(page, 'reward model')
      const words = await countOf(page)
      await search(page, '"reward model"')
      const phrase = await countOf(page)
      await search(page, '"reward model" small')
      const both = await countOf(page)
      expect(phrase).toBeGreaterThan(0)
      expect(phrase).toBeLessThan(words)
      expect(both).toBeGreaterThan(0)
      expect(both).toBeLessThan(phrase)
    }
    await stage.visit('search/', look)
  })

  it('puts statements before sources that say the same', async () => {
    const look = async (page: Page) => {
      await search(page, 'overoptimisation')
      const kinds = await page.locator('.results .kind').allInnerTexts()
      expect(kinds).toContain('Source')
      expect(kinds[0]).not.toBe('Source')
    }
    await stage.visit('search/', look)
  })

  it('shows more of what was found, and goes on from there', async () => {
    const look = async (page: Page) => {
      await search(page, 'reward')
      const count = await countOf(page)
      expect(count).toBeGreaterThan(40)
      expect(await hitsOf(page).count()).toBe(20)
      await page.getByRole('button', { name: `Show 20 more of ${count - 20}` }).click()
      await expect.poll(() => hitsOf(page).count()).toBe(40)
      expect(await hitsOf(page).nth(20).evaluate((link) => link === document.activeElement)).toBe(true)
    }
    await stage.visit('search/', look)
  })

  it('offers what is near where nothing is found', async () => {
    const look = async (page: Page) => {
      await foundFor(page, 'Nothing')
      const ways = page.locator('.ways button')
      expect(await ways.allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringMatching(/^Without the filters: \d+ results?$/)]),
      )
      await ways.first().click()
      await foundFor(page, 'result')
      expect(new URL(page.url()).search).toBe('?q=christiano')
    }
    await stage.visit('search/?q=christiano&kind=question', look)
  })

  it('says that it could not be loaded, shows the index, and can be asked again', async () => {
    const isIndex = ({ pathname }: URL) => pathname.startsWith('/assay/pagefind/')
    const before = async (page: Page) => {
      await page.context().route(isIndex, (route) => route.abort())
    }
    const look = async (page: Page) => {
      await foundFor(page, 'could not be loaded')
      expect(await page.locator('.plain-index').isVisible()).toBe(true)
      await page.context().unroute(isIndex)
      await page.getByRole('button', { name: 'Try again' }).click()
      expect((await foundFor(page, 'reward')).length).toBe(20)
    }
    await stage.visit('search/?q=reward', look, { before })
  })

  it('does not take a part of the index that is lost for nothing found', async () => {
    const before = async (page: Page) => {
      const isLost = ({ pathname }: URL) => /\/pagefind\/(?:index\/|pagefind-entry\.json)/.test(pathname)
      let isOut = false
      await page.context().route(isLost, (route) => {
        isOut ||= route.request().url().includes('/index/')
        return isOut ? route.abort() : route.continue()
      })
    }
    await stage.visit('search/?q=reward', (page) => foundFor(page, 'could not be loaded'), { before })
  })
})

describe('filters', () => {
  it('combine, and each leaves as many as it said', async () => {
    const look = async (page: Page) => {
      await search(page, 'reward')
      const saidOf = async (facet: string, value: string) =>
        Number(await filterOf(page, facet, value).locator('..').locator('[data-count]').innerText())
      const chosen: (readonly [string, string])[] = []
      for (const [facet, value] of [
        ['kind', 'claim'],
        ['kind', 'counterargument'],
        ['label', 'out'],
      ] as const) {
        await choose(page, facet, value)
        chosen.push([facet, value])
        const own = chosen.filter(([other]) => other === facet)
        const said = async () => {
          const counts = await Promise.all(own.map((each) => saidOf(...each)))
          return counts.reduce((sum, count) => sum + count, 0)
        }
        const left = await countOf(page)
        await expect.poll(said, { timeout: 10_000 }).toBe(left)
      }
      const standing = await page.locator('.results .label').allInnerTexts()
      expect(new Set(standing)).toEqual(new Set(['Open objection']))
      expect(new URL(page.url()).search).toBe('?q=reward&kind=claim&kind=counterargument&label=out')
      await page.getByRole('button', { name: 'Clear the filters' }).click()
      await expect.poll(() => new URL(page.url()).search).toBe('?q=reward')
    }
    await stage.visit('search/', look, wide)
  })

  it('list what they leave in the order of the map where no word is typed', async () => {
    const look = async (page: Page) => {
      await choose(page, 'kind', 'question')
      const count = await countOf(page)
      const said = filterOf(page, 'kind', 'question').locator('..').locator('[data-count]')
      await expect.poll(() => said.innerText(), { timeout: 10_000 }).toBe(String(count))
      expect(await page.locator('.plain-index').isVisible()).toBe(false)
    }
    await stage.visit('search/', look, wide)
  })

  it('leave the first result on the first screen of a phone', async () => {
    const look = async (page: Page) => {
      await foundFor(page, 'reward')
      const box = await hitsOf(page).first().boundingBox()
      expect(box && box.y + box.height).toBeLessThan(640)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
    await stage.visit('search/?q=reward', look, { viewport: { width: 320, height: 640 } })
  })
})

describe('a link to a search', () => {
  it('has it again, also after leaving', async () => {
    const look = async (page: Page) => {
      const found = await foundFor(page, 'values')
      expect(await fieldOf(page).inputValue()).toBe('values')
      expect(await filterOf(page, 'kind', 'claim').isChecked()).toBe(true)
      const before = await page.evaluate(() => history.length)
      await fieldOf(page).press('End')
      await fieldOf(page).pressSequentially(' simple')
      await foundFor(page, 'values simple')
      expect(await page.evaluate(() => history.length)).toBe(before)
      await hitsOf(page).first().click()
      await page.waitForURL('**/assay/c/*/')
      await page.goBack()
      expect((await foundFor(page, 'values simple')).length).toBeLessThanOrEqual(found.length)
    }
    await stage.visit('search/?q=values&kind=claim', look)
  })

  it('does no harm, whatever it holds', async () => {
    const asked: string[] = []
    const before = async (page: Page) => {
      page.on('dialog', (dialog) => {
        asked.push(dialog.message())
        void dialog.dismiss()
      })
    }
    const hostile = '<img src=x onerror=alert(1)>"><script>alert(2)</script>\u202E'
    const query = new URLSearchParams({ q: hostile, kind: hostile, label: 'out', ['__proto__']: 'x', constructor: 'x' })
    expect(`${query}`).toContain('__proto__=x')
    const look = async (page: Page) => {
      await foundFor(page, 'alert(1)')
      expect(await fieldOf(page).inputValue()).toBe(hostile)
      expect(await page.locator('main img, main script:not([src])').count()).toBe(0)
      expect(await statusOf(page).locator('*').count()).toBe(0)
      expect(asked).toEqual([])
      const keys = () => [...new URL(page.url()).searchParams.keys()]
      await expect.poll(keys, { timeout: 10_000 }).toEqual(['q', 'label'])
    }
    await stage.visit(`search/?${query}`, look, { before })
  })
})

describe('without script', () => {
  it('is an index of all statements, without a form that does nothing', async () => {
    const look = async (page: Page) => {
      expect(await page.locator('.search form').isVisible()).toBe(false)
      expect(await fieldOf(page).isVisible()).toBe(false)
      expect(await page.locator('.plain-index li').count()).toBeGreaterThan(100)
      expect(await page.locator('.plain-index .kind').first().isVisible()).toBe(true)
    }
    await stage.visit('search/', look, { javaScriptEnabled: false })
  })
})
