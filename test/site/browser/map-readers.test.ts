import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { emptyView, withCredence, withOff } from '../../../src/analysis/stance/view.ts'
import { writeView } from '../../../src/analysis/stance/view-fragment.ts'
import { labelNames } from '../../../src/site/map/map-data.ts'
import { labelWords } from '../../../src/site/words.ts'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { listen } from './live-page.ts'
import { count, data, expectAddress, mapVisitor, nodes, thesis, windowOf, withClass } from './map-page.ts'
import { cruxesIn, standIn } from './view-page.ts'

const stage = setStage(rootBuild)
const visit = mapVisitor(stage)
const [first = ''] = cruxesIn(emptyView, thesis)
const view = withOff(withCredence(emptyView, first, 0), cruxesIn(emptyView, thesis)[1] as string, true)
const storeKey = `assay-view:${rootBuild.base}`

/** How the picture says that nodes stand: strengths in fifths and labels, both by id. */
async function standings(map: Locator): Promise<Readonly<Record<string, string>>> {
  const said = await map.locator('a.map-node').evaluateAll((all) =>
    all.map((each) => [each.getAttribute('data-strength'), each.getAttribute('data-label')].join(' ')),
  )
  return Object.fromEntries(nodes.id.map((id, node) => [id, said[node] as string]))
}

/** The same, worked out here. */
function standingsIn(shown: typeof view): Readonly<Record<string, string>> {
  const inView = standIn(shown)
  const said = nodes.id.flatMap((id, node) => {
    if (nodes.label[node] === -1) return [[id, ' ']]
    const { numbers, label } = inView(id)
    const name = labelNames.find((each) => labelWords[each] === label) ?? ''
    return [[id, `${Math.min(4, Math.floor(Number(numbers[0]) * 5 + 1e-9))} ${name}`]]
  })
  return Object.fromEntries(said)
}

/** What switches the reader's own view on; it stands among the filters. */
async function ownSwitch(map: Locator): Promise<Locator> {
  await unfold(map)
  return map.getByRole('checkbox', { name: 'Labels and strengths as you see it' })
}

async function unfold(map: Locator): Promise<void> {
  await map.locator('details').evaluateAll((all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true
  })
}

describe('the reader’s own view', () => {
  it('of a link labels and colours the map, as it is computed anywhere', async () => {
    let faults: readonly string[] = []
    await visit(
      `colour=label&${writeView(view)}`,
      async (map, page) => {
        await expect.poll(() => standings(map)).toEqual(standingsIn(view))
        const box = await ownSwitch(map)
        expect(await box.isChecked()).toBe(true)
        await box.uncheck()
        await expect.poll(() => standings(map)).toEqual(standingsIn(emptyView))
        await expectAddress(page, 'colour=label')
      },
      { before: async (page) => void (faults = await listen(page)) },
    )
    expect(faults).toEqual([])
  })

  it('that is kept here is switched on and off; nothing of it is loaded before', async () => {
    const requests: string[] = []
    await visit(
      '',
      async (map, page) => {
        const box = await ownSwitch(map)
        expect(requests.filter((url) => /stance\.json|worker/.test(url))).toEqual([])
        await box.check()
        await expect.poll(() => standings(map)).toEqual(standingsIn(view))
        await expectAddress(page, 'own=on')
      },
      {
        before: async (page) => {
          page.on('request', (request) => requests.push(request.url()))
          const kept = [storeKey, writeView(view)] as const
          await page.addInitScript(([key, text]) => localStorage.setItem(key, text), kept)
        },
      },
    )
  })

  it('that is not there is told, and the way to one is shown', async () => {
    await visit('own=on', async (map, page) => {
      expect(await map.locator('[data-map-notice]').innerText()).toMatch(/no view of yours/)
      expect(await (await ownSwitch(map)).count()).toBe(0)
      const link = map.locator('[data-map-own-none]').getByRole('link')
      expect(await link.getAttribute('href')).toBe(`${rootBuild.base}stance/`)
      await expectAddress(page, '')
    })
  })
})

