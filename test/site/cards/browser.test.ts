import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'
import { chromium, type Browser, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../../scripts/setup/browser.mjs'
import { toParagraph } from '../../../src/site/cards/paragraph.ts'
import { setLine } from '../../../src/site/cards/set-line.ts'
import { hostileTexts } from './hostile-texts.ts'
import { decode, inkByColumn } from './pixels.ts'

const size = 48
const width = 1600
const height = 200
const fonts = [
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]

const lines: Readonly<Record<string, string>> = {
  Latin: 'The statement is “plain”, fi office — it goes on/over-optimised.',
  ...Object.fromEntries(
    [
      'quotes, braces and markup',
      'Arabic with numbers, English and brackets',
      'Arabic of 240 characters',
      'one Arabic word of 240 letters',
      'Arabic with vowels',
      'Persian with joiners',
      'Hebrew with points, numbers and a quotation',
      'emoji of several parts',
      'emoji between Arabic words',
      'Greek, Cyrillic and Vietnamese',
    ].map((name) => [name, [...(hostileTexts[name] ?? '')].slice(0, 60).join('').trim()]),
  ),
}

describe.skipIf(process.env['ASSAY_NO_BROWSER'] === '1')('a line as Chromium sets it', () => {
  let browser: Browser | undefined
  let page: Page | undefined

  beforeAll(async () => {
    const executablePath = findBrowser()
    if (executablePath === undefined) {
      throw new Error('No Chromium was found: `npm test` gets one, or CHROMIUM_PATH says where it is.')
    }
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    page = await browser.newPage({ viewport: { width, height } })
    await page.setContent(
      `<style>${fontFaces()} body { margin: 0; background: #fff }
      div { position: absolute; left: 40px; top: 60px; width: max-content; white-space: nowrap;
        font: ${size}px f0, f1, f2, f3, f4; color: #000 }</style><div dir="auto"></div>`,
    )
  })
  afterAll(() => browser?.close())

  it.each(Object.entries(lines))('is as wide and has its ink in the same columns: %s', async (_, text) => {
    const theirs = await inBrowser(page as Page, text)
    const paragraph = toParagraph(text, 'serif')
    const line = setLine(paragraph, 0, paragraph.text.length)
    expect(Math.abs(line.width * size - theirs.width)).toBeLessThan(2)
    expect(difference(inkByColumn(decode(theirs.png)), inkByColumn(decode(await picture(line.svg))))).toBeLessThan(0.1)
  })
})

function fontFaces(): string {
  const require = createRequire(import.meta.url)
  const faces = fonts.map((file, i) => {
    const data = readFileSync(require.resolve(`@expo-google-fonts/${file}`)).toString('base64')
    return `@font-face { font-family: f${i}; src: url(data:font/ttf;base64,${data}) }`
  })
  return faces.join('')
}

async function inBrowser(page: Page, text: string): Promise<{ width: number; png: Uint8Array }> {
  const wide = await page.evaluate(async (shown) => {
    const line = document.querySelector('div') as HTMLElement
    line.textContent = shown
    // Laid out once, so that the fonts it needs begin to load.
    line.getBoundingClientRect()
    await document.fonts.ready
    return line.getBoundingClientRect().width
  }, text)
  return { width: wide, png: await page.screenshot() }
}

async function picture(line: string): Promise<Uint8Array> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<g transform="translate(40 105) scale(${size})">${line}</g></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** The part of the ink that is not in the same column, 0 to 1. */
function difference(a: readonly number[], b: readonly number[]): number {
  const columns = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i] ?? 0, b[i] ?? 0] as const)
  const total = columns.reduce((sum, [one, other]) => sum + Math.max(one, other), 0)
  return columns.reduce((sum, [one, other]) => sum + Math.abs(one - other), 0) / total
}
