import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { emptyView, withCredence, withOff, withTopic } from '../../../src/analysis/stance/view.ts'
import { readView, writeView } from '../../../src/analysis/stance/view-fragment.ts'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { listen } from './live-page.ts'
import {
  basePercent,
  button,
  cardOf,
  cardsOf,
  expectShown,
  inMap,
  index,
  openView,
  said,
  standIn,
  thesis,
} from './view-page.ts'
import { first, mine, second, stored, theirs, third, visitView } from './view-readers.ts'

const stage = setStage(rootBuild)

describe('a comparison', () => {
  it('shows where another view leads and what differs, until it is ended', async () => {
    await visitView(stage, { kept: writeView(mine) }, async (page, view) => {
      const field = view.getByRole('textbox')
      await field.fill('not a link at all <b>')
      await field.press('Enter')
      await expect.poll(() => view.locator('form').last().innerText()).toMatch(/no link/)
      expect(await said(view)).toMatch(/no link/)
      expect(await view.locator('dl').first().locator('dd').count()).toBe(2)
      const link = `${stage.origin}/stance/#${writeView(theirs)}`
      await field.fill(encodeURI(link))
      await field.press('Enter')
      await expectShown(view, standIn(theirs)(thesis), 2)
      await expect.poll(() => said(view)).toBe('')
      const words = standIn(mine)(thesis).numbers[0] as string
      expect(await view.locator('.changed').last().innerText()).toContain(words)
      await button(view, /end the comparison/i).click()
      expect(await view.locator('dl').first().locator('dd').count()).toBe(2)
      expect(await stored(page)).toEqual(mine)
      expect(await view.evaluate((mount) => mount.contains(document.activeElement))).toBe(true)
    })
  })
})

describe('taking it away', () => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const clipboard = (page: Page): Promise<string> =>
    page.evaluate(() => navigator.clipboard.readText())

  it('puts the link and the text for a forum on the clipboard', async () => {
    const look = async (page: Page, view: Locator) => {
      await button(view, /copy link/i).click()
      await expect.poll(() => said(view)).toMatch(/link/)
      const link = await clipboard(page)
      await cardsOf(view)
      await button(view, /forum/i).click()
      await expect.poll(() => said(view)).toMatch(/text/)
      return { link, text: await clipboard(page) }
    }
    const seen = await visitView(stage, { kept: writeView(theirs), permissions }, look)
    expect(seen.link).toMatch(new RegExp(`^${stage.origin}/stance/#v=1&`))
    expect(readView(seen.link, index)?.view).toEqual(theirs)
    expect(seen.text).toContain(`(${seen.link})`)
    for (const id of [thesis, first, second, third]) {
      expect(seen.text).toContain(`(${stage.origin}/c/${id}/)`)
    }
    const {
      numbers: [strength, ...band],
      label,
    } = standIn(theirs)(thesis)
    const inView = new RegExp(`In my view: strength ${strength}(.*), ${label}\\.`, 'i')
    expect(inView.exec(seen.text)?.[1]?.match(/\d\.\d\d/g) ?? []).toEqual(band)
    expect(seen.text).toContain(`(${stage.origin}/)`)
  })

  it('says, there and aloud, that the topic is left out', async () => {
    const look = async (page: Page, view: Locator) => {
      await cardsOf(view)
      await button(view, /forum/i).click()
      await expect.poll(() => said(view)).toMatch(/text/)
      expect(await clipboard(page)).toContain('In my view: left out.')
      await button(view, /take back all answers \(1\)/i).click()
      await expectShown(view, inMap(thesis))
      await button(view, /undo/i).click()
      await expect.poll(() => said(view)).toMatch(/: left out\. In the map \d/)
    }
    const kept = writeView(withTopic(withOff(emptyView, thesis, true), thesis))
    await visitView(stage, { kept, permissions }, look)
  })

  it('shows them to be copied by hand where the clipboard is refused', async () => {
    const look = async (_: Page, view: Locator) => {
      await button(view, /copy link/i).click()
      const area = view.locator('textarea')
      await area.waitFor()
      expect(readView(await area.inputValue(), index)?.view).toEqual(theirs)
      await button(view, /forum/i).click()
      await expect.poll(() => area.inputValue()).toContain('/stance/#v=1')
    }
    // What is not granted is refused.
    await visitView(stage, { kept: writeView(theirs), permissions: ['geolocation'] }, look)
  })
})

describe('the page of a node', () => {
  it('takes an answer, says what it does there and to the thesis, and keeps it', async () => {
    let faults: readonly string[] = []
    await stage.visit(
      `c/${first}/`,
      async (page) => {
        const view = await openView(page)
        await expectShown(view, inMap(first))
        await expectShown(view, inMap(thesis), 1, 1)
        const step = basePercent(first) > 50 ? -10 : 10
        await view.getByRole('slider').press(step > 0 ? 'PageUp' : 'PageDown')
        const own = withCredence(emptyView, first, (basePercent(first) + step) / 100)
        await expectShown(view, standIn(own)(first))
        await expectShown(view, standIn(own)(thesis), 1, 1)
        await expect.poll(() => stored(page)).toEqual(withTopic(own, thesis))
        expect(new URL(page.url()).hash).toBe('')
        await view.getByRole('link', { name: /as a whole/i }).click()
        const whole = await openView(page)
        await expectShown(whole, standIn(own)(thesis))
        await cardOf(whole, first).getByRole('button', { name: /as in the map/i }).click()
        await expectShown(whole, inMap(thesis))
        await expect.poll(() => stored(page)).toBeUndefined()
      },
      { before: async (page) => void (faults = await listen(page)) },
    )
    expect(faults).toEqual([])
  })
})
