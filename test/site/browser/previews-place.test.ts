import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { publishedBuild } from '../built.ts'
import { boxOf, pointAt, shownFor, soon } from '../preview/preview-page.ts'
import { setStage } from './browser.ts'

const stage = setStage(publishedBuild)
const where = 'c/reward-modelling-is-easy/'
const support = '../reward-models-are-small/'

/** What stands where while a preview is shown. */
interface Seen {
  readonly box: DOMRect
  /** The lines of the link. */
  readonly lines: readonly DOMRect[]
  readonly view: readonly [width: number, height: number]
}

function seenOn(page: Page): Promise<Seen> {
  return page.evaluate(() => ({
    box: (document.getElementById('node-preview') as HTMLElement).getBoundingClientRect().toJSON(),
    lines: [...(document.getElementById('drawn') as HTMLElement).getClientRects()].map((line) => line.toJSON()),
    view: [document.documentElement.clientWidth, document.documentElement.clientHeight] as const,
  }))
}

/** Draws a link somewhere in the window, at the end of a text as wide as is said. */
async function drawAt(page: Page, css: Readonly<Record<string, string>>, text: string): Promise<void> {
  await page.evaluate(
    ({ style, words, href }) => {
      const a = Object.assign(document.createElement('a'), { id: 'drawn', href, textContent: words })
      const p = document.createElement('p')
      Object.assign(p.style, { position: 'fixed', margin: '0', ...style })
      p.append(a)
      document.querySelector('main')?.append(p)
    },
    { style: css, words: text, href: support },
  )
}

function isInside({ box, view: [width, height] }: Seen): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height
}

const corners = [
  { top: '0px', left: '0px' },
  { top: '0px', right: '0px' },
  { bottom: '0px', left: '0px' },
  { bottom: '0px', right: '0px' },
  { top: '45%', left: '40%' },
]
const windows = [
  { width: 320, height: 640 },
  // 1280 by 1024 at 200 and at 400 per cent.
  { width: 640, height: 512 },
  { width: 320, height: 256 },
  { width: 1280, height: 800 },
]

describe.each(windows)('in a window of $width by $height', (viewport) => {
  it.each(corners)('it is in the window, and beside a link at %o', async (corner) => {
    const seen = await stage.visit(
      where,
      async (page) => {
        await drawAt(page, corner, 'A link')
        await shownFor(page, page.locator('#drawn'))
        return seenOn(page)
      },
      { viewport },
    )
    const line = seen.lines[0] as DOMRect
    expect(isInside(seen)).toBe(true)
    if (viewport.height < 300) return
    expect(seen.box.top >= line.bottom || seen.box.bottom <= line.top).toBe(true)
    expect(Math.min(Math.abs(seen.box.top - line.bottom), Math.abs(seen.box.bottom - line.top))).toBeLessThan(10)
    expect(seen.box.left).toBeLessThanOrEqual(line.right)
    expect(seen.box.right).toBeGreaterThanOrEqual(line.left)
  })

  it('nothing of the page moves for it', async () => {
    const moved = await stage.visit(
      where,
      async (page) => {
        const link = page.locator('.relation .name a').last()
        await link.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
        const places = () =>
          page.evaluate(() => {
            const { scrollWidth, scrollHeight, clientWidth } = document.documentElement
            const tops = [...document.querySelectorAll('main *')]
              .filter((element) => !element.closest('#node-preview'))
              .map((element) => element.getBoundingClientRect().top + scrollY)
            return { scrollWidth, scrollHeight, clientWidth, tops }
          })
        const before = await places()
        await shownFor(page, link)
        return { before, after: await places() }
      },
      { viewport },
    )
    expect(moved.after).toEqual(moved.before)
  })
})

describe('a link in two lines', () => {
  it.each([0, 1])('has its preview at line %i, which is pointed at', async (which) => {
    const seen = await stage.visit(where, async (page) => {
      await drawAt(page, { top: '40px', left: '300px', width: '170px' }, 'A link that needs two lines of text')
      const { lines } = await page.evaluate(() => ({
        lines: [...(document.getElementById('drawn') as HTMLElement).getClientRects()].map((line) => line.toJSON() as DOMRect),
      }))
      const line = lines[which] as DOMRect
      await page.mouse.move(line.x + 20, line.y + line.height / 2)
      await boxOf(page).waitFor()
      return seenOn(page)
    })
    expect(seen.lines).toHaveLength(2)
    expect(seen.box.top - (seen.lines[which] as DOMRect).bottom).toBeCloseTo(6, 0)
  })
})

describe('a wide link', () => {
  it('has its preview where the pointer can go straight into it', async () => {
    const seen = await stage.visit(where, async (page) => {
      await drawAt(page, { top: '40px', left: '20px', width: '1200px' }, 'A link as wide as the page '.repeat(5))
      const x = 900
      await page.mouse.move(x, 52)
      await boxOf(page).waitFor()
      return { x, ...(await seenOn(page)) }
    })
    expect(seen.box.left).toBeLessThan(seen.x)
    expect(seen.box.right).toBeGreaterThan(seen.x)
  })
})

describe('a page that is scrolled or made smaller', () => {
  it('takes the preview of a focused link along', async () => {
    const seen = await stage.visit(where, async (page) => {
      await page.evaluate((href) => {
        const a = Object.assign(document.createElement('a'), { id: 'drawn', href, textContent: 'Drawn' })
        const before = document.createElement('button')
        document.querySelector('main h1')?.before(before, a)
        before.focus()
      }, support)
      await page.keyboard.press('Tab')
      await boxOf(page).waitFor()
      const gap = ({ box, lines }: Seen) => box.top - (lines[0] as DOMRect).bottom
      const before = gap(await seenOn(page))
      await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }))
      const scrolled = gap(await seenOn(page))
      await page.setViewportSize({ width: 360, height: 700 })
      await page.waitForTimeout(soon)
      return { before, scrolled, resized: isInside(await seenOn(page)) }
    })
    expect(seen.scrolled).toBeCloseTo(seen.before, 0)
    expect(seen.resized).toBe(true)
  })
})

describe('text that no page can hold', () => {
  it('of a preview stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202e</p><script>alert(1)</script>'
    const seen = await stage.visit(
      where,
      async (page) => {
        await pointAt(page, page.locator('.relation .name a').first())
        await boxOf(page).waitFor()
        return { made: await boxOf(page).locator('img, script').count(), said: await boxOf(page).innerText() }
      },
      {
        before: async (page) => {
          await page.route('**/preview.json', (route) =>
            route.fulfill({ json: { title: hostile, statement: hostile, kind: 'claim', kindWords: hostile, note: hostile, part: hostile } }),
          )
        },
      },
    )
    expect(seen.made).toBe(0)
    expect(seen.said).toContain('<img src=x onerror=alert(1)>')
  })
})
