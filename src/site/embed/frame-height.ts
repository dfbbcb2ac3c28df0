import type { ArgumentNode } from '../../core/document.ts'
import { textWidth as columns } from '../../outputs/text-width.ts'
import { textWidth as sansWidth } from '../charts/text-width.ts'

/** What decides how high the card of a node is. */
export type Framed = Pick<ArgumentNode, 'title' | 'statement' | 'withdrawn'>

/** The width of a frame that leaves the choice to us, in pixels of CSS. */
export const frameWidth = 640

/** The narrowest frame in which the whole card is to be seen at once, without its padding. */
const narrowest = 320 - 2 * 16
/** How much wider the serifs of our readers' systems run than the letters that are measured. */
const serif = 1.24

/**
 * The height of a frame, in pixels of CSS, in which all of a node's card is seen from 320 pixels of
 * width upwards, where the text has the usual size. It is reckoned for wide typefaces and never
 * exact: a frame that is too low scrolls. A multiple of 10.
 */
export function frameHeight({ title, statement, withdrawn }: Framed): number {
  const fixed = 4 * 16 + 2 * 20 + 2 * 20 + 40
  const words = [
    { text: title, size: 17.6, line: 23 },
    { text: statement, size: 16.8, line: 25 },
    ...(withdrawn === undefined ? [] : [{ text: withdrawn.reason, size: 15, line: 22 }]),
  ]
  const heights = words.map(({ text, size, line }) => line * linesOf(text, narrowest / size))
  const successors = withdrawn === undefined ? 0 : 44 * Math.min(withdrawn.see.length + 2, 4)
  const height = heights.reduce((sum, each) => sum + each, fixed + successors)
  return Math.ceil(height / 10) * 10
}

/** The lines that a text takes, for a font size of 1; words that are wider than a line are broken. */
function linesOf(text: string, width: number): number {
  let lines = 1
  let filled = 0
  for (const word of text.trim().split(/\s+/)) {
    const gap = filled === 0 ? 0 : 0.3
    const wide = widthOf(word)
    if (filled > 0 && filled + gap + wide > width) {
      lines += 1
      filled = wide
    } else filled += gap + wide
    const more = Math.ceil(filled / width) - 1
    lines += Math.max(more, 0)
    filled -= Math.max(more, 0) * width
  }
  return lines
}

/** The width of a word in a wide serif typeface, for a font size of 1. */
function widthOf(word: string): number {
  const plain = word.replace(/[^!-~]/gu, '')
  const other = word.replace(/[!-~]/g, '')
  return serif * sansWidth(plain) + 0.65 * columns(other)
}
