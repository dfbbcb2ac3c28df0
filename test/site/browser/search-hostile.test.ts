import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { writeText } from '../../../src/site/search/record-text.ts'
import { publishedBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { search, serveIndex } from './search-page.ts'

const stage = setStage(publishedBuild)

/** Statements of strangers: what would be an element, turn the line, or run out of the page. */
const statements = [
  '<script>alert(1)</script> quark',
  '<mark>quark</mark><img src=x onerror=alert(1)>',
  '&lt;b&gt;quark&lt;/b&gt; &amp; "quotes" \' `',
  '\u202Equark \u2066turned\u2069 شكرا',
  `quark ${'unbroken'.repeat(29)}`,
  'quark 👩‍👩‍👧 🏳️‍🌈 漢字 e\u0301',
  '\uE000 quark \u200B \uE000',
]
const records = statements.map((statement, i) => ({
  url: `/c/quark-${i}/`,
  text: writeText([`${i} ${statement}`, statement, `${statement} at length`]),
  weighed: { title: statement, statement },
  facets: { kind: ['claim'] },
}))

it('shows what strangers wrote as what they wrote', async () => {
  const dialogs: string[] = []
  const before = async (page: Page) => {
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await serveIndex(page, records)
  }
  const look = async (page: Page) => {
    await search(page, 'quark')
    return page.evaluate(() => ({
      said: [...document.querySelectorAll('.results .because')].map((line) => line.textContent),
      elements: [...document.querySelectorAll('.results *')].map(({ localName }) => localName),
      marks: [...document.querySelectorAll('.results .because mark')].map((mark) => mark.textContent),
      width: document.documentElement.scrollWidth,
      links: [...document.querySelectorAll('.results a')].map((link) => link.getAttribute('href')),
    }))
  }
  const options = { before, viewport: { width: 320, height: 640 } }
  const seen = await stage.visit('search/', look, options)
  const plain = statements.map((text) => text.replace(/[\s\u200B\uE000]+/g, ' ').trim())
  expect(new Set(seen.said)).toEqual(new Set(plain))
  expect(new Set(seen.elements)).toEqual(new Set(['li', 'p', 'span', 'h2', 'a', 'mark']))
  expect(seen.marks.length).toBeGreaterThanOrEqual(statements.length - 1)
  expect(seen.width).toBeLessThanOrEqual(320)
  expect(new Set(seen.links)).toEqual(new Set(records.map(({ url }) => `/assay${url}`)))
  expect(dialogs).toEqual([])
})
