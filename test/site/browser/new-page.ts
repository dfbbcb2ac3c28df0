import type { Locator, Page } from 'playwright-core'

/** The composer of a page that has been opened. */
export async function openedComposer(page: Page): Promise<Locator> {
  const composer = page.locator('.composer')
  await composer.waitFor()
  return composer
}

/** Fills a composer in, so that nothing but the remark on an unanswered objection is left. */
export async function fillIn(composer: Locator, title: string): Promise<void> {
  await composer.getByLabel('Title').fill(title)
  await composer.getByLabel('Statement', { exact: true }).fill('Turnips grow well in sandy soil.')
  await composer.getByLabel('Because', { exact: true }).fill('What grows there bears on it.')
  await composer.getByLabel('Text', { exact: true }).fill('Turnips are good to eat. '.repeat(20))
}

/** What the checker says of a draft, as codes. */
export async function codesOf(composer: Locator): Promise<readonly string[]> {
  return composer.locator('.problems a').allInnerTexts()
}

/** The text of the file. */
export function fileText(composer: Locator): Promise<string> {
  return composer.getByLabel('The file').inputValue()
}

/** Makes a page say that there is a repository, as it is built where its address is set. */
export async function withRepository(page: Page): Promise<void> {
  await page.route('**/new/', async (route) => {
    const response = await route.fetch()
    const repository = 'data-repository="https://github.com/example/assay"'
    const body = (await response.text()).replace('data-new', `${repository} data-new`)
    await route.fulfill({ response, body })
  })
}
