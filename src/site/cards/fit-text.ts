import { breakLines } from './break-lines.ts'
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
  return fitText(shortened(text), room)
}

function linesAt(paragraph: Paragraph, size: number, room: Room): readonly SetLine[] | undefined {
  const most = Math.min(room.mostLines ?? Infinity, Math.floor(room.height / (size * room.leading)))
  const parts = breakLines(paragraph, room.width / size)
  if (parts.length > most) return undefined
  const lines = parts.map(({ start, end }) => setLine(paragraph, start, end))
  return lines.every(({ width }) => width * size <= room.width) ? lines : undefined
}

function shortened(text: string): string {
  const words = text.replace(/…$/, '').trimEnd()
  const cut = words.lastIndexOf(' ')
  const keep = cut > words.length * 0.6 ? cut : Math.floor(words.length * 0.9)
  return `${words.slice(0, keep).replace(/[\s,;:.]+$/, '')}…`
}
