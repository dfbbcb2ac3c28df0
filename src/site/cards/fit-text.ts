import { breakLines, wholeWidth } from './break-lines.ts'
import { toParagraph, type Paragraph } from './paragraph.ts'
import type { Face } from './fonts.ts'
import { setLine, type SetLine } from './set-line.ts'

/** Room for a text and the sizes it may have, in pixels. */
export interface Room {
  readonly face: Face
  readonly width: number
  readonly height: number
  /** Font sizes, large to small; text that fits none of them ends with an ellipsis. */
  readonly sizes: readonly number[]
  /** Height of a line as part of the font size. */
  readonly leading: number
  readonly mostLines?: number
}

/** A text that fits its room. */
export interface FittedText {
  readonly lines: readonly SetLine[]
  readonly size: number
  /** Height of a line in pixels. */
  readonly leading: number
}

/** A line that is broken loses the space at its end: what that may come to, of the whole width. */
const slack = 0.15

/** Characters of which at most so many are looked at. */
const longest = 600

/** Sets a text as large as its room allows; an empty text has no lines. */
export function fitText(text: string, room: Room): FittedText {
  if (text.length > longest) return fitText(`${text.slice(0, longest - 1)}…`, room)
  const paragraph = toParagraph(text, room.face)
  for (const size of room.sizes) {
    const lines = linesAt(paragraph, size, room)
    if (lines !== undefined) return { lines, size, leading: size * room.leading }
  }
  return fitText(shortened(text, roomFor(room) / wholeWidth(paragraph)), room)
}

function mostLinesAt(size: number, { height, leading, mostLines = Infinity }: Room): number {
  return Math.min(mostLines, Math.floor(height / (size * leading)))
}

/** Width of all lines together at the smallest size, for a font size of 1. */
function roomFor(room: Room): number {
  const smallest = Math.min(...room.sizes)
  return (mostLinesAt(smallest, room) * room.width) / smallest
}

function linesAt(paragraph: Paragraph, size: number, room: Room): readonly SetLine[] | undefined {
  const most = mostLinesAt(size, room)
  if (wholeWidth(paragraph) * size > most * room.width * (1 + slack)) return undefined
  const parts = breakLines(paragraph, room.width / size)
  if (parts.length > most) return undefined
  const lines = parts.map(({ start, end }) => setLine(paragraph, start, end))
  return lines.every(({ width }) => width * size <= room.width) ? lines : undefined
}

/** The beginning of a text, about so much of it as is asked for, with an ellipsis. */
function shortened(text: string, part: number): string {
  const words = text.replace(/…$/, '').trimEnd()
  const length = Math.floor(words.length * Math.min(0.93, part))
  const cut = words.lastIndexOf(' ', length)
  const keep = cut > length * 0.6 ? cut : length
  return `${words.slice(0, keep).replace(/[\s,;:.]+$/, '')}…`
}
