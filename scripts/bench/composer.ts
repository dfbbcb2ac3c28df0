import { checkDraft } from '../../src/analysis/draft/check-draft.ts'
import { toContentIndex, type ContentIndex } from '../../src/analysis/draft/content-index.ts'
import { openDraftBase } from '../../src/analysis/draft/draft-base.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { withSite, type Page } from './browser.ts'
import { median } from './measure.ts'
import { syntheticMap } from './synthetic-map.ts'
import { duration, targetTable, toTable } from './table.ts'
import { awaitPainted, watchPaint } from './watch-paint.ts'

const nodes = 10_000
const keys = 20
const target = 300

interface Times {
  readonly what: string
  readonly middle: number
  readonly longest: number
}

/**
 * How long it takes at 10,000 nodes to judge a draft, and from a keystroke in the page for new nodes
 * of a built site until what the checker says of it is painted.
 *
 * @throws Error where there is no Chromium, or nothing is said in ten seconds.
 */
export async function tellComposer(out: string): Promise<string> {
  const index = toContentIndex(assemble(syntheticMap(nodes).files))
  const rows = [measureChecks(index), ...(await measureKeys(out, index))]
  const cells = rows.map(({ what, middle, longest }) => [what, duration(middle), duration(longest)])
  const longest = Math.max(...rows.map((row) => row.longest))
  const reached = [`a problem within ${target} ms`, duration(longest), longest <= target] as const
  return [
    `\nDrafts among ${nodes} nodes, ${keys} of each\n`,
    toTable([['', 'median', 'longest'], ...cells]),
    '',
    targetTable('/new/', [reached]),
  ].join('\n')
}

/** Drafts with a slip in a target, in a step, or in neither. */
function measureChecks(index: ContentIndex): Times {
  const base = openDraftBase(index)
  const times: number[] = []
  for (let i = -5; i < keys; i++) {
    const { ends } = base.steps[(i + 5) * 97] as { readonly ends: readonly [string, string] }
    const text = draftText(`${ends[0]}${i % 3 === 0 ? 'x' : ''}`, [ends[0], `${ends[1]}${i % 2 === 0 ? 'y' : ''}`])
    const start = performance.now()
    checkDraft(base, { path: 'content/synthetic/an-own-claim.md', text }, new Map())
    if (i >= 0) times.push(performance.now() - start)
  }
  return { what: 'judging a draft, Node', middle: median(times), longest: Math.max(...times) }
}

function draftText(target: string, [from, to]: readonly [string, string]): string {
  const because = 'because: It would not be so if that were so.'
  return `---
kind: counterargument
title: An own claim
statement: It is not at all as it is said to be.
rebuts:
  - to: ${target}
    ${because}
undercuts:
  - from: ${from}
    to: ${to}
    ${because}
---

${'It is not so. '.repeat(30)}
`
}

async function measureKeys(out: string, index: ContentIndex): Promise<readonly Times[]> {
  return withSite(out, async (browser, url) => {
    const page = await browser.newPage()
    await watchPaint(page, '.composer .problems')
    await page.route('**/new.json', (route) => route.fulfill({ json: index }))
    const target = index.nodes[nodes - 1]?.id ?? ''
    await page.goto(new URL(`new/#rebuts=${target}`, url).href)
    await page.locator('.composer .chosen').waitFor({ timeout: 60_000 })
    await page.getByLabel('Title').fill('An own claim')
    const statement = index.nodes[nodes >> 1]?.statement ?? ''
    await page.getByLabel('Statement', { exact: true }).fill(statement)
    await page.locator('.composer .problems li').first().waitFor()
    const inForm = await typeWords(page, 'Text')
    await page.getByRole('button', { name: 'Edit the file itself' }).click()
    const inFile = await typeWords(page, 'The file')
    return [
      { what: 'a key in the form, until painted', ...inForm },
      { what: 'a key in the file, until painted', ...inFile },
    ]
  })
}

/** Types words at the end of a text; each changes what is said of its length. */
async function typeWords(page: Page, label: string): Promise<Omit<Times, 'what'>> {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.press('Control+End')
  const times: number[] = []
  // The first ones warm up and do not count.
  for (let key = -5; key < keys; key++) {
    await page.keyboard.press('Space')
    await page.waitForTimeout(250)
    const took = await awaitPainted(page, () => page.keyboard.press('x'))
    if (key >= 0) times.push(took)
  }
  return { middle: median(times), longest: Math.max(...times) }
}
