import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { mostBytes } from '../../../src/site/preview/preview-file.ts'
import { builds, publishedBuild } from '../built.ts'
import { boxOf, countAsked, fileOf, idsOf, pointAt, pointOf, shownFor, soon } from '../preview/preview-page.ts'
import { setStage } from './browser.ts'

const topic = 'reward-modelling-is-easy'
const support = 'reward-models-are-small'
const where = `c/${topic}/`
const file = fileOf(publishedBuild, support)

const relation = (page: Page) => page.locator(`.relation .name a[href$="/c/${support}/"]`).first()
const described = 'aria-describedby'
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

describe.each(builds)('under $base', (build) => {
  const stage = setStage(build)

  it('there is a small file for each node', () => {
    const ids = idsOf(build)
    expect(ids.length).toBeGreaterThan(50)
    for (const id of ids) {
      const { length } = readFileSync(path.join(build.out, 'c', id, 'preview.json'))
      expect([id, length <= mostBytes]).toEqual([id, true])
    }
  })

  it('a link that is pointed at says what it leads to, and asks for it once', async () => {
    const seen = await stage.visit(where, async (page) => {
      const asked = countAsked(page, 'preview.json')
      const box = await shownFor(page, relation(page))
      const text = spaced(await box.innerText())
      const shown = await relation(page).getAttribute(described)
      await page.mouse.move(5, 5)
      await box.waitFor({ state: 'detached' })
      const after = await relation(page).getAttribute(described)
      await shownFor(page, relation(page))
      return { text, shown, after, asked: asked() }
    })
    const { kindWords, labelWords, strength, statement, lines, part, counts } = file
    const said = [kindWords, labelWords, `Strength ${strength?.toFixed(2)}`, statement, lines, part, counts]
    expect(seen.text).toBe(spaced(said.join(' ')))
    expect(seen).toMatchObject({ shown: 'node-preview', after: null })
    expect(seen.asked).toEqual([`${build.base}c/${support}/preview.json`])
  })
})

const stage = setStage(publishedBuild)

