import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import {
  emptyView,
  withCredence,
  withOff,
  withTopic,
  type View,
} from '../../../src/analysis/stance/view.ts'
import { readView, writeView } from '../../../src/analysis/stance/view-fragment.ts'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import {
  asked,
  button,
  cardOf,
  cardsOf,
  expectShown,
  inMap,
  index,
  map,
  opened,
  openView,
  said,
  standIn,
  thesis,
  viewOn,
} from './view-page.ts'
import { first, mine, second, stored, theirs, third, visitView } from './view-readers.ts'

const stage = setStage(rootBuild)

describe('the address', () => {
  it('has the whole view, which is there after a reload and for another reader', async () => {
    const link = await visitView(stage, {}, async (page, view) => {
      await cardsOf(view)
      await cardOf(view, first).getByRole('slider').press('End')
      await cardOf(view, second).getByRole('button').first().click()
      const own = withTopic(withOff(withCredence(emptyView, first, 1), second, true), thesis)
      await expectShown(view, standIn(own)(thesis))
      await expect.poll(() => inAddress(page)).toEqual(own)
      await expect.poll(() => stored(page)).toEqual(own)
      await page.reload()
      await expectShown(await opened(viewOn(page)), standIn(own)(thesis))
      expect(await said(viewOn(page))).toBe('')
      expect(new Set(await asked(viewOn(page)))).toContain(second)
      return page.url()
    })
    const fragment = new URL(link).hash.slice(1)
    await visitView(stage, { link: fragment }, async (page, view) => {
      await expectShown(view, standIn(readView(fragment, index)?.view as View)(thesis))
      expect(await stored(page)).toBeUndefined()
      expect(await cardOf(view, first).getByRole('slider').inputValue()).toBe('100')
    })
  })

  it('of old is not taken for a stranger’s link when the reader comes back to it', async () => {
    await visitView(stage, {}, async (page, view) => {
      await cardsOf(view)
      await cardOf(view, first).getByRole('slider').press('End')
      await cardOf(view, first).locator('legend a').click()
      await (await openView(page)).getByRole('slider').press('Home')
      const own = withCredence(emptyView, first, 0)
      await expectShown(viewOn(page), standIn(own)(first))
      await page.goBack()
      await expectShown(await opened(viewOn(page)), standIn(own)(thesis))
      expect(await said(viewOn(page))).toBe('')
      expect(inAddress(page)).toBeDefined()
    })
  })

  it('of old does not bring back an answer that was withdrawn since', async () => {
    await visitView(stage, {}, async (page, view) => {
      await cardsOf(view)
      await cardOf(view, first).getByRole('slider').press('End')
      await cardOf(view, first).locator('legend a').click()
      await button(await openView(page), /as in the map/i).click()
      await expect.poll(() => stored(page)).toBeUndefined()
      await page.goBack()
      await expectShown(await opened(viewOn(page)), inMap(thesis))
      expect(await said(viewOn(page))).toBe('')
      expect(inAddress(page)).toEqual(withTopic(emptyView, thesis))
      expect(await stored(page)).toBeUndefined()
    })
  })

  it('shows what a link answers on cards, muted steps too', async () => {
    await visitView(stage, { link: writeView(theirs) }, async (_, view) => {
      await cardsOf(view)
      await expectShown(view, standIn(theirs)(thesis))
      expect(await cardOf(view, first).getByRole('slider').inputValue()).toBe('90')
      expect(await cardOf(view, second).locator('output').innerText()).not.toMatch(/\d/)
      const card = cardOf(view, third)
      await card.locator('summary').click()
      expect(await card.getByRole('checkbox').first().isChecked()).toBe(false)
      await card.getByRole('button', { name: /as in the map/i }).click()
      expect(await card.getByRole('checkbox').first().isChecked()).toBe(true)
      const slider = card.getByRole('slider')
      expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true)
    })
  })
})

