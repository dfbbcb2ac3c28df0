import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { writeText } from '../../../src/site/search/record-text.ts'
import { publishedBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { hitsOf, search, serveIndex } from './search-page.ts'

const stage = setStage(publishedBuild)
const titles = [
  'A reward-model problem',
  'The reward model problem again',
  'A problem of a model',
  'State-of-the-art rewards',
  'Over-optimisation',
  'Overoptimisation',
]
const records = titles.map((title, i) => ({
  url: `/c/phrase-${i}/`,
  text: writeText([title]),
  weighed: { title },
  facets: { kind: ['claim'] },
}))
const before = (page: Page) => serveIndex(page, records)

/** What is typed, and what has it. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['"reward model problem"', ['A reward-model problem', 'The reward model problem again']],
  ['"reward-model problem"', ['A reward-model problem', 'The reward model problem again']],
  ['"a reward model"', ['A reward-model problem']],
  ['"state of the art rewards"', ['State-of-the-art rewards']],
  ['reward-model', ['A reward-model problem']],
  ['overoptimization', ['Over-optimisation', 'Overoptimisation']],
  ['over-optimization', ['Over-optimisation', 'Overoptimisation']],
]

it('a phrase is found with hyphens and without, and a word in one piece and in two', async () => {
  const look = async (page: Page) => {
    for (const [text, found] of cases) {
      expect([...(await search(page, text))].sort(), text).toEqual(found)
    }
    await search(page, '"reward model problem"')
    const marks = await hitsOf(page).filter({ hasText: 'A reward' }).locator('mark').allInnerTexts()
    expect(marks).toEqual(['reward-model problem'])
  }
  await stage.visit('search/', look, { before })
})
