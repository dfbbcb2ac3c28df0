import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { publishedBuild } from '../built.ts'
import { setStage } from '../browser/browser.ts'

const stage = setStage(publishedBuild)
const still = { javaScriptEnabled: false } as const

/** Asks a browser about the page, with its scripts. */
function look<Seen>(question: (page: Page) => Promise<Seen>, width = 1280, height = 900) {
  return stage.visit('map/', question, { viewport: { width, height } })
}

describe('the page of the map', () => {
  it('is small', () => {
    const html = readFileSync(path.join(publishedBuild.out, 'map/index.html'))
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(40_000)
  })

  it.each([320, 360, 768, 1024, 1280, 1920])(
    'has the picture and the list without script at %i pixels, and does not scroll sideways',
    async (width) => {
      const seen = await stage.visit(
        'map/',
        async (page) => ({
          nodes: await page.locator('svg [data-node]').count(),
          listed: await page.locator('[data-map-list] li a').count(),
          controls: await page.locator('[data-map-form]').isVisible(),
          picture: await page.locator('[data-map-svg]').boundingBox(),
          title: await page.locator('svg .map-title').first().boundingBox(),
          head: await page.getByRole('heading', { level: 1 }).boundingBox(),
          overflow: (await (await page.context().newCDPSession(page)).send('Page.getLayoutMetrics'))
            .cssContentSize.width,
        }),
        { ...still, viewport: { width, height: 800 } },
      )
      expect(seen.nodes).toBeGreaterThan(100)
      expect(seen.listed).toBe(seen.nodes)
      expect(seen.controls).toBe(false)
      expect(seen.overflow).toBeLessThanOrEqual(width)
      // Legible: a line of a title is at least as high as small print.
      expect(seen.title?.height).toBeGreaterThan(10)
      expect(seen.picture?.width).toBeGreaterThan(1000)
      expect(seen.head?.y).toBeLessThan(seen.picture?.y ?? 0)
    },
  )

  it('leads to a node without script', async () => {
    const arrived = await stage.visit(
      'map/',
      async (page) => {
        await page.locator('svg [data-node="0"]').click()
        return page.url()
      },
      still,
    )
    expect(new URL(arrived).pathname).toMatch(/^\/assay\/c\/[a-z0-9-]+\/$/)
  })

  it('has what a script shows hidden until there is reason for it', async () => {
    const shown = await look(async (page) => {
      await page.locator('[data-live]').waitFor()
      await page.getByText('Filters', { exact: true }).click()
      const isShown = async (what: string) => [what, await page.locator(what).isVisible()] as const
      const all = ['[data-map-form]', '[data-map-own-none]', '[data-map-own]', '[data-map-focused]', '[data-map-picked]']
      return Object.fromEntries(await Promise.all(all.map(isShown)))
    })
    expect(shown).toEqual({
      '[data-map-form]': true,
      '[data-map-own-none]': true,
      '[data-map-own]': false,
      '[data-map-focused]': false,
      '[data-map-picked]': false,
    })
  })

  it('is printed with its picture on one page and without controls', async () => {
    const seen = await look(async (page) => {
      await page.emulateMedia({ media: 'print' })
      const shown = (what: string) => page.locator(what).first().isVisible()
      return {
        picture: await page.locator('[data-map-svg]').boundingBox(),
        controls: await shown('[data-map-form]'),
        zoom: await shown('.map-zoom'),
        legend: await shown('.legend'),
      }
    }, 760)
    // A sheet of A4 within margins of 2 cm, at 96 pixels an inch.
    expect(seen.picture?.height).toBeLessThanOrEqual(257 * (96 / 25.4))
    expect(seen.picture?.height).toBeGreaterThan(600)
    expect(seen).toMatchObject({ controls: false, zoom: false, legend: true })
  })
})

describe('the picture, as a browser measures it,', () => {
  it('has each ring on the line of the step that it doubts', async () => {
    const off = await look((page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<SVGCircleElement>('[data-map-svg] .map-ring')].flatMap((ring) => {
          const line = ring.parentElement?.querySelector<SVGPathElement>('.map-line')
          const middle = new DOMPoint(ring.cx.baseVal.value, ring.cy.baseVal.value)
          return line?.isPointInStroke(middle) ? [] : [ring.parentElement?.dataset['edge']]
        }),
      ),
    )
    expect(off).toEqual([])
  })

  it('has every line begin and end at its nodes, and pass through no other', async () => {
    const wrong = await look((page) => page.evaluate(linesThroughBoxes))
    expect(wrong).toEqual([])
  })

  it('has every title inside its box', async () => {
    const wrong = await look((page) =>
      page.evaluate(async () => {
        await document.fonts.ready
        return [...document.querySelectorAll<SVGAElement>('[data-map-svg] .map-node')].flatMap((node) => {
          const shape = node.querySelector<SVGPathElement>('.map-shape')!
          const title = node.querySelector<SVGTextElement>('.map-title')!
          const { x, y, width, height } = title.getBBox()
          const corners = [x, x + width].flatMap((at) => [new DOMPoint(at, y + 3), new DOMPoint(at, y + height - 3)])
          return corners.every((corner) => shape.isPointInFill(corner)) ? [] : [title.textContent]
        })
      }),
    )
    expect(wrong).toEqual([])
  })
})

/** Edges whose line comes into the box of a node that is not theirs; run in the page. */
function linesThroughBoxes(): readonly string[] {
  const svg = document.querySelector('[data-map-svg]')!
  const boxes = [...svg.querySelectorAll<SVGAElement>('[data-node]')].map((node) => ({
    node: Number(node.dataset['node']),
    box: node.querySelector<SVGPathElement>('.map-shape')!.getBBox(),
  }))
  return [...svg.querySelectorAll<SVGGElement>('[data-edge]')].flatMap((edge) => {
    const line = edge.querySelector<SVGPathElement>('.map-line')!
    const length = line.getTotalLength()
    const crossed = new Set<number>()
    for (let at = 0; at <= length; at += 4) {
      const { x, y } = line.getPointAtLength(at)
      for (const { node, box } of boxes) {
        const isIn = x > box.x + 15 && x < box.x + box.width - 15 && y > box.y + 1 && y < box.y + box.height - 1
        if (isIn) crossed.add(node)
      }
    }
    return crossed.size === 0 ? [] : [`edge ${edge.dataset['edge']} through ${[...crossed].join(', ')}`]
  })
}
