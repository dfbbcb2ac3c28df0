import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { mostInSvg, type MapData } from '../../../src/site/map/map-data.ts'
import { nodeFile, write } from '../../scripts/folder.ts'
import { buildSmall } from '../small-site.ts'
import { setStage } from './browser.ts'
import { expectAddress, focused, mapVisitor } from './map-page.ts'

const front = `---
title: Light
question: What is light?
thesis: wave
parts:
  - { id: seen, title: What is seen, label: Part 1, head: wave, summary: What was seen. }
---

A map.
`
/** One node more than is drawn at build, so that the site is as small as a large map allows. */
const count = mostInSvg + 1
const because = 'Rays bend.'

function rayFile(at: number): string {
  const fields = { title: `Ray ${at}`, statement: `Ray number ${at} bends.` }
  if (at % 10 === 0) return nodeFile({ ...fields, kind: 'counterargument', rebuts: [`ray-${at - 1}`] })
  return nodeFile({ ...fields, supports: [{ to: at < 40 ? 'wave' : `ray-${at % 39}`, because }] })
}

const build = buildSmall((folder) => {
  write(folder, { 'content/light/index.md': front, 'content/light/wave.md': nodeFile() })
  for (let at = 1; at < count; at++) write(folder, { [`content/light/ray-${at}.md`]: rayFile(at) })
})
const stage = setStage(build)
const visit = mapVisitor(stage)
let nodes: MapData['nodes']
beforeAll(() => {
  ;({ nodes } = JSON.parse(readFileSync(path.join(build.out, 'map.json'), 'utf8')) as MapData)
})

const rows = (map: Locator) => map.locator('[data-map-rows] > li')
const notice = (page: Page) => page.locator('[data-map-notice]')
const withoutWebGl = {
  before: async (page: Page) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
  },
}

describe('a map of hundreds of nodes', () => {
  it('is drawn on a canvas, and the keyboard stands at one node of it', async () => {
    await visit('', async (map, page) => {
      expect(nodes.id).toHaveLength(count)
      const picture = map.getByRole('region', { name: 'The map as a picture' })
      expect(await picture.locator('canvas').count()).toBeGreaterThan(0)
      await page.getByRole('button', { name: 'Copy' }).focus()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe(nodes.id[0])
      await page.keyboard.press('n')
      expect(await focused(page)).toBe(nodes.id[1])
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(nodes.title[1])
      await page.keyboard.press(' ')
      await expectAddress(page, `focus=${nodes.id[1]}`)
      expect(await rows(map).count()).toBeLessThan(count)
      expect(await focused(page)).toBe(nodes.id[1])
    })
  })

  it('tells of the node that is clicked', async () => {
    const [x, y] = [nodes.x[200], nodes.y[200]]
    await visit(`at=${x},${y},1`, async (map, page) => {
      const box = await map.locator('[data-map-stage]').boundingBox()
      const middle = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const
      await page.mouse.click(...middle)
      expect(await map.locator('[data-picked-title]').innerText()).toBe(nodes.title[200])
      await expectAddress(page, `focus=${nodes.id[200]}`)
    })
  })

  it('is listed as far as one can look through, and further when that is asked for', async () => {
    await visit('', async (map, page) => {
      expect(await rows(map).count()).toBe(200)
      await map.getByRole('button', { name: `Show more of ${count}` }).click()
      expect(await rows(map).count()).toBe(400)
      expect(await focused(page)).toBe(nodes.id[200])
      const last = nodes.title.indexOf('Ray 317')
      await map.getByRole('searchbox').fill('Ray 317')
      await expect.poll(() => rows(map).first().getAttribute('data-node')).toBe(`${last}`)
    })
  })

  it('is there as a list where the browser cannot draw it, and says so whatever the address says', async () => {
    await visit(
      'depth=9',
      async (map, page) => {
        expect(await notice(page).innerText()).toMatch(/no WebGL.*“depth” is not 1 to 5/)
        expect(await rows(map).count()).toBe(200)
        await page.evaluate(() => void (location.hash = 'colour=label'))
        await expect.poll(() => notice(page).innerText()).toMatch(/no WebGL[^“]*$/)
        await rows(map).nth(3).getByRole('link').press(' ')
        expect(await map.locator('[data-picked-title]').innerText()).toBe(nodes.title[3])
      },
      withoutWebGl,
    )
  })
})

describe('a large map that does not move', () => {
  const outline = (page: Page) => page.locator('.map-undrawn').getByRole('link', { name: 'Light' })

  it('leads to its outline without script, and says how it is drawn', async () => {
    await stage.visit(
      'map/',
      async (page) => {
        expect(await page.locator('.map-undrawn').innerText()).toContain('by JavaScript')
        await outline(page).click()
        expect(await page.getByText('Ray 317', { exact: true }).count()).toBeGreaterThan(0)
      },
      { javaScriptEnabled: false },
    )
  })

  it.each(['draw-with-gl', 'map.json'])('promises nothing that is not there where %s is lost', async (lost) => {
    await stage.visit(
      'map/',
      async (page) => {
        await notice(page).filter({ hasText: 'could not be loaded' }).waitFor()
        expect(await notice(page).innerText()).toMatch(/outlines/)
        expect(await page.locator('[data-map-form]').isVisible()).toBe(false)
        expect(await page.locator('[data-script-only]:visible').count()).toBe(0)
        expect(await outline(page).isVisible()).toBe(true)
      },
      { before: async (page) => void (await page.route(`**/*${lost}*`, (route) => route.abort())) },
    )
  })
})
