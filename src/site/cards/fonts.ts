import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { Font, Glyph, GlyphRun } from 'fontkit'

/** How text is set on a card: a serif for statements, a sans for labels, each also semi-bold. */
export type Face = 'serif' | 'serif-bold' | 'sans' | 'sans-bold'

/** A font, opened, with the outlines that were asked for. */
export interface CardFont {
  readonly name: string
  readonly font: Font
  readonly outlines: Map<number, string>
}

const require = createRequire(import.meta.url)

const serif = (style: string) =>
  `@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`
const sans = (style: string) => `@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`
const others = (style: string) => [
  `@expo-google-fonts/noto-sans-arabic/${style}/NotoSansArabic_${style}.ttf`,
  `@expo-google-fonts/noto-sans-hebrew/${style}/NotoSansHebrew_${style}.ttf`,
]
const emoji = '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'

const regular = '400Regular'
const bold = '600SemiBold'
const files: Readonly<Record<Face, readonly string[]>> = {
  serif: [serif(regular), sans(regular), ...others(regular), emoji],
  'serif-bold': [serif(bold), sans(bold), ...others(bold), emoji],
  sans: [sans(regular), serif(regular), ...others(regular), emoji],
  'sans-bold': [sans(bold), serif(bold), ...others(bold), emoji],
}

const opened = new Map<string, CardFont>()

function open(name: string): CardFont {
  let known = opened.get(name)
  if (known === undefined) {
    const font = fontkit.openSync(require.resolve(name)) as Font
    known = { name, font, outlines: new Map() }
    opened.set(name, known)
  }
  return known
}

const pictured = /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u
const unseen = /[\u200c\u200d\ufe0e\ufe0f\u{e0020}-\u{e007f}]/gu

const found = new Map<string, CardFont | undefined>()

/**
 * The first font of a face that has all characters of a grapheme, an emoji font first where the
 * grapheme asks for a picture; undefined where none has. Joiners, variation selectors and tags
 * are not asked for.
 */
export function fontFor(grapheme: string, face: Face): CardFont | undefined {
  const key = `${face} ${grapheme}`
  if (!found.has(key)) found.set(key, find(grapheme, face))
  return found.get(key)
}

function find(grapheme: string, face: Face): CardFont | undefined {
  const list = files[face]
  const codes = [...grapheme.replace(unseen, '')].map((character) => character.codePointAt(0) ?? 0)
  const order = pictured.test(grapheme) ? [emoji, ...list] : list
  const name = order.find(
    (each) => codes.length > 0 && codes.every((code) => open(each).font.hasGlyphForCodePoint(code)),
  )
  return name === undefined ? undefined : open(name)
}

/** A text as glyphs with their places, in the order of sight; it depends on the text alone. */
export function layOut({ font }: CardFont, text: string, rightToLeft: boolean): GlyphRun {
  // A font keeps glyphs with the characters for which they were first asked, and by these it would
  // join other letters differently.
  Object.assign(font, { _glyphs: {} })
  return font.layout(text, undefined, undefined, undefined, rightToLeft ? 'rtl' : 'ltr')
}

/** The outline of a glyph, as the data of an SVG path in units of its font, y upwards. */
export function outlineOf({ outlines }: CardFont, glyph: Glyph): string {
  let outline = outlines.get(glyph.id)
  if (outline === undefined) {
    outline = glyph.path.toSVG()
    outlines.set(glyph.id, outline)
  }
  return outline
}
