import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { emptyView, withCredence } from '../../../src/analysis/stance/view.ts'
import { fileAt, rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { listen } from './live-page.ts'
import {
  basePercent,
  cardsOf,
  cruxesIn,
  expectShown,
  inMap,
  openView,
  standIn,
  thesis,
  viewOn,
} from './view-page.ts'

const stage = setStage(rootBuild)
const page = 'stance/'
const kB = 1000
/** Scripts from the first touch to the first answer on the page of a node, gzip. */
const firstAnswer = 18_200
const first = cruxesIn(emptyView, thesis)[0] as string

describe('without JavaScript', () => {
  it.each([page, `c/${thesis}/`])('/%s says what the thesis turns on', async (where) => {
    const seen = await stage.visit(
      where,
      async (opened) => ({
        cruxes: await opened.locator('.cruxes > li .figure').allInnerTexts(),
        links: await opened
          .locator('.cruxes > li a')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
        controls: await opened.locator('main').locator(':is(button, input):visible').count(),
        mount: await viewOn(opened).isVisible(),
      }),
      { javaScriptEnabled: false },
    )
    expect(seen).toMatchObject({ controls: 0, mount: false })
    const expected = cruxesIn(emptyView, thesis).slice(0, seen.links.length)
    expect(seen.links).toEqual(expected.map((id) => `/c/${id}/`))
    const ends = (id: string) =>
      [0, 1].map((value) => standIn(withCredence(emptyView, id, value))(thesis).numbers[0])
    expect(seen.cruxes.map((text) => text.match(/\d\.\d\d/g))).toEqual(expected.map(ends))
  })

  it('the page of the thesis says how strong it is, with the band, and its label', async () => {
    const seen = await stage.visit(
      `c/${thesis}/`,
      async (opened) => ({
        strength: await opened.locator('p.strength').innerText(),
        label: await opened.locator('.standing .label').first().innerText(),
      }),
      { javaScriptEnabled: false },
    )
    expect(seen.strength.match(/\d\.\d\d/g)).toEqual(inMap(thesis).numbers)
    expect(seen.label).toBe(inMap(thesis).label)
  })
})

describe('the first touch', () => {
  it('loads the map and the worker, from the site itself, and sends nothing', async () => {
    const requests: { readonly url: string; readonly isPlain: boolean }[] = []
    let faults: readonly string[] = []
    const seen = await stage.visit(
      page,
      async (opened) => {
        await viewOn(opened).getByRole('button').waitFor()
        const before = requests.splice(0).map(({ url }) => url)
        const view = await openView(opened)
        await expectShown(view, inMap(thesis), 0)
        await expectShown(view, inMap(thesis), 1)
        await cardsOf(view)
        return before
      },
      {
        before: async (opened) => {
          faults = await listen(opened)
          opened.on('request', (request) => {
            const isPlain = request.method() === 'GET' && request.postData() === null
            requests.push({ url: request.url(), isPlain })
          })
        },
      },
    )
    // The script of every page is weighed apart.
    const scripts = seen.filter((url) => /\/(?!Page\.|preload-helper)[^/]+\.js$/.test(url))
    expect(weigh(scripts)).toBeLessThan(0.6 * kB)
    expect(seen.filter((url) => /stance\.json|worker/.test(url))).toEqual([])
    const urls = requests.map(({ url }) => url)
    expect(urls).toContain(`${stage.origin}/stance.json`)
    expect(urls.filter((url) => /\/worker-[^/]*\.js$/.test(url))).toHaveLength(1)
    expect(urls.filter((url) => !url.startsWith(`${stage.origin}/`))).toEqual([])
    expect(requests.filter(({ isPlain, url }) => !isPlain || url.includes('?'))).toEqual([])
    expect(faults).toEqual([])
  })

  it('by keyboard takes the focus to the heading of what came', async () => {
    const focused = await stage.visit(page, async (opened) => {
      await viewOn(opened).getByRole('button').focus()
      await opened.keyboard.press('Enter')
      await cardsOf(viewOn(opened))
      return opened.evaluate(() => document.activeElement?.tagName)
    })
    expect(focused).toBe('H2')
  })

  it('costs little script until the first answer on the page of a node', async () => {
    const scripts = new Set<string>()
    await stage.visit(
      `c/${first}/`,
      async (opened) => {
        const view = await openView(opened)
        await view.getByRole('slider').press('PageUp')
        const own = withCredence(emptyView, first, (basePercent(first) + 10) / 100)
        await expectShown(view, standIn(own)(first))
      },
      {
        before: async (opened) =>
          void opened.on('request', (request) => {
            if (/\/(?!LinkScript|Page\.|preload-helper|follow\.)[^/]+\.js$/.test(request.url())) scripts.add(request.url())
          }),
      },
    )
    expect(scripts.size).toBeGreaterThan(2)
    expect(weigh(scripts)).toBeLessThanOrEqual(firstAnswer)
  })
})

/** What files of the build weigh together, gzip. */
function weigh(urls: Iterable<string>): number {
  const sizes = [...urls].map((url) => {
    const file = path.join(rootBuild.out, fileAt(rootBuild, new URL(url).pathname) ?? '')
    return gzipSync(readFileSync(file), { level: 9 }).length
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}
