import { layOut, outlineOf, type CardFont } from './fonts.ts'
import type { Paragraph } from './paragraph.ts'

/** A stretch of a line in one font and one direction, shaped: for a font size of 1. */
interface Stretch {
  readonly start: number
  readonly width: number
  readonly glyphs: readonly { readonly outline: string; readonly x: number; readonly y: number }[]
  /** The size of a unit of its font. */
  readonly unit: number
}

/** A line of outlines: its elements of SVG for a font size of 1, beginning at 0, and its width. */
export interface SetLine {
  readonly svg: string
  readonly width: number
}

const shaped = new WeakMap<CardFont, Map<string, Omit<Stretch, 'start'>>>()

function shape(font: CardFont, text: string, rightToLeft: boolean): Omit<Stretch, 'start'> {
  const known = shaped.get(font) ?? new Map<string, Omit<Stretch, 'start'>>()
  shaped.set(font, known)
  const key = `${rightToLeft ? '<' : '>'}${text}`
  let stretch = known.get(key)
  if (stretch === undefined) {
    stretch = shapeAnew(font, text, rightToLeft)
    known.set(key, stretch)
  }
  return stretch
}

function shapeAnew(font: CardFont, text: string, rightToLeft: boolean): Omit<Stretch, 'start'> {
  const run = layOut(font, text, rightToLeft)
  let pen = 0
  const glyphs = run.glyphs.map((drawn, i) => {
    const position = run.positions[i] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
    const x = pen + position.xOffset
    const glyph = { outline: outlineOf(font, drawn), x, y: position.yOffset }
    pen += position.xAdvance
    return glyph
  })
  const unit = 1 / font.font.unitsPerEm
  return { width: pen * unit, glyphs, unit }
}

function stretchesOf(paragraph: Paragraph, start: number, end: number): readonly Stretch[] {
  const { text, fonts, levels } = paragraph
  const stretches: Stretch[] = []
  const ends = (i: number) =>
    i === end ||
    fonts[i] !== fonts[i - 1] ||
    levels[i] !== levels[i - 1] ||
    (text[i] === ' ') !== (text[i - 1] === ' ')
  for (let from = start, i = start + 1; i <= end; i++) {
    if (!ends(i)) continue
    const rightToLeft = ((levels[from] ?? 0) & 1) === 1
    const part = rightToLeft ? mirrored(paragraph, from, i) : text.slice(from, i)
    stretches.push({ start: from, ...shape(fonts[from] as CardFont, part, rightToLeft) })
    from = i
  }
  return stretches
}

function mirrored({ text, mirrored: instead }: Paragraph, start: number, end: number): string {
  let part = ''
  for (let i = start; i < end; i++) part += instead.get(i) ?? text[i] ?? ''
  return part
}

/** Width of part of a paragraph on one line, for a font size of 1. */
export function widthOf(paragraph: Paragraph, start: number, end: number): number {
  return stretchesOf(paragraph, start, end).reduce((sum, { width }) => sum + width, 0)
}

/** Sets part of a paragraph on one line, in the order in which it is seen. */
export function setLine(paragraph: Paragraph, start: number, end: number): SetLine {
  const place = new Map(paragraph.inSight(start, end).map((index, i) => [index, i]))
  const first = ({ start: from }: Stretch) => place.get(from) ?? 0
  const inSight = [...stretchesOf(paragraph, start, end)].sort((a, b) => first(a) - first(b))
  let x = 0
  const parts = inSight.map(({ glyphs, width, unit }) => {
    const paths = glyphs.filter(({ outline }) => outline !== '').map(pathOf)
    const place = `translate(${x.toFixed(4)}) scale(${unit} -${unit})`
    const group = `<g transform="${place}">${paths.join('')}</g>`
    x += width
    return paths.length === 0 ? '' : group
  })
  return { svg: parts.join(''), width: x }
}

function pathOf({ outline, x, y }: Stretch['glyphs'][number]): string {
  return `<path transform="translate(${short(x)} ${short(y)})" d="${outline}"/>`
}

function short(number: number): string {
  return String(Math.round(number * 100) / 100)
}
