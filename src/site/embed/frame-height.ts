import type { ArgumentNode } from '../../core/document.ts'
import { textWidth as columns } from '../../outputs/text-width.ts'
import { textWidth as sansWidth } from '../charts/text-width.ts'
import { shortReason } from './short-reason.ts'

/** What decides how high the card of a node is. */
export type Framed = Pick<ArgumentNode, 'title' | 'statement' | 'withdrawn'>

/** The width of a frame that leaves the choice to us, in pixels of CSS. */
export const frameWidth = 640

/** The narrowest frame in which the whole card is to be seen at once, without its padding. */
const narrowest = 320 - 2 * 16
/** A space between words, and the widest letter, for a font size of 1. */
const space = 0.3
const widest = 1.1
/** How much wider than the letters that are measured small ones and others run in wide serifs. */
const serif = { small: 1.24, other: 1.45 }

/** What the text of a card takes: its size, the height of a line, how much wider it is if bold. */
const ofTitle = { size: 17.6, line: 23, wider: 1.08 }
const ofStatement = { size: 16.8, line: 25, wider: 1 }
const ofRest = { size: 13.8, line: 20, wider: 1 }
/** Two lines on kind and map, two on its standing, one of credit, the spaces around and between. */
const always = 5 * ofRest.line + 3 * 16 + 4 * 8 + 12

/**
 * The height of a frame, in pixels of CSS, in which all of a node's card is seen from 320 pixels of
 * width upwards, where the text has the usual size. It is reckoned for wide typefaces and never
 * exact: a frame that is too low scrolls. A multiple of 10.
 */
export function frameHeight(node: Framed): number {
  const shown = textHeight(node.title, ofTitle) + textHeight(node.statement, ofStatement)
  const height = always + shown + withdrawnHeight(node)
  return Math.ceil(height / 10) * 10
}

function withdrawnHeight({ withdrawn }: Framed): number {
  if (withdrawn === undefined) return 0
  const led = Math.min(withdrawn.see.length + (withdrawn.mergedInto === undefined ? 0 : 1), 3)
  return textHeight(shortReason(withdrawn.reason), ofRest) + 8 + led * (2 * ofRest.line + 8)
}

function textHeight(text: string, { size, line, wider }: typeof ofTitle): number {
  return line * linesOf(text, narrowest / (size * wider))
}

/** The lines that a text takes, for a font size of 1; words wider than a line are broken. */
function linesOf(text: string, width: number): number {
  let lines = 1
  let filled = 0
  for (const word of text.trim().split(/\s+/)) {
    const wide = widthOf(word)
    if (filled > 0 && filled + space + wide > width) {
      lines += 1
      filled = 0
    }
    filled += wide + (filled > 0 ? space : 0)
    for (; filled > width; filled -= width - widest / 2) lines += 1
  }
  return lines
}

/** The width of a word in a wide serif typeface, for a font size of 1. */
function widthOf(word: string): number {
  const small = word.replace(/[^a-z\d]/g, '')
  const other = word.replace(/[^!-~]|[a-z\d]/gu, '')
  const foreign = word.replace(/[!-~]/g, '')
  return serif.small * sansWidth(small) + serif.other * sansWidth(other) + 0.55 * columns(foreign)
}
