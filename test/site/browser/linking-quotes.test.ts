import axe from 'axe-core'
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

const offerOn = (page: Page) => page.getByRole('group', { name: 'Quote what is selected' })

describe('a quotation', () => {
  const quoted = (stretch: Stretch) =>
    stage.visit('c/wave/', (page) => copied(page, stretch), { ...allowed, before: addFinder })

  it('is Markdown with whose it is, in which nothing of the page is mark-up', async () => {
    const text = await quoted({ within: 'article > .statement', from: 'Light is', to: 'others.' })
    const link = `${stage.origin}/assay/${pinned}:~:text=`
    const [line, ...rest] = text.split('\n')
    expect(line).toBe('> Light is a wave in a field, said “Huygens” & others.')
    expect(rest.join('\n')).toMatch(/^\n— \[Waves, “rings” & \\<b\\>ripples\\<\/b\\> \\\[1\\\]\]\(/)
    expect(text).toContain(link)
    expect(text).toMatch(/\), Assay\n$/)
  })

  it('has formulas as TeX, no marks of notes, and blocks on lines of their own', async () => {
    const text = await quoted({ within: prose, from: 'The width is', to: 'and a dash.' })
    expect(text.split('\n').filter((line) => line.startsWith('> '))).toEqual([
      '> The width is $`w = \\lambda / d`$ for a slit of width $`d`$, as measured.',
      '> A wave bends around an edge.',
      '> One item, with a comma - and a dash.',
    ])
  })

  it('is of whole words', async () => {
    const text = await quoted({ within: prose, from: 'body doubts that tod' })
    expect(text).toMatch(/^> Nobody doubts that today\n/)
  })

  it('is of what can be quoted, where more is selected', async () => {
    const text = await quoted({ within: 'article', from: 'Light is a wave', to: 'The rings of Newton' })
    expect(text.split('\n').filter((line) => line.startsWith('> '))).toEqual([
      '> Light is a wave in a field, said “Huygens” & others.',
      '> The rings of Newton',
    ])
  })

  it('can be had of what was withdrawn', async () => {
    const gone: Stretch = { within: '.statement', from: 'Light stands still.' }
    const look = (page: Page) => copied(page, gone)
    const text = await stage.visit('c/gone/', look, { ...allowed, before: addFinder })
    expect(text).toMatch(/^> Light stands still\.\n\n— \[Withdrawn: Gone\]\(http/)
  })

  it('is offered for nothing else', async () => {
    const offers = await stage.visit(
      'c/wave/',
      async (page) => {
        await select(page, { within: prose, from: 'Nobody doubts' })
        await offerOn(page).waitFor()
        await select(page, { within: '.margin', from: 'In the essay' })
        await offerOn(page).waitFor({ state: 'detached' })
        return offerOn(page).count()
      },
      { before: addFinder },
    )
    expect(offers).toBe(0)
  })
})

describe('the offer to quote', () => {
  const sentence: Stretch = { within: prose, from: 'Nobody doubts that today' }

  it('is the next thing to reach by keyboard, and Escape takes it away', async () => {
    const look = async (page: Page) => {
      const start = await page.evaluate((asked) => {
        globalThis.rangeOf(asked).startContainer.parentElement?.scrollIntoView()
        const { left, top, height } = globalThis.rangeOf(asked).getClientRects()[0] as DOMRect
        return { x: left + 1, y: top + height / 2 }
      }, sentence)
      await page.mouse.dblclick(start.x + 5, start.y)
      for (let i = 0; i < 2; i++) await page.keyboard.press('Control+Shift+ArrowRight')
      await offerOn(page).waitFor()
      await page.keyboard.press('Tab')
      const reached = await page.evaluate(() => document.activeElement?.textContent)
      await page.keyboard.press('Enter')
      await offerOn(page).getByRole('button', { name: 'Copied' }).waitFor()
      const text = await clipboard(page)
      await page.keyboard.press('Escape')
      await offerOn(page).waitFor({ state: 'detached' })
      return { reached, text, selected: await page.evaluate(() => getSelection()?.toString().trim()) }
    }
    const seen = await stage.visit('c/wave/', look, { ...allowed, before: addFinder })
    expect(seen.reached).toBe('Copy quotation')
    expect(seen.text).toMatch(/^> Nobody doubts that/)
    expect(seen.selected).toMatch(/^Nobody doubts that/)
  })

  it.each([
    ['under a finger', { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }],
    ['on a small screen', { viewport: { width: 320, height: 500 } }],
  ])('is on the screen and beside the selection %s', async (_, options) => {
    const look = async (page: Page) => {
      await page.evaluate((asked) => {
        globalThis.rangeOf(asked).startContainer.parentElement?.scrollIntoView({ block: 'end' })
      }, sentence)
      await select(page, sentence)
      await offerOn(page).waitFor()
      await page.waitForTimeout(300)
      return page.evaluate((asked) => {
        const offer = document.querySelector('.quote-offer')?.getBoundingClientRect() as DOMRect
        const rects = [...globalThis.rangeOf(asked).getClientRects()]
        const covers = (r: DOMRect) =>
          r.left < offer.right && offer.left < r.right && r.top < offer.bottom && offer.top < r.bottom
        return {
          covers: rects.some(covers),
          fits: offer.left >= 0 && offer.right <= innerWidth && offer.top >= 0 && offer.bottom <= innerHeight,
          wide: document.documentElement.scrollWidth > innerWidth,
        }
      }, sentence)
    }
    const seen = await stage.visit('c/wave/', look, { ...options, before: addFinder })
    expect(seen).toEqual({ covers: false, fits: true, wide: false })
  })

  it('says so where the clipboard is refused, and stays', async () => {
    const look = async (page: Page) => {
      await select(page, sentence)
      await offerOn(page).getByRole('button', { name: 'Copy link' }).click()
      await offerOn(page).locator('textarea').waitFor()
      await page.waitForTimeout(500)
      return offerOn(page).locator('textarea').inputValue()
    }
    const refused = { permissions: ['geolocation'], before: addFinder }
    expect(await stage.visit('c/wave/', look, refused)).toContain(':~:text=Nobody%20doubts')
  })

  it.each(['light', 'dark'] as const)('and a notice have no fault that axe knows, in %s', async (colorScheme) => {
    const requests: string[] = []
    const look = async (page: Page) => {
      await page.getByRole('region', { name: 'The wording that was linked to' }).waitFor()
      await select(page, sentence)
      await offerOn(page).getByRole('button', { name: 'Copy link' }).click()
      await page.addScriptTag({ content: axe.source })
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { violations } = await page.evaluate(
        (values) =>
          (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values } }),
        tags,
      )
      return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }))
    }
    const before = async (page: Page) => {
      page.on('request', (request) => requests.push(request.url()))
      await addFinder(page)
    }
    const options = { bypassCSP: true, colorScheme, permissions: ['geolocation'], before }
    expect(await stage.visit(`c/wave/#v=${hashes[0]}`, look, options)).toEqual([])
    expect(requests.filter((url) => !url.startsWith(`${stage.origin}/assay/`))).toEqual([])
  })
})
