import { describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { syntheticMapData } from '../../../scripts/bench/synthetic-map-data.ts'
import { mostInSvg } from '../../../src/site/map/map-data.ts'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { expectAddress, focused, mapVisitor } from './map-page.ts'

const visit = mapVisitor(setStage(rootBuild))
const large = syntheticMapData(2 * mostInSvg, 1500)
const { nodes } = large

/** Makes of the page what it is for a map too large to be drawn at build. */
function enlarge(): void {
  document.querySelector('[data-map-svg]')?.remove()
  const list = document.querySelector('[data-map-list]') as HTMLElement
  const rows = document.createElement('ul')
  rows.dataset['mapRows'] = ''
  const more = document.createElement('button')
  more.dataset['mapMore'] = ''
  more.hidden = true
  list.replaceChildren(...list.querySelectorAll(':scope > h2'), rows, more)
}

const before = async (page: Page) => {
  await page.route('**/map.json', async (route) => {
    await page.evaluate(enlarge)
    await route.fulfill({ json: large })
  })
}

const rows = (map: Locator) => map.locator('[data-map-rows] > li')

describe('a map of hundreds of nodes', () => {
  it('is drawn on a canvas, and the keyboard stands at one node of it', async () => {
    await visit(
      '',
      async (map, page) => {
        await rows(map).first().waitFor()
        expect(await map.locator('[data-map-stage] canvas').count()).toBeGreaterThan(0)
        await map.locator('[data-map-stage]').focus()
        await page.keyboard.press('Tab')
        expect(await focused(page)).toBe(nodes.id[0])
        await page.keyboard.press('n')
        expect(await focused(page)).toBe(nodes.id[1])
        expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(nodes.title[1])
        await page.keyboard.press(' ')
        await expectAddress(page, `focus=${nodes.id[1]}`)
        expect(await rows(map).count()).toBeLessThan(nodes.id.length)
        expect(await focused(page)).toBe(nodes.id[1])
      },
      { before },
    )
  })

  it('is listed as far as one can look through, and further when that is asked for', async () => {
    await visit(
      '',
      async (map, page) => {
        await rows(map).first().waitFor()
        expect(await rows(map).count()).toBe(200)
        await map.getByRole('button', { name: `Show more of ${nodes.id.length}` }).click()
        expect(await rows(map).count()).toBe(400)
        expect(await focused(page)).toBe(nodes.id[200])
        await map.getByRole('searchbox').fill(nodes.title[700] as string)
        await expect.poll(() => rows(map).first().getAttribute('data-node')).toBe('700')
      },
      { before },
    )
  })

  it('is there as a list where the browser cannot draw it, and says so', async () => {
    await visit(
      '',
      async (map) => {
        await map.locator('[data-map-notice]').waitFor()
        expect(await map.locator('[data-map-notice]').innerText()).toContain('no WebGL')
        expect(await rows(map).count()).toBe(200)
        await rows(map).nth(3).getByRole('link').press(' ')
        expect(await map.locator('[data-picked-title]').innerText()).toBe(nodes.title[3])
      },
      {
        before: async (page) => {
          await before(page)
          await page.addInitScript(() => {
            HTMLCanvasElement.prototype.getContext = () => null
          })
        },
      },
    )
  })
})
