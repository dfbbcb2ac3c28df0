import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { wordingHash } from '../../../src/core/wording.ts'
import type { WordingsFile } from '../../../src/site/model/wordings-file.ts'
import { commit, git, mapFile, nodeFile, write } from '../../scripts/folder.ts'
import { attribute, elements, pagesOf, type Element } from '../built.ts'
import { buildSmall } from '../small-site.ts'
import { setStage } from './browser.ts'

const nasty = 'Light is "both" </script><b>a wave</b> \u202eand 😀, as {{x}} ]]> shows.'
const statements = ['Light is a wave.', nasty, 'Light is a wave.', 'Light is a wave in a field.']
const [first, second, now] = [statements[0], nasty, statements[3]].map((text) =>
  wordingHash(text ?? ''),
)

let heard = ''
const build = buildSmall(
  (folder) => {
    git(folder, 'init', '--quiet')
    statements.forEach((statement, day) => inCommit(folder, day + 1, filesAt(day, statement)))
    for (let day = 5; day < 13; day++) inCommit(folder, day, { 'content/light/many.md': many(day) })
  },
  { heard: (text) => (heard = text) },
)

it('is built without a word on histories that are not complete', () => {
  expect(heard).not.toContain('Histories of nodes')
})

function inCommit(folder: string, day: number, files: Readonly<Record<string, string>>): void {
  write(folder, files)
  process.env['GIT_COMMITTER_DATE'] = `2026-05-${String(day).padStart(2, '0')}T23:30:00+02:00`
  commit(folder)
  delete process.env['GIT_COMMITTER_DATE']
}

function filesAt(day: number, statement: string): Record<string, string> {
  const supports = [{ to: 'wave', because: 'It shows fringes.' }]
  const film = { kind: 'evidence', title: 'Film', statement: 'Film shows it.', supports }
  const withdrawn = { on: '2026-05-03', reason: 'It was <i>exposed</i> twice.', see: [] }
  return {
    'content/light/index.md': mapFile,
    'content/light/wave.md': nodeFile({
      statement,
      title: day === 1 ? 'A "<b>wave</b>"' : 'A wave',
    }),
    'content/light/film.md': nodeFile(day < 2 ? film : { ...film, withdrawn }),
    'content/light/many.md': many(day),
    ...(day === 0 ? {} : { 'content/light/drop.md': objection() }),
  }
}

function many(day: number): string {
  return nodeFile({ title: 'Many', statement: `Version ${day} is so.` })
}

function objection(): string {
  const rebuts = [{ to: 'wave', because: 'It tells them apart.' }]
  return nodeFile({
    kind: 'counterargument',
    title: 'A drop',
    statement: 'Light is drops.',
    rebuts,
  })
}

function pageAt(where: string) {
  const page = pagesOf(build).find(({ file }) => file === `${where}index.html`)
  if (page === undefined) throw new Error(`There is no ${where}.`)
  return page
}

function withClass(where: string, name: string): readonly string[] {
  return [...elements(pageAt(where).document)]
    .filter((element) => attribute(element, 'class')?.split(' ').includes(name))
    .map((element) => textIn(element).replace(/\s+/g, ' ').trim())
}

function textIn({ childNodes }: Element): string {
  return childNodes
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? textIn(node) : ''))
    .join('')
}

function idsOf(where: string): readonly string[] {
  return [...elements(pageAt(where).document)].flatMap((element) => attribute(element, 'id') ?? [])
}

const stage = setStage(build)

