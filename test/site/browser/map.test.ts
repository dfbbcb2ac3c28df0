import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { relationNames } from '../../../src/site/map/map-data.ts'
import { fileAt, rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { listen } from './live-page.ts'
import {
  count,
  data,
  edges,
  expectAddress,
  expectInWindow,
  focused,
  mapVisitor,
  nodeOf,
  nodes,
  rows,
  sentence,
  thesis,
  windowOf,
  withClass,
} from './map-page.ts'

const stage = setStage(rootBuild)
const undercuts = relationNames.indexOf('undercuts')
/** Scripts that the explorer loads before anything is asked of it, gzip, without those of every page. */
const mostScript = 15_000

const visit = mapVisitor(stage)

/** Nodes one relation from a node, with itself, in the order of the map; worked out here. */
function near(id: string): readonly string[] {
  const node = nodes.id.indexOf(id)
  const all = new Set([node])
  for (const [edge, from] of edges.from.entries()) {
    const to = edges.to[edge] as number
    const ends = edges.kind[edge] === undercuts ? [edges.from[to], edges.to[to]] : [to]
    if (from === node) for (const end of ends) all.add(end as number)
    if (ends.includes(node)) all.add(from)
  }
  return nodes.id.filter((_, each) => all.has(each))
}

const undercut = edges.kind.indexOf(undercuts)
const doubter = nodes.id[edges.from[undercut] as number] as string

describe('what is loaded', () => {
  it('is the graph and a small script, from the site itself, and no more', async () => {
    const requests: string[] = []
    let faults: readonly string[] = []
    await visit('', async (_, page) => page.waitForLoadState('networkidle'), {
      before: async (page) => {
        faults = await listen(page)
        page.on('request', (request) => requests.push(request.url()))
      },
    })
    expect(requests.filter((url) => !url.startsWith(`${stage.origin}/`))).toEqual([])
    const loaded = requests.filter((url) => /\.json|worker/.test(url))
    expect(loaded.map((url) => new URL(url).pathname)).toEqual([`${rootBuild.base}map.json`])
    const scripts = requests.filter((url) => /\.js$/.test(url) && !/\/Page\.astro/.test(url))
    const sizes = scripts.map((url) => {
      const file = fileAt(rootBuild, new URL(url).pathname) as string
      return gzipSync(readFileSync(path.join(rootBuild.out, file))).length
    })
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(mostScript)
    expect(faults).toEqual([])
  })

  it('may fail: then it is said, and picture and list are there as without script', async () => {
    const seen = await stage.visit(
      'map/',
      async (page) => {
        const notice = page.locator('[data-map-notice]')
        await notice.waitFor()
        return {
          words: await notice.innerText(),
          nodes: await page.locator('a.map-node:visible').count(),
          rows: await page.locator('li[data-node]:visible').count(),
          acts: await page.locator('[data-script-only]:visible').count(),
        }
      },
      { before: async (page) => void (await page.route('**/map.json', (route) => route.abort())) },
    )
    expect(seen).toMatchObject({ nodes: count, rows: count, acts: 0 })
    expect(seen.words).toContain('could not be loaded')
  })
})

describe('by keyboard', () => {
  const begin = async (page: Page) => {
    await page.locator('[data-map-stage]').focus()
    await page.keyboard.press('Tab')
  }

  it('the picture is one stop, and each node says how it stands', async () => {
    const seen = await visit('', async (map, page) => {
      await begin(page)
      const first = await focused(page)
      await page.keyboard.press('n')
      const second = await focused(page)
      const stops = await map.locator('a.map-node[tabindex="0"]').count()
      const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
      await page.keyboard.press('Tab')
      return { first, second, stops, name, after: await focused(page) }
    })
    expect(seen).toEqual({
      first: nodes.id[0],
      second: nodes.id[1],
      stops: 1,
      name: sentence(nodes.id[1] as string),
      after: undefined,
    })
  })

  it('arrows lead on in their direction, into the window', async () => {
    await visit('', async (map, page) => {
      await begin(page)
      let last = thesis
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft']) {
        await page.keyboard.press(key)
        const now = (await focused(page)) as string
        const [from, to] = [nodes.id.indexOf(last), nodes.id.indexOf(now)]
        const axis = key === 'ArrowDown' ? nodes.y : nodes.x
        const moved = (axis[to] as number) - (axis[from] as number)
        expect(Math.sign(moved)).toBe(key === 'ArrowLeft' ? -1 : 1)
        await expectInWindow(map, now)
        expect(await withClass(map, 'is-current')).toEqual([now])
        last = now
      }
    })
  })

  it('N leads to every node', async () => {
    const met = await visit('', async (_, page) => {
      await begin(page)
      const all: unknown[] = []
      for (let press = 0; press < count; press++) {
        all.push(await focused(page))
        await page.keyboard.press('n')
      }
      return all
    })
    expect(met).toEqual(nodes.id)
  })

  it('Space puts a node in the middle, Escape leaves it, Enter opens its page', async () => {
    await visit('', async (map, page) => {
      await begin(page)
      await page.keyboard.press('ArrowRight')
      const id = (await focused(page)) as string
      await page.keyboard.press(' ')
      await expectAddress(page, `focus=${id}`)
      expect(await rows(map)).toEqual(near(id))
      expect(await map.locator('[data-map-live]').innerText()).toBe(sentence(id))
      expect(await map.locator('[data-map-picked]').isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.url()).not.toContain('focus')
      expect(await rows(map)).toHaveLength(count)
      expect(await focused(page)).toBe(id)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/c/${id}/`)
    })
  })

  it('+, − and 0 zoom and fit; ? says the keys', async () => {
    await visit('', async (map, page) => {
      await begin(page)
      const [, , first = 0] = await windowOf(map)
      await page.keyboard.press('+')
      expect((await windowOf(map))[2]).toBeCloseTo(first / 1.4, 0)
      await page.keyboard.press('-')
      expect((await windowOf(map))[2]).toBeCloseTo(first, 0)
      await page.keyboard.press('0')
      const [left = 0, top = 0, width = 0, height = 0] = await windowOf(map)
      expect(left).toBeLessThanOrEqual(0)
      expect(top).toBeLessThanOrEqual(0)
      expect(left + width).toBeGreaterThanOrEqual(data.width)
      expect(top + height).toBeGreaterThanOrEqual(data.height)
      await page.keyboard.press('?')
      expect(await map.locator('[data-map-keys] dl').isVisible()).toBe(true)
    })
  })
})

describe('a button that zooms', () => {
  it('turns back at once, however often the other one was pressed, and the place can be linked', async () => {
    const seen = await visit('', async (map, page) => {
      const press = (name: string) => map.getByRole('button', { name, exact: true }).click()
      for (let times = 0; times < 12; times++) await press('Larger')
      const [, , closest = 0] = await windowOf(map)
      await press('Smaller')
      const [, , after = 0] = await windowOf(map)
      // The last but one of zooms that end at 4.
      await expect.poll(() => page.url()).toMatch(/#at=\d+,\d+,2\.857$/)
      await page.reload()
      await expect.poll(async () => (await windowOf(map))[2]).toBeCloseTo(after, 0)
      return { growth: after / closest, notice: await map.locator('[data-map-notice]').innerText() }
    })
    expect(seen).toEqual({ growth: expect.closeTo(1.4, 2), notice: '' })
  })
})

describe('a node in the middle', () => {
  it('comes with its page, its statement and what is near it', async () => {
    await visit('', async (map, page) => {
      await nodeOf(map, thesis).click()
      await expectAddress(page, `focus=${thesis}`)
      expect((await withClass(map, 'is-near')).toSorted()).toEqual(near(thesis).toSorted())
      expect(await withClass(map, 'is-focus')).toEqual([thesis])
      const panel = map.locator('[data-map-picked]')
      expect(await panel.getByRole('link', { name: nodes.title[0] as string }).getAttribute('href')).toBe(
        `${rootBuild.base}c/${thesis}/`,
      )
      await panel.locator('[data-picked-statement]').waitFor()
      await panel.getByRole('button', { name: 'Close' }).click()
      expect(await panel.isVisible()).toBe(false)
      expect(await focused(page)).toBe(thesis)
    })
  })

  it('reaches further where that is asked for', async () => {
    const [one, all] = await visit(`focus=${thesis}`, async (map) => {
      const one = await rows(map)
      await map.locator('select[name=depth]').evaluate((select: HTMLSelectElement) => {
        select.value = '-1'
        select.dispatchEvent(new Event('input', { bubbles: true }))
      })
      return [one, await rows(map)]
    })
    expect(one).toEqual(near(thesis))
    expect(all?.length).toBeGreaterThan(one?.length as number)
  })

  it('that undercuts is shown with the step it doubts', async () => {
    const lit = await visit(`focus=${doubter}`, async (map) =>
      map
        .locator('.map-edge.is-current')
        .evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-edge')))),
    )
    expect(lit).toContain(undercut)
    expect(lit).toContain(edges.to[undercut])
  })

  it('opens by a double click', async () => {
    await visit('', async (map, page) => {
      await nodeOf(map, thesis).dblclick()
      await page.waitForURL(`**/c/${thesis}/`)
    })
  })
})