describe('a finger', () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true } as const

  /** Moves fingers over the picture, each from one place of it to another. */
  async function move(page: Page, paths: readonly (readonly [number, number, number, number])[]) {
    const box = await page.locator('[data-map-stage]').boundingBox()
    const client = await page.context().newCDPSession(page)
    const at = (part: number) =>
      paths.map(([x, y, toX, toY], id) => ({
        id,
        x: (box?.x ?? 0) + x + (toX - x) * part,
        y: (box?.y ?? 0) + y + (toY - y) * part,
      }))
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', part?: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: part === undefined ? [] : at(part) })
    await send('touchStart', 0)
    for (let step = 1; step <= 5; step++) await send('touchMove', step / 5)
    await send('touchEnd')
  }

  it('scrolls the page, and moves the picture once it was touched', async () => {
    await visit(
      '',
      async (map, page) => {
        const before = await windowOf(map)
        await move(page, [[150, 250, 150, 100]])
        await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50)
        expect(await windowOf(map)).toEqual(before)
        await map.locator('[data-map-stage]').tap({ position: { x: 20, y: 20 } })
        const scrolled = await page.evaluate(() => scrollY)
        await move(page, [[150, 250, 150, 100]])
        await expect.poll(async () => (await windowOf(map))[1]).toBeGreaterThan((before[1] ?? 0) + 100)
        expect(await page.evaluate(() => scrollY)).toBe(scrolled)
      },
      phone,
    )
  })

  it('and another one make the picture larger', async () => {
    await visit(
      '',
      async (map, page) => {
        const [, , before = 0] = await windowOf(map)
        await move(page, [
          [150, 150, 100, 100],
          [170, 170, 220, 220],
        ])
        await expect.poll(async () => (await windowOf(map))[2]).toBeLessThan(before / 2)
      },
      phone,
    )
  })

  it('puts a node in the middle by a tap', async () => {
    await visit(
      '',
      async (map, page) => {
        await map.locator('a.map-node').first().tap()
        await expectAddress(page, `focus=${thesis}`)
        expect(await map.locator('[data-map-picked]').isVisible()).toBe(true)
      },
      phone,
    )
  })
})

describe('a wheel', () => {
  it('scrolls the page, and zooms with Ctrl or once the picture was clicked', async () => {
    await visit('', async (map, page) => {
      const [, , width = 0] = await windowOf(map)
      const box = await map.locator('[data-map-stage]').boundingBox()
      await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 20)
      await page.mouse.wheel(0, 60)
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(60)
      expect((await windowOf(map))[2]).toBe(width)
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -60)
      await page.keyboard.up('Control')
      await expect.poll(async () => (await windowOf(map))[2]).toBeLessThan(width)
      const [, , closer = 0] = await windowOf(map)
      await page.mouse.down()
      await page.mouse.up()
      await page.mouse.wheel(0, -60)
      await expect.poll(async () => (await windowOf(map))[2]).toBeLessThan(closer)
      expect(await page.evaluate(() => scrollY)).toBe(60)
    })
  })
})

describe('motion', () => {
  it.each([
    ['no-preference', 2],
    ['reduce', 1],
  ] as const)('with %s the camera goes there in at least %i steps', async (reducedMotion, least) => {
    const steps = await visit(
      '',
      async (map, page) => {
        await page.evaluate(() => {
          const svg = document.querySelector('[data-map-svg]') as SVGElement
          const seen = new Set<string>()
          Object.assign(globalThis, { seen })
          const note = () => seen.add(svg.getAttribute('viewBox') ?? '')
          new MutationObserver(note).observe(svg, { attributes: true, attributeFilter: ['viewBox'] })
        })
        await map.getByRole('button', { name: 'Fit' }).click()
        await expect.poll(async () => (await windowOf(map))[2]).toBeGreaterThan(3000)
        await page.waitForTimeout(300)
        return page.evaluate(() => (globalThis as unknown as { seen: Set<string> }).seen.size)
      },
      { reducedMotion },
    )
    if (least === 1) expect(steps).toBe(1)
    else expect(steps).toBeGreaterThanOrEqual(least)
  })
})

it('paper shows everything, whatever the window showed', async () => {
  await visit(`focus=${thesis}&kind=claim&at=300,300,2`, async (map, page) => {
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => windowOf(map)).toEqual([0, 0, data.width, data.height])
    expect(await map.locator('a.map-node:visible').count()).toBe(count)
  })
})

describe.each(['light', 'dark'] as const)('axe, in %s, finds nothing wrong', (colorScheme) => {
  const states = [
    ['at the beginning', ''],
    ['with a focus, coloured by strength', `focus=${thesis}&depth=2&colour=strength`],
    ['with filters, a search and a wrong address', 'kind=claim,evidence&find=reward&colour=label&depth=9'],
    ['in a view of a link', `focus=${thesis}&${writeView(view)}`],
  ] as const

  it.each(states)('%s', async (_, fragment) => {
    const found = await visit(
      fragment,
      async (map, page) => {
        await unfold(map)
        if (fragment.includes('find')) await expect.poll(() => withClass(map, 'is-found')).not.toEqual([])
        if (fragment.includes('focus')) await map.locator('a.map-node.is-focus').click()
        await page.addScriptTag({ content: axe.source })
        return page.evaluate(async () => {
          const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
          const { run } = (globalThis as unknown as { axe: typeof axe }).axe
          const { violations } = await run({ runOnly: { type: 'tag', values } })
          return violations.map(({ id, nodes }) => ({
            id,
            at: nodes.slice(0, 3).map(({ target, failureSummary }) => ({ target, failureSummary })),
          }))
        })
      },
      { bypassCSP: true, colorScheme },
    )
    expect(found).toEqual([])
  })
})

it('fits 320 pixels with a focus and all that can be open', async () => {
  const width = await visit(
    `focus=${thesis}&find=reward`,
    async (map, page) => {
      await unfold(map)
      return page.evaluate(() => document.documentElement.scrollWidth)
    },
    { viewport: { width: 320, height: 640 } },
  )
  expect(width).toBeLessThanOrEqual(320)
})
