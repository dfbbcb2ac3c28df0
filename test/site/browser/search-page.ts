import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { indexFiles } from '../../../src/site/search/index-files.ts'
import type { SearchRecord } from '../../../src/site/search/records.ts'

/** Has a page search an index of these records in the place of the site's own. */
export async function serveIndex(page: Page, records: readonly SearchRecord[]): Promise<void> {
  const files = await indexFiles(records)
  await page.context().route('**/assay/pagefind/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/pagefind/')[1] ?? ''
    const body = Buffer.from(files.get(name) ?? [])
    const contentType = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream'
    return route.fulfill({ body, contentType })
  })
}

/** The field of the search. */
export const fieldOf = (page: Page) => page.getByRole('searchbox')

/** The links of what was found, best first. */
export const hitsOf = (page: Page) => page.locator('.results h2 a')

/** What the page says of what was found. */
export const statusOf = (page: Page) => page.locator('.search [role=status]')

/** Types into the field, key by key, and waits for what is found. */
export async function search(page: Page, text: string): Promise<readonly string[]> {
  await fieldOf(page).fill('')
  await fieldOf(page).pressSequentially(text)
  return foundFor(page, text)
}

/** Waits until it is said what was found for a text; the titles. */
export async function foundFor(page: Page, text: string): Promise<readonly string[]> {
  await expect.poll(() => statusOf(page).innerText(), { timeout: 10_000 }).toContain(text)
  return hitsOf(page).allInnerTexts()
}

/** How many results the page says there are. */
export async function countOf(page: Page): Promise<number> {
  const said = await statusOf(page).innerText()
  return said.startsWith('Nothing') ? 0 : Number.parseInt(said, 10)
}

/** The box of a filter. */
export const filterOf = (page: Page, facet: string, value: string) =>
  page.locator(`input[name="${facet}"][value="${value}"]`)

/** Chooses a filter or lets it go, and waits until something else is found. */
export async function choose(page: Page, facet: string, value: string): Promise<void> {
  const before = new URL(page.url()).search
  await filterOf(page, facet, value).click()
  await expect.poll(() => new URL(page.url()).search, { timeout: 10_000 }).not.toBe(before)
}
