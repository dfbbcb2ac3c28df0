import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { edgeName } from '../../../src/analysis/stance/view-data.ts'
import {
  emptyView,
  withCredence,
  withMuted,
  withOff,
  type View,
} from '../../../src/analysis/stance/view.ts'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import {
  asked,
  basePercent,
  button,
  cardOf,
  cardsOf,
  cruxesIn,
  expectShown,
  find,
  inMap,
  index,
  map,
  openView,
  said,
  shown,
  standIn,
  storeKey,
  thesis,
} from './view-page.ts'

const stage = setStage(rootBuild)
const page = 'stance/'
const first = cruxesIn(emptyView, thesis)[0] as string

describe('an answer', () => {
  it('by keyboard is seen at once, and many presses are summed up and undone in one', async () => {
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      const slider = cardOf(view, first).getByRole('slider')
      const summaries = await listenToSummary(view)
      await slider.focus()
      let percent = basePercent(first)
      for (const [key, step] of [
        ['PageUp', 10],
        ['PageUp', 10],
        ['ArrowLeft', -1],
        ['ArrowLeft', -1],
        ['Home', -100],
      ] as const) {
        percent = Math.max(0, percent + step)
        await opened.keyboard.press(key)
        expect(await slider.inputValue()).toBe(String(percent))
      }
      const expected = standIn(withCredence(emptyView, first, 0))(thesis)
      await expectShown(view, expected)
      await expect.poll(async () => (await summaries()).length, { timeout: 5000 }).toBe(1)
      expect((await summaries()).at(-1)).toContain(expected.numbers[0])
      expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true)
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0\b/)
      await button(view, /undo/i).click()
      await expectShown(view, inMap(thesis))
      expect(await button(view, /undo/i).getAttribute('aria-disabled')).toBe('true')
    })
  })

  it('on another statement is a step of its own, however soon it comes', async () => {
    const second = cruxesIn(emptyView, thesis)[1] as string
    const one = withCredence(emptyView, first, 0)
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      await cardOf(view, first).getByRole('slider').press('Home')
      await cardOf(view, second).getByRole('slider').press('Home')
      await expectShown(view, standIn(withCredence(one, second, 0))(thesis))
      await button(view, /undo/i).click()
      await expectShown(view, standIn(one)(thesis))
      await button(view, /undo/i).click()
      await expectShown(view, inMap(thesis))
    })
  })

  it('by pointer is seen at once, summed up when let go, and undone in one', async () => {
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      const slider = cardOf(view, first).getByRole('slider')
      await slider.scrollIntoViewIfNeeded()
      const summaries = await listenToSummary(view)
      const box = await slider.evaluate((input) => input.getBoundingClientRect())
      const { x, y, width, height } = box
      await opened.mouse.move(x + width / 2, y + height / 2)
      await opened.mouse.down()
      await opened.mouse.move(x + 4, y + height / 2, { steps: 12 })
      await expect.poll(() => shown(view, 1)).not.toEqual(inMap(thesis))
      expect(await summaries()).toEqual([])
      expect(await said(view)).toBe('')
      await opened.mouse.up()
      const percent = Number(await slider.inputValue())
      await expectShown(view, standIn(withCredence(emptyView, first, percent / 100))(thesis))
      await expect.poll(async () => (await summaries()).length).toBe(1)
      await button(view, /undo/i).click()
      await expectShown(view, inMap(thesis))
      expect(await slider.inputValue()).toBe(String(basePercent(first)))
      expect(await button(view, /undo/i).getAttribute('aria-disabled')).toBe('true')
    })
  })

  it('leaves a statement out and takes it in, mutes a step, and is taken back', async () => {
    const edge = map.from.findIndex((from) => map.nodes[from] === first)
    const muted = withMuted(emptyView, edgeName(map, edge), true)
    const both = withOff(muted, cruxesIn(emptyView, thesis)[1] as string, true)
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      const card = cardOf(view, first)
      await card.getByRole('button').first().click()
      await expectShown(view, standIn(withOff(emptyView, first, true))(thesis))
      await card.getByRole('button').first().click()
      await expectShown(view, inMap(thesis))
      await card.locator('summary').click()
      await card.getByRole('checkbox').first().uncheck()
      await expectShown(view, standIn(muted)(thesis))
      await cardOf(view, [...both.off][0] as string).getByRole('button').first().click()
      await expectShown(view, standIn(both)(thesis))
      await button(view, /take back all/i).click()
      await expectShown(view, inMap(thesis))
      expect(await card.getByRole('checkbox').first().isChecked()).toBe(true)
      expect(await opened.evaluate((key) => localStorage.getItem(key), storeKey)).toBeNull()
      await button(view, /undo/i).click()
      await expectShown(view, standIn(both)(thesis))
    })
  })

  it('is asked for in the order of what matters most now', async () => {
    const view0 = withOff(emptyView, first, true)
    const next = cruxesIn(view0, thesis).filter((id) => id !== first).slice(0, 5)
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      expect(await asked(view)).toEqual(cruxesIn(emptyView, thesis).slice(0, 5))
      await cardOf(view, first).getByRole('button').first().click()
      await expectShown(view, standIn(view0)(thesis))
      await expect
        .poll(async () => {
          await button(view, /matters most/i).click()
          return asked(view)
        })
        .toEqual([...next, first])
    })
  })

  it('is given to any statement that is found, and the focus stays in the view', async () => {
    const cruxes = cruxesIn(emptyView, thesis).slice(0, 5)
    const last = map.nodes.findLast((id) => !cruxes.includes(id)) as string
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      await view.getByRole('searchbox').fill('no such words in it')
      await expect.poll(() => view.getByText('No statement').count()).toBe(1)
      await (await find(view, last)).getByRole('button').first().click()
      expect((await asked(view))[0]).toBe(last)
      expect(await isFocusIn(view)).toBe(true)
      await cardOf(view, last).getByRole('slider').press('Home')
      await expectShown(view, standIn(withCredence(emptyView, last, 0))(thesis))
    })
  })
})