describe('a link that comes to a reader with a view', () => {
  const both = { link: writeView(theirs), kept: writeView(mine) }

  it('is shown with a notice, and the reader’s own can be had back', async () => {
    await visitView(stage, both, async (page, view) => {
      await expectShown(view, standIn(theirs)(thesis))
      await expect.poll(() => said(view)).not.toBe('')
      await cardsOf(view)
      await cardOf(view, first).getByRole('slider').press('Home')
      const changed = withCredence(theirs, first, 0)
      await expectShown(view, standIn(changed)(thesis))
      await expect.poll(() => inAddress(page)).toEqual(changed)
      expect(await stored(page)).toEqual(mine)
      await button(view, /back to mine/i).click()
      await expectShown(view, standIn(mine)(thesis))
      expect(await stored(page)).toEqual(mine)
      expect(inAddress(page)).toEqual(mine)
      expect(await button(view, /back to mine/i).count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('view-topic')
    })
  })

  it('is held beside the reader’s own, and made the reader’s own, which is undone', async () => {
    await visitView(stage, both, async (page, view) => {
      await button(view, /mine beside/i).click()
      await expectShown(view, standIn(mine)(thesis), 2)
      await expectShown(view, standIn(theirs)(thesis), 1)
      expect(await view.getByText('From your own view to the view of the link').count()).toBe(1)
      await button(view, /make this one mine/i).click()
      await expect.poll(() => stored(page)).toEqual(theirs)
      expect(await button(view, /make this one mine/i).count()).toBe(0)
      expect(await view.locator('dl').first().locator('dd').count()).toBe(2)
      await button(view, /undo/i).click()
      await expect.poll(() => stored(page)).toEqual(mine)
      await expectShown(view, standIn(theirs)(thesis), 1)
      expect(await button(view, /back to mine/i).count()).toBe(1)
    })
  })

  it('is left by the history of the browser for the reader’s own', async () => {
    await visitView(stage, { kept: writeView(mine) }, async (page, view) => {
      await cardsOf(view)
      await cardOf(view, first).getByRole('slider').press('End')
      const own = withCredence(mine, first, 1)
      await expect.poll(() => inAddress(page)).toEqual(own)
      await page.evaluate((hash) => void (location.hash = hash), writeView(theirs))
      await expectShown(view, standIn(theirs)(thesis))
      await page.goBack()
      await expectShown(view, standIn(own)(thesis))
      expect(await button(view, /back to mine/i).count()).toBe(0)
      expect(await stored(page)).toEqual(own)
    })
  })

  it('is followed on the open page, and the reader’s own is kept', async () => {
    await visitView(stage, { kept: writeView(mine) }, async (page, view) => {
      await expectShown(view, standIn(mine)(thesis))
      await page.evaluate((hash) => void (location.hash = hash), writeView(theirs))
      await expectShown(view, standIn(theirs)(thesis))
      expect(await stored(page)).toEqual(mine)
      await expect.poll(() => asked(view)).toContain(second)
      await page.evaluate(() => void (location.hash = 'v=9'))
      await expectShown(view, inMap(thesis))
      expect(await stored(page)).toEqual(mine)
      await button(view, /back to mine/i).click()
      await expectShown(view, standIn(mine)(thesis))
    })
  })

  it('says what was withdrawn since it was made', async () => {
    const gone = { id: 'was-here-once', title: 'Was here once', see: [second] }
    await stage.visit(
      `stance/#${writeView(mine)}&${gone.id}=20`,
      async (page) => {
        const view = await opened(viewOn(page))
        await expectShown(view, standIn(mine)(thesis))
        const words = await said(view)
        expect(words).toContain(gone.title)
        expect(words).toContain(index.titleOf(second))
      },
      {
        before: async (page) =>
          void (await page.route('**/stance.json', (route) =>
            route.fulfill({ json: { ...map, withdrawn: [gone] } }),
          )),
      },
    )
  })
})

describe('a link that comes to a reader without a view', () => {
  it('is the reader’s own only when it is made so', async () => {
    await visitView(stage, { link: writeView(theirs) }, async (page, view) => {
      await expectShown(view, standIn(theirs)(thesis))
      await expect.poll(() => said(view)).toMatch(/the view of the link.*not kept/)
      expect(await view.getByText(/^In the view of the link$/).count()).toBe(1)
      expect(await button(view, /back to mine|mine beside/i).count()).toBe(0)
      await cardsOf(view)
      await cardOf(view, first).getByRole('slider').press('Home')
      const changed = withCredence(theirs, first, 0)
      await expect.poll(() => inAddress(page)).toEqual(changed)
      expect(await stored(page)).toBeUndefined()
      await page.reload()
      await expectShown(await opened(view), standIn(changed)(thesis))
      expect(await stored(page)).toBeUndefined()
      await button(view, /make this one mine/i).click()
      await expect.poll(() => stored(page)).toEqual(changed)
      await expect.poll(() => said(view)).not.toMatch(/link/)
      expect(await view.getByText(/^In your view$/).count()).toBe(1)
      await page.reload()
      await expectShown(await opened(view), standIn(changed)(thesis))
      expect(await said(view)).toBe('')
    })
  })

  it('is not the reader’s own when it is followed on the open page, and is undone', async () => {
    await visitView(stage, {}, async (page, view) => {
      await page.evaluate((hash) => void (location.hash = hash), writeView(theirs))
      await expectShown(view, standIn(theirs)(thesis))
      await expect.poll(() => said(view)).toMatch(/the view of the link.*not kept/)
      await button(view, /take back all/i).click()
      await expectShown(view, inMap(thesis))
      expect(await stored(page)).toBeUndefined()
      await button(view, /undo/i).click()
      await expectShown(view, standIn(theirs)(thesis))
      await button(view, /undo/i).click()
      await expectShown(view, inMap(thesis))
      expect(await said(view)).not.toMatch(/the view of the link/)
      expect(await stored(page)).toBeUndefined()
    })
  })

  it('and has no answers is a question that the reader answers as their own', async () => {
    const about = withTopic(emptyView, thesis)
    await visitView(stage, { link: writeView(about) }, async (page, view) => {
      await cardsOf(view)
      expect(await said(view)).toBe('')
      await cardOf(view, first).getByRole('slider').press('End')
      await expect.poll(() => stored(page)).toEqual(withCredence(about, first, 1))
    })
  })
})

describe('another tab', () => {
  it('of the same browser has what was answered in the first', async () => {
    await visitView(stage, {}, async (page, view) => {
      await cardsOf(view)
      const other = await page.context().newPage()
      await other.goto(page.url())
      const there = await openView(other)
      await cardOf(view, first).getByRole('slider').press('End')
      const own = withCredence(emptyView, first, 1)
      await expectShown(there, standIn(own)(thesis))
      await cardOf(view, first).getByRole('button', { name: /as in the map/i }).click()
      await expectShown(there, inMap(thesis))
    })
  })
})

/** The view that the address of a page has. */
function inAddress(page: Page): View | undefined {
  return readView(new URL(page.url()).hash, index)?.view
}