describe('the files and pages of a content with a past', () => {
  it('are a file of wordings for each node that was worded otherwise', () => {
    const files = fs.readdirSync(path.join(build.out, 'c'), { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.endsWith('wordings.json')).sort()).toEqual([
      path.join('many', 'wordings.json'),
      path.join('wave', 'wordings.json'),
    ])
    const text = fs.readFileSync(path.join(build.out, 'c/wave/wordings.json'), 'utf8')
    const file = JSON.parse(text) as WordingsFile
    expect(file).toMatchObject({
      version: 1,
      id: 'wave',
      now: { hash: now, statement: statements[3] },
    })
    expect(file.now.since).toBe('2026-05-04T21:30:00Z')
    expect(file.wordings).toMatchObject([
      { hash: second, statement: nasty, on: '2026-05-02T21:30:00Z', until: '2026-05-03T21:30:00Z' },
      {
        hash: first,
        statement: statements[0],
        on: '2026-05-03T21:30:00Z',
        until: '2026-05-04T21:30:00Z',
      },
    ])
    expect(file.wordings.every(({ commit: name }) => /^[0-9a-f]{40}$/.test(name ?? ''))).toBe(true)
    expect(file.wordings[1]?.diff).toEqual([
      [0, 'Light is a wave '],
      [1, 'in a field'],
      [0, '.'],
    ])
  })

  it('are a list on the page of a node, and one line where there was one wording', () => {
    const pins = idsOf('c/wave/').filter((id) => id.startsWith('v='))
    expect(pins).toEqual([now, first, second].map((hash) => `v=${hash}`))
    expect(withClass('c/wave/', 'word-diff')[0]).toBe('Light is a wave [new: in a field] .')
    const { html } = pageAt('c/drop/')
    const [section = ''] = /<section aria-labelledby="history">[^]*?<\/section>/.exec(html) ?? []
    expect(section).toContain('In the map since 2 May 2026; its wording has not changed.')
    expect(section).not.toContain('<details')
    const weigh = (text: string) => gzipSync(text, { level: 9 }).length
    expect(weigh(html) - weigh(html.replace(section, ''))).toBeLessThan(400)
  })

  it('are all that happened, the newest first, on a page of its own', () => {
    expect(withClass('c/wave/history/', 'event')).toEqual([
      'Reworded',
      'Title: “A “<b>wave</b>”” became “A wave”',
      'Reworded',
      'Title: “A wave” became “A “<b>wave</b>””',
      'Reworded',
      'Label: No open objection became Open objection',
      'Added as a claim: “A wave” · No open objection',
    ])
    expect(withClass('c/film/history/', 'event')).toEqual([
      'Withdrawn: It was <i>exposed</i> twice.',
      'Added as evidence: “Film” · No open objection',
    ])
    const pins = idsOf('c/wave/history/').filter((id) => id.startsWith('v='))
    expect(pins).toEqual([now, first, second].map((hash) => `v=${hash}`))
    const { html } = pageAt('c/wave/history/')
    expect(html.match(/href="[^"]*\/c\/wave\/#v=[0-9a-f]{8}"/g)).toHaveLength(4)
    expect(html).not.toMatch(/<b>|<\/script><b/)
  })
})

describe('a node with many wordings', () => {
  it('has eight of them on its page, names the others, and all on that of its history', () => {
    const pins = (where: string) => idsOf(where).filter((id) => id.startsWith('v='))
    expect(withClass('c/many/', 'word-diff')).toHaveLength(8)
    expect(pins('c/many/history/')).toHaveLength(12)
    expect([...pins('c/many/')].sort()).toEqual([...pins('c/many/history/')].sort())
    expect(pageAt('c/many/').html).toContain('Eleven earlier wordings')
    const [more = ''] = withClass('c/many/', 'note').filter((note) => note.startsWith('Three more'))
    expect(more).toMatch(/^Three more in all of its history:(?: v=[0-9a-f]{8}){3}$/)
  })
})

describe('earlier wordings in a browser', () => {
  const hasOpened = (page: Page, hash: string) =>
    page.locator(`[id="v=${hash}"]`).evaluate((item) => ({
      open: item.closest('details')?.open,
      isInView:
        item.getBoundingClientRect().top < innerHeight && item.getBoundingClientRect().bottom > 0,
      isMarked: getComputedStyle(item).borderInlineStartWidth,
    }))

  it.each([
    ['with scripts', true],
    ['without', false],
  ])('open where a link leads to one, %s', async (_, javaScriptEnabled) => {
    const look = (page: Page) => hasOpened(page, second ?? '')
    const seen = await stage.visit(`c/wave/#v=${second}`, look, { javaScriptEnabled })
    expect(seen).toMatchObject({ open: true, isMarked: '3px' })
    // A script may lead to a notice at the top instead.
    if (!javaScriptEnabled) expect(seen.isInView).toBe(true)
  })

  it('are named where a link leads to one that is too old to be shown', async () => {
    const hash = wordingHash('Version 0 is so.')
    const seen = await stage.visit(`c/many/#v=${hash}`, (page) => hasOpened(page, hash), {
      javaScriptEnabled: false,
    })
    expect(seen).toEqual({ open: true, isInView: true, isMarked: '3px' })
  })

  it('stay closed otherwise', async () => {
    const open = await stage.visit('c/wave/', (page) =>
      page.locator('details:has(.wordings)').evaluate((each) => (each as HTMLDetailsElement).open),
    )
    expect(open).toBe(false)
  })

  it.each([
    ['c/wave/history/', 'light'],
    ['c/wave/history/', 'dark'],
    [`c/wave/#v=${first}`, 'light'],
    [`c/wave/#v=${first}`, 'dark'],
  ] as const)('have no fault that axe knows: %s, %s', async (where, colorScheme) => {
    const faults = await stage.visit(
      where,
      async (page) => {
        await page.addScriptTag({ content: axe.source })
        return page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
          return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])
        })
      },
      { colorScheme, bypassCSP: true },
    )
    expect(faults).toEqual([])
  })

  it.each(['c/wave/history/', 'c/wave/'])('fit in 320 px: %s', async (where) => {
    const wide = await stage.visit(
      where,
      (page) => page.evaluate(() => document.documentElement.scrollWidth),
      { viewport: { width: 320, height: 700 } },
    )
    expect(wide).toBeLessThanOrEqual(320)
  })
})
