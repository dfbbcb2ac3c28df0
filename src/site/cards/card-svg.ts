import type { Card } from './card.ts'
import { fitText, type FittedText, type Room } from './fit-text.ts'
import type { Face } from './fonts.ts'
import { colours, kindMarks, standingMarks, type Mark } from './marks.ts'

/** Size of a card in pixels, as previews of links ask for it. */
export const cardSize = { width: 1200, height: 630 } as const

const side = 64
const middle = cardSize.width / 2
const wide = cardSize.width - 2 * side
/** Lines that text stands on, and the rule. */
const head = 90
const rule = 504
const foot = rule + 58
/** Where the title and the statement stand. */
const body = { top: 124, bottom: rule - 22, width: 1010, gap: 24 } as const
/** The middle of a card that is left where a client shows a square of it. */
const square = 596

interface Body {
  readonly title: FittedText
  readonly statement: FittedText
}

type Anchor = 'start' | 'middle' | 'end'

/**
 * Draws a card. What tells most stands on the middle axis, within the square that some clients cut
 * out: kind, title, how it stands. At the sides is where it comes from. The SVG has outlines and no
 * text, so nothing that a stranger wrote is in it.
 */
export function drawCardSvg(card: Card): string {
  const parts = [
    card.kind === undefined ? ornament() : kindLine(card.kind),
    ...bodyParts(card),
    `<path d="M${side} ${rule}h${wide}" stroke="${colours.rule}" stroke-width="2"/>`,
    ...footParts(card),
  ]
  const { width, height } = cardSize
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>${parts.join('')}</svg>`
  )
}

function kindLine({ shape, word }: NonNullable<Card['kind']>): string {
  const mark = kindMarks[shape]
  return markedWord(mark, word, { face: 'sans-bold', size: 36, y: head, colour: mark.colour }).svg
}

/** The four kinds in a row. */
function ornament(): string {
  const marks = Object.values(kindMarks)
  const size = 36
  const gap = 0.7
  const width = marks.reduce((sum, mark) => sum + mark.width, (marks.length - 1) * gap)
  let x = 0
  const drawn = marks.map((mark) => {
    const svg = `<g transform="translate(${x.toFixed(2)})" fill="${mark.colour}">${mark.svg}</g>`
    x += mark.width + gap
    return svg
  })
  return placed(middle - (width * size) / 2, head, size, drawn.join(''))
}

function bodyParts(card: Card): readonly string[] {
  const { title, statement } = fitBody(card)
  const used = spaceOf(title)
  const y = body.top + (body.bottom - body.top - used - heightOf(statement)) / 2
  const colour = card.standing?.mark === 'withdrawn' ? colours.muted : colours.ink
  return [
    textBlock(title, middle, y, colour, 'middle'),
    textBlock(statement, middle, y + used, colour, 'middle'),
  ]
}

/** Title and statement; the title makes room before the statement becomes too small to read. */
function fitBody(card: Card): Body {
  if (card.kind === undefined) return fitBodyAt(card, 112)
  const large = fitBodyAt(card, 54)
  return large.statement.size >= 40 ? large : fitBodyAt(card, 44)
}

function fitBodyAt({ title: label, statement: text }: Card, largest: number): Body {
  const { top, bottom, width } = body
  const title = fitText(label, {
    face: 'serif-bold',
    width: square,
    height: 140,
    sizes: sizes(largest, 30),
    leading: 1.15,
    mostLines: 2,
  })
  const height = bottom - top - spaceOf(title)
  const largestText = heightOf(title) === 0 ? 64 : Math.max(40, Math.min(46, title.size))
  const statement = fitText(text, {
    face: 'serif',
    width,
    height,
    sizes: sizes(largestText, 22),
    leading: 1.28,
  })
  return { title, statement }
}

function spaceOf(title: FittedText): number {
  return heightOf(title) === 0 ? 0 : heightOf(title) + body.gap
}

function footParts(card: Card): readonly string[] {
  const standing = card.standing && standingLine(card.standing)
  const width = (wide - (standing?.width ?? 0)) / 2 - 36
  const small = { face: 'sans', width, height: 80, sizes: [24], leading: 1.25 } as const
  const map = fitText(card.map, { ...small, mostLines: 2 })
  const address = fitText(card.address, { ...small, sizes: [24, 22, 20], mostLines: 1 })
  const name = card.kind === undefined ? '' : 'Assay'
  const masthead = fitText(name, { ...small, face: 'serif-bold', sizes: [32], mostLines: 1 })
  const end = side + wide
  return [
    standing?.svg ?? '',
    textBlock(map, side, foot - 8 - heightOf(map) / 2, colours.muted, 'start'),
    textBlock(masthead, end, foot - 46, colours.ink, 'end'),
    textBlock(address, end, foot - (name === '' ? 23 : 6), colours.muted, 'end'),
  ]
}

function standingLine({ mark: name, word }: NonNullable<Card['standing']>) {
  const mark = standingMarks[name]
  const at = { size: 34, y: foot + 4 }
  return name === 'in' || name === 'withdrawn'
    ? markedWord(mark, word, { ...at, face: 'sans', colour: colours.soft })
    : markedWord(mark, word, { ...at, face: 'sans-bold', colour: mark.colour })
}

function markedWord(
  mark: Mark,
  word: string,
  { face, size, y, colour }: { face: Face; size: number; y: number; colour: string },
): { readonly svg: string; readonly width: number } {
  const room: Room = { face, width: square, height: 60, sizes: [size], leading: 1.2, mostLines: 1 }
  const line = fitText(word, room).lines[0]
  const indent = mark.width + 0.42
  const width = (indent + (line?.width ?? 0)) * size
  const svg =
    `<g fill="${mark.colour}">${mark.svg}</g>` +
    `<g fill="${colour}" transform="translate(${indent.toFixed(3)})">${line?.svg ?? ''}</g>`
  return { svg: placed(middle - width / 2, y, size, svg), width }
}

function textBlock(
  text: FittedText,
  x: number,
  top: number,
  colour: string,
  anchor: Anchor,
): string {
  const parts = text.lines.map(({ svg, width }, i) => {
    const y = top + (i + 0.5) * text.leading + text.size * 0.32
    const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * width * text.size
    return placed(x - shift, y, text.size, svg)
  })
  return `<g fill="${colour}">${parts.join('')}</g>`
}

function placed(x: number, y: number, size: number, svg: string): string {
  return `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${size})">${svg}</g>`
}

function heightOf({ lines, leading }: FittedText): number {
  return lines.length * leading
}

function sizes(largest: number, smallest: number): readonly number[] {
  const count = Math.floor((largest - smallest) / 2) + 1
  return Array.from({ length: count }, (_, i) => largest - 2 * i)
}