describe('a topic', () => {
  it('is any statement, with cruxes of its own, and the focus stays in the view', async () => {
    const isTurned = (id: string) => cruxesIn(emptyView, id).length > 1
    const topic = cruxesIn(emptyView, thesis).find(isTurned) as string
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      const other = map.topics[1]
      if (other !== undefined) {
        await view.getByRole('button', { name: index.titleOf(other) }).click()
        await expectShown(view, inMap(other))
        expect(await isFocusIn(view)).toBe(true)
      }
      await (await find(view, topic)).getByRole('button').nth(1).click()
      await expectShown(view, inMap(topic))
      expect(await isFocusIn(view)).toBe(true)
      const cruxes = cruxesIn(emptyView, topic)
      await expect.poll(() => asked(view)).toEqual(cruxes.slice(0, 5))
      await cardOf(view, cruxes[0] as string).getByRole('button').last().click()
      await expectShown(view, inMap(cruxes[0] as string))
      expect(await isFocusIn(view)).toBe(true)
    })
  })

  it.each([
    ['a statement that is left out', relabelled((id) => withOff(emptyView, id, true), map.nodes)],
    ['a step that is muted', relabelled((name) => withMuted(emptyView, name, true), edges())],
  ])('has the label that grounded labelling gives after %s', async (_, found) => {
    const { topic, answer, view: own } = found as Relabelled
    await stage.visit(page, async (opened) => {
      const view = await openView(opened)
      await cardsOf(view)
      const [from = ''] = answer.split('>')
      await (await find(view, topic)).getByRole('button').nth(1).click()
      await (await find(view, from)).getByRole('button').first().click()
      await expectShown(view, inMap(topic))
      const card = cardOf(view, from)
      if (own.off.size > 0) await card.getByRole('button').first().click()
      else {
        const nth = edges().filter((name) => name.startsWith(`${from}>`)).indexOf(answer)
        await card.locator('summary').click()
        await card.getByRole('checkbox').nth(nth).uncheck()
      }
      await expectShown(view, standIn(own)(topic))
      expect((await shown(view, 1)).label).not.toBe((await shown(view, 0)).label)
    })
  })
})

interface Relabelled {
  readonly topic: string
  readonly answer: string
  readonly view: View
}

/** The first of some answers that gives another node another label. */
function relabelled(
  viewOf: (answer: string) => View,
  answers: readonly string[],
): Relabelled | undefined {
  for (const answer of answers) {
    const view = viewOf(answer)
    const inView = standIn(view)
    const topic = map.nodes.find(
      (id) => !view.off.has(id) && inView(id).label !== inMap(id).label,
    )
    if (topic !== undefined) return { topic, answer, view }
  }
  return undefined
}

function edges(): readonly string[] {
  return map.kind.map((_, edge) => edgeName(map, edge))
}

/** What the region that is read aloud has said since. */
async function listenToSummary(view: Locator): Promise<() => Promise<readonly string[]>> {
  await view.evaluate((mount) => {
    const region = mount.querySelector('.sr-only[role=status]') as Element
    const log: string[] = []
    Object.assign(globalThis, { saidAloud: log })
    new MutationObserver(() => log.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  const read = (): readonly string[] =>
    (globalThis as unknown as { readonly saidAloud: readonly string[] }).saidAloud
  return () => view.page().evaluate(read)
}

async function isFocusIn(view: Locator): Promise<boolean> {
  return view.evaluate((mount) => mount.contains(document.activeElement))
}
