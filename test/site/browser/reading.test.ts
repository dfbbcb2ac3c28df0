import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { rootBuild } from '../built.ts'
import { pagesOfEveryKind, setStage } from './browser.ts'

const stage = setStage(rootBuild)
// A card for frames is no page to read and has tests of its own.
const kinds = pagesOfEveryKind(rootBuild).filter((where) => !where.startsWith('embed/'))

/** Marks controls that only a script makes work; the page says the same without them. */
const scriptOnly = '[data-script-only]'

async function visibleText(page: Page): Promise<string> {
  return page.evaluate((controls) => {
    for (const control of document.querySelectorAll(controls)) control.remove()
    return document.body.innerText.replace(/\s+/g, ' ').trim()
  }, scriptOnly)
}

describe.each(kinds)('/%s', (where) => {
  it('reads the same without JavaScript', async () => {
    const [on, off] = await Promise.all(
      [true, false].map((javaScriptEnabled) =>
        stage.visit(
          where,
          async (page) => ({
            text: await visibleText(page),
            drawings: await page
              .locator('main svg')
              .evaluateAll((all) => all.map((svg) => svg.textContent)),
          }),
          { javaScriptEnabled },
        ),
      ),
    )
    expect(off).toEqual(on)
    expect(off?.text.length).toBeGreaterThan(200)
  })

  it('fits 320 pixels without scrolling sideways', async () => {
    const width = await stage.visit(
      where,
      (page) => page.evaluate(() => document.documentElement.scrollWidth),
      {
        viewport: { width: 320, height: 640 },
      },
    )
    expect(width).toBeLessThanOrEqual(320)
  })

  it('is for keyboards, for paper and for those who want it still', async () => {
    const seen = await stage.visit(where, async (page) => ({
      stops: await tabThrough(page),
      arrived: await skip(page),
      moving: await page.evaluate(findMoving),
      printed: await print(page),
    }), { reducedMotion: 'reduce' })
    expect(seen.arrived, 'the skip link takes the focus to the text').toBe(true)
    expect(seen.stops[0]).toMatchObject({ tag: 'A', target: true, shown: true })
    expect(seen.stops.length).toBeGreaterThan(3)
    expect(seen.stops.filter(({ shown }) => !shown), 'where the focus is not seen').toEqual([])
    expect(seen.moving).toEqual([])
    expect(seen.printed, 'no navigation on paper').toEqual({ visible: 0, main: true })
  })
})

async function skip(page: Page): Promise<boolean> {
  await page.reload()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  return page.evaluate(() => document.activeElement?.closest('main') !== null)
}

async function print(page: Page) {
  await page.emulateMedia({ media: 'print' })
  const navigation = page.locator('nav, .skip')
  const visible = await Promise.all((await navigation.all()).map((nav) => nav.isVisible()))
  return { visible: visible.filter(Boolean).length, main: await page.locator('main').isVisible() }
}

interface Stop {
  readonly tag: string
  /** Whether it leads to a place on the page. */
  readonly target: boolean
  /** Whether the focus can be seen on it. */
  readonly shown: boolean
  readonly text: string
}

async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return undefined
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const inside =
        box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1
      const href = element.getAttribute('href') ?? ''
      return {
        tag: element.tagName,
        target: href.startsWith('#') && document.getElementById(href.slice(1)) !== null,
        shown: inside && box.width > 1 && box.height > 1 && (ring || style.boxShadow !== 'none'),
        text: (element.textContent ?? '').trim().slice(0, 60),
      }
    })
    if (stop === undefined) break
    stops.push(stop)
  }
  return stops
}

function findMoving(): readonly string[] {
  const seconds = (list: string) =>
    Math.max(...list.split(',').map((time) => Number.parseFloat(time)))
  const moving = [...document.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element)
    const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.001
    return (
      animated || seconds(style.transitionDuration) > 0.001 || style.scrollBehavior === 'smooth'
    )
  })
  return moving.map((element) => element.outerHTML.slice(0, 80))
}
