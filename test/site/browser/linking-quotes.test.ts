import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addFinder, select, targeted, type Stretch } from '../link/quoting.ts'
import { buildWaves, hashes } from '../link/wave-site.ts'
import { setStage } from './browser.ts'

const stage = setStage(buildWaves())
const pinned = `c/wave/#v=${hashes.at(-1)}`
const allowed = { permissions: ['clipboard-read', 'clipboard-write'] }
const tall = { viewport: { width: 900, height: 2600 } }

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** What is on the clipboard after a stretch was selected and a button of the offer was pressed. */
async function copied(page: Page, stretch: Stretch, button = 'Copy quotation'): Promise<string> {
  await select(page, stretch)
  const offer = page.getByRole('group', { name: 'Quote what is selected' })
  await offer.getByRole('button', { name: button }).click()
  await offer.getByRole('button', { name: 'Copied' }).waitFor()
  return clipboard(page)
}

const prose = '.prose'
const stretches: readonly (readonly [string, Stretch])[] = [
  ['the statement', { within: 'article > .statement', from: 'Light is', to: 'others.' }],
  ['words of the statement', { within: 'article > .statement', from: 'a wave in a field' }],
  ['words that stand there once', { within: prose, from: 'Nobody doubts that today' }],
  ['a sentence, the first of three', { within: prose, from: 'A wave bends around an edge.' }],
  ['the second of them', { within: prose, from: 'A wave bends around an edge.', nth: 2 }],
  ['the third, a block of its own', { within: prose, from: 'A wave bends around an edge.', nth: 3 }],
  ['one word of many like it', { within: prose, from: 'edge', nth: 2 }],
  ['punctuation that has a meaning in fragments', { within: prose, from: 'One item, with a comma - and a dash.' }],
  ['accents, points and quotation marks', { within: prose, from: 'Café, naïve, e.g. 1.11 ± 0.02, don’t.' }],
  ['emphasis and a link', { within: prose, from: 'colour of the light', to: 'size of the slit' }],
  ['a long sentence', { within: prose, from: 'Nobody doubts', to: 'may be.' }],
  ['two paragraphs', { within: prose, from: 'these cases, whatever', to: 'The width is' }],
  ['a formula within', { within: prose, from: 'The width is', to: 'for a slit' }],
  ['a list', { within: prose, from: 'A wave bends around an edge.', nth: 3, to: 'e.g. 1.11' }],
  ['cells of a table', { within: prose, from: 'red', nth: 2, to: 'violet' }],
  ['other scripts and emoji', { within: prose, from: 'Last words, שלום and 🌊 among them' }],
  ['code and emphasis', { within: prose, from: 'stars and code' }],
]

describe('a link to a quotation', () => {
  it.each(stretches)('leads a browser to %s and to nothing else', async (_, stretch) => {
    const link = await stage.visit('c/wave/', (page) => copied(page, stretch, 'Copy link'), {
      ...allowed,
      before: addFinder,
    })
    const [page, directive] = link.split(':~:')
    expect(page).toBe(`${stage.origin}/assay/${pinned}`)
    expect(directive).toMatch(/^text=[\w%,-]+$/)
    const seen = await stage.visit(
      link.slice(`${stage.origin}/assay/`.length),
      async (opened) => {
        await opened.waitForTimeout(300)
        return targeted(opened, stretch)
      },
      { ...tall, bypassCSP: true, before: addFinder },
    )
    expect(seen.inside).toBeGreaterThan(0.9)
    expect(seen.outside).toBe(0)
  })
})
