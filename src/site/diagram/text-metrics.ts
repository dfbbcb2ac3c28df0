import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'

const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const

const WIDE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\uff00-\uff60]/u
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const MARK = /[\p{Mn}\p{Me}\p{Cf}]/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Height of a line and depth of its baseline, as parts of the font size. */
export const LINE_HEIGHT = 1.25
export const BASELINE = 0.94

let fonts: readonly Font[] | undefined
const widths = new Map<string, number>()

function openFont(subset: string): Font {
  const path = createRequire(import.meta.url).resolve(
    `@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`,
  )
  const font = fontkit.create(readFileSync(path)) as Font
  // `getVariation` cannot read WOFF2 and the font's default weight is 200. Set this way, advances
  // and kerning follow the weight; outlines, which that would break, are declared as known.
  return Object.assign(font, { variationCoords: [400], _transformedGlyphs: [] })
}

function fontFor(grapheme: string): Font | undefined {
  fonts ??= SUBSETS.map(openFont)
  const codes = [...grapheme].map((character) => character.codePointAt(0) ?? 0)
  return fonts.find((font) => codes.every((code) => font.hasGlyphForCodePoint(code)))
}

function fallbackWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 1.3
  if (WIDE.test(grapheme)) return 1
  return 0.7 * [...grapheme].filter((character) => !MARK.test(character)).length
}

function measure(text: string): number {
  let width = 0
  let run = ''
  let runFont: Font | undefined
  const flush = (): void => {
    if (runFont) width += runFont.layout(run).advanceWidth / runFont.unitsPerEm
    run = ''
  }
  for (const { segment } of graphemes.segment(text)) {
    const font = fontFor(segment)
    if (font !== runFont) flush()
    runFont = font
    if (font) run += segment
    else width += fallbackWidth(segment)
  }
  flush()
  return width
}

/**
 * Width of a line of text in Source Sans 3 at weight 400, kerning included, for a font size of 1.
 * Characters outside the font count as 1 (Han, kana, Hangul), 1.3 (emoji) or 0.7.
 */
export function textWidth(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  const width = measure(text)
  widths.set(text, width)
  return width
}
