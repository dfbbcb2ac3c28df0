import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { publishedBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { fieldOf, foundFor, hitsOf, search } from './search-page.ts'

const stage = setStage(publishedBuild)
const isFocused = (page: Page, selector: string, at = 0) =>
  page.locator(selector).nth(at).evaluate((element) => element === document.activeElement)
const hit = '.results h2 a'

/** What was found comes late enough for something to be done before. */
const answerLate = async (page: Page) => {
  await page.context().route(/\/pagefind\/fragment\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
}

describe('the key /', () => {
  it('leads from any page to the field, and Escape back from there', async () => {
    const look = async (page: Page) => {
      await page.keyboard.press('/')
      await page.waitForURL('**/assay/search/**')
      await expect.poll(() => isFocused(page, '#search-field'), { timeout: 10_000 }).toBe(true)
      expect(await fieldOf(page).inputValue()).toBe('')
      await search(page, 'reward')
      await page.keyboard.press('Escape')
      expect(await fieldOf(page).inputValue()).toBe('')
      await expect.poll(() => hitsOf(page).count(), { timeout: 10_000 }).toBe(0)
      await page.keyboard.press('Escape')
      await page.waitForURL('**/assay/questions/')
    }
    await stage.visit('questions/', look)
  })

  it('stays what it is in fields, with other keys, and once it is turned off', async () => {
    const look = async (page: Page) => {
      await page.evaluate(() => {
        for (const html of ['<input>', '<textarea></textarea>', '<select><option>a</select>', '<p contenteditable>x</p>']) {
          document.querySelector('main')?.insertAdjacentHTML('beforeend', html)
        }
      })
      for (const selector of ['main input', 'main textarea', 'main select', '[contenteditable]']) {
        await page.locator(selector).last().focus()
        await page.keyboard.press('/')
      }
      expect(await page.locator('main input').last().inputValue()).toBe('/')
      await page.locator('h1').click()
      for (const keys of ['Control+/', 'Alt+/', 'Meta+/']) await page.keyboard.press(keys)
      expect(new URL(page.url()).pathname).toBe('/assay/questions/')
      await page.goto(new URL('/assay/search/', page.url()).href)
      await page.locator('[data-slash]').uncheck()
      await page.goto(new URL('/assay/questions/', page.url()).href)
      await page.keyboard.press('/')
      await page.waitForTimeout(300)
      expect(new URL(page.url()).pathname).toBe('/assay/questions/')
    }
    await stage.visit('questions/', look)
  })

  it('leads to the field on the page of the search, which keeps its words', async () => {
    const look = async (page: Page) => {
      await foundFor(page, 'values')
      await page.locator('h1').click()
      await page.keyboard.press('/')
      expect(await isFocused(page, '#search-field')).toBe(true)
      expect(await fieldOf(page).inputValue()).toBe('values')
    }
    await stage.visit('search/?q=values', look)
  })
})

describe('the keyboard', () => {
  it('goes through what was found and opens it', async () => {
    const look = async (page: Page) => {
      await search(page, 'reward')
      await page.keyboard.press('ArrowDown')
      expect(await isFocused(page, hit, 0)).toBe(true)
      await page.keyboard.press('ArrowDown')
      expect(await isFocused(page, hit, 1)).toBe(true)
      await page.keyboard.press('End')
      expect(await isFocused(page, 'button.more')).toBe(true)
      await page.keyboard.press('ArrowUp')
      expect(await isFocused(page, hit, 19)).toBe(true)
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowUp')
      expect(await isFocused(page, '#search-field')).toBe(true)
      await page.keyboard.press('Enter')
      expect(await isFocused(page, hit, 0)).toBe(true)
      await page.keyboard.press('Escape')
      expect(await isFocused(page, '#search-field')).toBe(true)
      expect(await fieldOf(page).inputValue()).toBe('reward')
      await page.keyboard.press('ArrowDown')
      const title = await hitsOf(page).first().innerText()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/assay/c/*/')
      expect(await page.locator('h1').innerText()).toBe(title)
    }
    await stage.visit('search/', look)
  })

  it('waits with Enter for what was asked last, and has it first', async () => {
    const look = async (page: Page) => {
      await search(page, 'values')
      const old = await hitsOf(page).first().innerText()
      await fieldOf(page).fill('christiano')
      await page.keyboard.press('Enter')
      expect(await isFocused(page, '#search-field')).toBe(true)
      await foundFor(page, 'christiano')
      expect(await hitsOf(page).first().innerText()).not.toBe(old)
      await expect.poll(() => isFocused(page, hit), { timeout: 10_000 }).toBe(true)
    }
    await stage.visit('search/', look, { before: answerLate })
  })

  it('is not lost with what it was on when something else is found', async () => {
    const look = async (page: Page) => {
      await search(page, 'values')
      await fieldOf(page).fill('christiano')
      await page.keyboard.press('ArrowDown')
      await foundFor(page, 'christiano')
      expect(await isFocused(page, hit)).toBe(true)
    }
    await stage.visit('search/', look, { before: answerLate })
  })

  it('does not lead away from a search that was come to from elsewhere', async () => {
    const look = async (page: Page) => {
      await fieldOf(page).focus()
      await page.keyboard.press('Escape')
      await page.waitForTimeout(300)
      expect(new URL(page.url()).pathname).toBe('/assay/search/')
    }
    await stage.visit('search/', look)
  })
})