describe('pointing', () => {
  it('asks for nothing before a link is pointed at, nor for links that are passed over', async () => {
    const asked = await stage.visit(where, async (page) => {
      const scripts = countAsked(page, '.js')
      const files = countAsked(page, 'preview.json')
      await page.waitForTimeout(soon)
      const before = [...scripts(), ...files()]
      await passOver(page)
      await page.waitForTimeout(soon)
      return { before, scripts: scripts().length, files: files(), boxes: await boxOf(page).count() }
    })
    expect(asked).toEqual({ before: [], scripts: 1, files: [], boxes: 0 })
  })

  it('lets the pointer into what is shown, and keeps it there', async () => {
    const seen = await stage.visit(where, async (page) => {
      const box = await shownFor(page, relation(page))
      const { x } = await pointOf(relation(page))
      const inside = await box.boundingBox()
      await page.mouse.move(x, (inside?.y ?? 0) + (inside?.height ?? 0) / 2, { steps: 8 })
      await page.waitForTimeout(2 * soon)
      const stayed = await box.count()
      await page.mouse.move(2, 2, { steps: 4 })
      await page.waitForTimeout(soon)
      return { stayed, left: await box.count() }
    })
    expect(seen).toEqual({ stayed: 1, left: 0 })
  })

  it('is answered by one box, for the last link', async () => {
    const seen = await stage.visit(where, async (page) => {
      await shownFor(page, relation(page))
      const other = page.locator('.relation .name a').last()
      await pointAt(page, other)
      await page.waitForTimeout(soon)
      const id = /\/c\/([^/]+)\//.exec((await other.getAttribute('href')) ?? '')?.[1] ?? ''
      return { id, said: await boxOf(page).locator('.said').allInnerTexts() }
    })
    expect(seen.id).not.toBe(support)
    expect(seen.said).toEqual([fileOf(publishedBuild, seen.id).statement])
  })

  it('shows nothing while a button is down or when the link was pressed', async () => {
    const seen = await stage.visit(where, async (page) => {
      await page.mouse.move(2, 2)
      await page.mouse.down()
      await pointAt(page, relation(page))
      await page.waitForTimeout(soon)
      const dragged = await boxOf(page).count()
      await page.mouse.up()
      await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()))
      await page.mouse.move(2, 2)
      await shownFor(page, relation(page))
      await page.mouse.down()
      const pressed = await boxOf(page).count()
      await page.mouse.up()
      await page.waitForTimeout(soon)
      return { dragged, pressed, after: await boxOf(page).count() }
    })
    expect(seen).toEqual({ dragged: 0, pressed: 0, after: 0 })
  })

  it('shows nothing where there is nothing to be had', async () => {
    const before = async (page: Page) => {
      await page.route('**/preview.json', (route) => route.abort())
    }
    const seen = await stage.visit(
      where,
      async (page) => {
        const errors: string[] = []
        page.on('pageerror', ({ message }) => errors.push(message))
        await pointAt(page, relation(page))
        await page.waitForTimeout(soon)
        const failed = await boxOf(page).count()
        await page.unroute('**/preview.json')
        await page.mouse.move(2, 2)
        await shownFor(page, relation(page))
        return { errors, failed }
      },
      { before },
    )
    expect(seen).toEqual({ errors: [], failed: 0 })
  })

  it('is not answered by links to this page, to other pages of a node and to other things', async () => {
    const hrefs = [
      '#supported-by', `../${topic}/#supported-by`, `../${support}/history/`, `../${support}/link/`,
      `../${support}/why/`, `../${support}.json`, '../../experiments/', '../', 'http://[',
      `https://example.org/assay/c/${support}/`, `/c/${support}/`,
    ]
    const shown = await stage.visit(where, async (page) => {
      const found: string[] = []
      for (const href of hrefs) {
        await drawLink(page, href)
        await pointAt(page, page.locator('#drawn'))
        await page.waitForTimeout(500)
        if ((await boxOf(page).count()) > 0) found.push(href)
      }
      return found
    })
    expect(shown).toEqual([])
  })

  it.each([
    ['a link drawn by a script', `../${support}/`],
    ['a link with a fragment', `../${support}/?x#v=12345678`],
  ])('is answered by %s', async (_, href) => {
    const said = await stage.visit(where, async (page) => {
      await drawLink(page, href)
      const box = await shownFor(page, page.locator('#drawn'))
      return box.locator('.name, .said').allInnerTexts()
    })
    expect(said).toEqual([file.title, file.statement])
  })

  it.each(['href', 'xlink:href'])('is answered by a link in a drawing, by %s', async (name) => {
    const said = await stage.visit(where, async (page) => {
      const link = page.locator(`.diagram a:has(.node):not([href$="/c/${topic}/"])`).first()
      const href = (await link.getAttribute('href')) ?? ''
      await link.evaluate((a, as) => {
        const address = a.getAttribute('href') ?? ''
        a.removeAttribute('href')
        if (as === 'href') a.setAttribute(as, address)
        else a.setAttributeNS('http://www.w3.org/1999/xlink', as, address)
      }, name)
      const box = await shownFor(page, link)
      return { href, said: await box.locator('.name, .said').allInnerTexts() }
    })
    const id = /\/c\/([^/]+)\/$/.exec(said.href)?.[1] ?? ''
    expect(said.said).toEqual([fileOf(publishedBuild, id).statement])
  })
})

/** Passes over every link of the page faster than a hand can, and ends on none. */
async function passOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of [...document.links, document.body]) {
      element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    }
  })
}

/** Draws a link at the beginning of the page's text, in place of the one drawn before. */
async function drawLink(page: Page, href: string): Promise<void> {
  await page.mouse.move(2, 2)
  await page.evaluate((address) => {
    document.getElementById('drawn')?.remove()
    const a = Object.assign(document.createElement('a'), { id: 'drawn', href: address, textContent: 'Drawn later' })
    document.querySelector('main h1')?.before(a)
  }, href)
}
