import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escapeLabel } from '../../src/core/mermaid-label.ts'
import { renderMermaid } from '../../src/site/diagram/render-mermaid.ts'
import { textWidth } from '../../src/site/diagram/text-metrics.ts'
import { examples } from './svg-page.ts'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const CSS = readFileSync(new URL('../../src/site/diagram/diagram.css', import.meta.url), 'utf8')
const VARIABLES = `:root { --sans: 'S'; --ink: #111; --paper: #fff; --muted: #666; --rule: #ccc;
  --claim: #00f; --evidence: #080; --counter: #c00; --question: #808;
  --supports: #070; --rebuts: #b00; --undercuts: #a60 }`

const FOREIGN = `flowchart BT
  n0("${escapeLabel('知ることは気にかけることではない')}"):::claim
  n1(["${escapeLabel('هل المعرفة هي الاهتمام؟')}"]):::question
  n2{{"${escapeLabel('Emoji 👩‍👩‍👧 🇬🇧 ⚖️ and more of them')}"}}:::counterargument
  n2 e0@-->|rebuts| n0
  n0 e1@-->|answers| n1
  class e0 rebuts
  class e1 answers`

interface Measured {
  readonly outside: readonly string[]
  readonly overlaps: readonly string[]
  readonly lines: readonly (readonly [text: string, width: number])[]
  readonly fills: readonly string[]
}

// Runs in the page.
function measure(): Measured {
  const box = (element: Element): DOMRect => element.getBoundingClientRect()
  const nodes = [...document.querySelectorAll('.node')]
  const shape = (node: Element): Element | null => node.querySelector(':is(rect, polygon, circle)')
  const outside = nodes.filter((node) => {
    const [text, around] = [node.querySelector('text'), shape(node)]
    if (!text || !around) return false
    const [inner, outer] = [box(text), box(around)]
    return inner.left < outer.left + 4 || inner.right > outer.right - 4 ||
      inner.top < outer.top || inner.bottom > outer.bottom
  })
  const overlaps = [...document.querySelectorAll('.edge-label')].filter((label) =>
    nodes.some((node) => {
      const [a, b] = [box(label), box(shape(node) ?? node)]
      return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    }),
  )
  return {
    outside: outside.map((node) => node.textContent),
    overlaps: overlaps.map((label) => label.textContent),
    lines: [...document.querySelectorAll<SVGTSpanElement>('.node tspan[y]')].map((line) => [
      line.textContent,
      line.getComputedTextLength(),
    ]),
    fills: nodes.map((node) => getComputedStyle(shape(node) ?? node).fill),
  }
}

describe.skipIf(!existsSync(CHROMIUM))('in a browser', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    page = await browser.newPage({ viewport: { width: 2400, height: 1600 } })
  }, 60_000)

  afterAll(async () => {
    await browser.close()
  })

  async function show(text: string): Promise<Measured> {
    const font = readFileSync(
      createRequire(import.meta.url).resolve(
        '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
      ),
    ).toString('base64')
    const source = `src: url(data:font/woff2;base64,${font})`
    const face = `@font-face { font-family: S; font-weight: 200 900; ${source} }`
    const svg = await renderMermaid(text, { id: 'd' })
    await page.setContent(`<!doctype html><style>${face}${VARIABLES}${CSS}</style>${svg}`)
    await page.evaluate(async () => {
      await document.fonts.load('14px S')
    })
    return await page.evaluate(measure)
  }

  it.each([...examples])('%s: labels lie in shapes, those of edges clear', async (_, text) => {
    const { outside, overlaps } = await show(text)
    expect(outside).toEqual([])
    expect(overlaps).toEqual([])
  })

  it('lines are as wide as measured without it', async () => {
    const { lines } = await show(examples.get('twelve') ?? '')
    expect(lines.length).toBeGreaterThan(12)
    for (const [text, width] of lines) {
      expect(Math.abs(width - textWidth(text) * 14), text).toBeLessThan(1)
    }
  })

  it('other scripts, in whatever font there is, stay in their shapes', async () => {
    expect((await show(FOREIGN)).outside).toEqual([])
  })

  it('kinds differ in colour', async () => {
    const { fills } = await show(FOREIGN)
    expect(new Set(fills).size).toBe(3)
  })

  it('shrinks to a narrow page', async () => {
    await page.setViewportSize({ width: 320, height: 600 })
    await show(examples.get('map-of-24') ?? '')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    await page.setViewportSize({ width: 2400, height: 1600 })
    expect(width).toBeLessThanOrEqual(320)
  })
})
