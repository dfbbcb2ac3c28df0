import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { publishedBuild } from '../built.ts'
import { boxOf, pointAt, pointOf, shownFor, soon } from '../preview/preview-page.ts'
import { setStage } from './browser.ts'

const stage = setStage(publishedBuild)
const support = 'reward-models-are-small'
const where = 'c/reward-modelling-is-easy/'
const described = 'aria-describedby'
const relation = (page: Page) => page.locator(`.relation .name a[href$="/c/${support}/"]`).first()

describe('the keyboard', () => {
  const focusByKeyboard = async (page: Page) => {
    await relation(page).evaluate((link) => {
      const before = Object.assign(document.createElement('button'), { textContent: 'Before' })
      link.before(before)
      before.focus()
    })
    await page.keyboard.press('Tab')
  }
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href'))

  it('shows what the link leads to that has the focus, which stays', async () => {
    const seen = await stage.visit(where, async (page) => {
      await focusByKeyboard(page)
      await boxOf(page).waitFor()
      await page.mouse.move(300, 300)
      await page.waitForTimeout(2 * soon)
      const at = await focused(page)
      const stops = await boxOf(page).locator('a, button, [tabindex]').count()
      await page.keyboard.press('Tab')
      await page.waitForTimeout(soon)
      return { at, stops, after: await relation(page).getAttribute(described) }
    })
    expect(seen).toEqual({ at: `/assay/c/${support}/`, stops: 0, after: null })
  })

  it('sends it away by Escape for as long as the link has the focus', async () => {
    const seen = await stage.visit(where, async (page) => {
      await focusByKeyboard(page)
      await boxOf(page).waitFor()
      await page.keyboard.press('Escape')
      const gone = await boxOf(page).count()
      await page.waitForTimeout(soon)
      const still = await boxOf(page).count()
      const at = await focused(page)
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      await boxOf(page).waitFor()
      return { gone, still, at }
    })
    expect(seen).toEqual({ gone: 0, still: 0, at: `/assay/c/${support}/` })
  })

  it('keeps Escape from whatever else listens to it, while something is shown', async () => {
    const heard = await stage.visit(where, async (page) => {
      await page.evaluate(() => {
        const counts: number[] = Object.assign(globalThis, { heard: [] }).heard
        document.addEventListener('keydown', ({ key }) => key === 'Escape' && counts.push(1))
      })
      const count = () => page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard.length)
      await shownFor(page, relation(page))
      await page.keyboard.press('Escape')
      const first = await count()
      await page.keyboard.press('Escape')
      return [first, await count()]
    })
    expect(heard).toEqual([0, 1])
  })

  it('shows nothing where another key than Tab moves the focus, as in a list of what was found', async () => {
    const seen = await stage.visit(where, async (page) => {
      await relation(page).evaluate((link) => {
        addEventListener('keydown', ({ key }) => key === 'ArrowDown' && (link as HTMLElement).focus())
      })
      await page.keyboard.press('ArrowDown')
      const at = await focused(page)
      await page.waitForTimeout(soon)
      return { at, boxes: await boxOf(page).count() }
    })
    expect(seen).toEqual({ at: `/assay/c/${support}/`, boxes: 0 })
  })

  it('sends away by Escape what is pointed at, too', async () => {
    const seen = await stage.visit(where, async (page) => {
      const box = await shownFor(page, relation(page))
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      const gone = await box.count()
      const { x, y } = await pointOf(relation(page))
      await page.mouse.move(x + 5, y)
      await page.waitForTimeout(soon)
      const still = await box.count()
      await page.mouse.move(2, 2)
      await shownFor(page, relation(page))
      return { gone, still }
    })
    expect(seen).toEqual({ gone: 0, still: 0 })
  })

  it('leaves a description that a link has', async () => {
    const seen = await stage.visit(where, async (page) => {
      await relation(page).evaluate((link, name) => link.setAttribute(name, 'main'), described)
      await shownFor(page, relation(page))
      const shown = await relation(page).getAttribute(described)
      await page.keyboard.press('Escape')
      return { shown, after: await relation(page).getAttribute(described) }
    })
    expect(seen).toEqual({ shown: 'main node-preview', after: 'main' })
  })

  it('shows nothing for a focus that a press gave', async () => {
    const boxes = await stage.visit(where, async (page) => {
      await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()))
      const { x, y } = await pointOf(relation(page))
      await page.mouse.click(x, y)
      await page.waitForTimeout(soon)
      return boxOf(page).count()
    })
    expect(boxes).toBe(0)
  })
})

describe('what is shown', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe finds wrong, in %s', async (colorScheme) => {
    const look = async (page: Page) => {
      await shownFor(page, relation(page))
      await page.addScriptTag({ content: axe.source })
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      )
      return { shown: await boxOf(page).count(), found: violations.map(({ id, nodes }) => [id, nodes[0]?.target]) }
    }
    expect(await stage.visit(where, look, { bypassCSP: true, colorScheme })).toEqual({ shown: 1, found: [] })
  })

  it('is not printed', async () => {
    const visible = await stage.visit(where, async (page) => {
      const box = await shownFor(page, relation(page))
      await page.emulateMedia({ media: 'print' })
      return box.isVisible()
    })
    expect(visible).toBe(false)
  })

  it('is nothing where no script runs, and no link has a title instead', async () => {
    const seen = await stage.visit(
      where,
      async (page) => {
        await pointAt(page, relation(page))
        await page.waitForTimeout(soon)
        return { boxes: await boxOf(page).count(), titles: await page.locator('main a[title]').count() }
      },
      { javaScriptEnabled: false },
    )
    expect(seen).toEqual({ boxes: 0, titles: 0 })
  })
})
