import { textWidth } from '../../diagram/text-metrics.ts'
import { kind } from './shape.ts'

/** All boxes have one width, so that columns are even. */
export const boxWidth = 156
export const fontSize = 13.5
export const lineHeight = 16
const padding = 5
const mostLines = 4

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A title in lines as it stands in its box; what would not fit is left out and told by "…". */
export function titleLines(title: string, shape: number): readonly string[] {
  const room = (boxWidth - roomLost(shape)) / fontSize
  const lines = wrap(title.trim().split(/\s+/), room)
  if (lines.length <= mostLines) return lines
  const last = lines[mostLines - 1] ?? ''
  return [...lines.slice(0, mostLines - 1), shorten(last, room)]
}

/** The height of a box with so many lines. */
export function boxHeight(lines: number): number {
  return Math.max(1, lines) * lineHeight + 2 * padding
}

/** What slanted and round sides take from both ends of a line. */
function roomLost(shape: number): number {
  if (shape === kind.claim) return 14
  return shape === kind.evidence ? 20 : 26
}

/** Breaks words into lines no wider than `room`, in units of the font size; long words are broken. */
export function wrap(words: readonly string[], room: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.flatMap((each) => pieces(each, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer) > room) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}

function pieces(word: string, room: number): readonly string[] {
  if (textWidth(word) <= room) return [word]
  const found: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && textWidth(piece + segment) > room) {
      found.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...found, piece]
}

function shorten(line: string, room: number): string {
  let kept = [...graphemes.segment(line)].map(({ segment }) => segment)
  while (kept.length > 0 && textWidth(`${kept.join('')}…`) > room) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}
