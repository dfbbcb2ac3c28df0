import { graphemesOf } from './clean-text.ts'
import type { Paragraph } from './paragraph.ts'
import { widthOf } from './set-line.ts'

/** A line as the part of its paragraph from `start` to `end`, without the spaces around it. */
export interface Line {
  readonly start: number
  readonly end: number
}

/** Something that is not broken, and the space that parts it from what is before it. */
interface Unit extends Line {
  readonly width: number
  readonly space: number
}

/** A line may end after these, where a letter follows. */
const breaks = /(?<=[^\s\-\u2010–—/][\-\u2010–—/])(?=\p{L})/u

/** Part of a line below which a word is kept whole. */
const narrow = 0.4

const words = new WeakMap<Paragraph, readonly Unit[]>()

function wordsOf(paragraph: Paragraph): readonly Unit[] {
  const known = words.get(paragraph)
  if (known !== undefined) return known
  let start = 0
  const found = paragraph.text.split(' ').map((word): Unit => {
    const end = start + word.length
    const space = start === 0 ? 0 : widthOf(paragraph, start - 1, start)
    const unit = { start, end, width: widthOf(paragraph, start, end), space }
    start = end + 1
    return unit
  })
  words.set(paragraph, found)
  return found
}

/** Width of a paragraph on a single line, for a font size of 1. */
export function wholeWidth(paragraph: Paragraph): number {
  return wordsOf(paragraph).reduce((sum, { width, space }) => sum + width + space, 0)
}

function narrowed(paragraph: Paragraph, word: Unit, width: number): readonly Unit[] {
  if (word.width <= width * narrow) return [word]
  return cutOnce(paragraph, word, (text) => text.split(breaks)).flatMap((part) =>
    part.width <= width ? [part] : cutOnce(paragraph, part, graphemesOf),
  )
}

const pieces = new WeakMap<Unit, readonly Unit[]>()

function cutOnce(
  paragraph: Paragraph,
  unit: Unit,
  into: (text: string) => readonly string[],
): readonly Unit[] {
  let found = pieces.get(unit)
  if (found === undefined) {
    found = cut(paragraph, unit, into(paragraph.text.slice(unit.start, unit.end)))
    if (found[0] !== unit) pieces.set(unit, found)
  }
  return found
}

function cut(paragraph: Paragraph, unit: Unit, parts: readonly string[]): readonly Unit[] {
  if (parts.length === 1) return [unit]
  let start = unit.start
  return parts.map((part, i) => {
    const end = start + part.length
    const space = i === 0 ? unit.space : 0
    const piece = { start, end, width: widthOf(paragraph, start, end), space }
    start = end
    return piece
  })
}

/** The first part of a list that begins at each unit and ends a line best, and what that costs. */
interface Plan {
  readonly lines: number
  readonly cost: number
  readonly next: number
}

function plan(list: readonly Unit[], width: number): readonly Plan[] {
  const plans: Plan[] = []
  plans[list.length] = { lines: 0, cost: 0, next: list.length }
  for (let first = list.length - 1; first >= 0; first--) {
    let best: Plan | undefined
    let taken = 0
    for (let next = first + 1; next <= list.length; next++) {
      const unit = list[next - 1] as Unit
      taken += unit.width + (next - 1 === first ? 0 : unit.space)
      if (taken > width && next > first + 1) break
      const rest = plans[next] as Plan
      const lines = rest.lines + 1
      const cost = rest.cost + (width - taken) ** 2
      if (best === undefined || lines < best.lines || (lines === best.lines && cost < best.cost)) {
        best = { lines, cost, next }
      }
    }
    plans[first] = best as Plan
  }
  return plans
}

/**
 * Breaks a paragraph into as few lines as fit a width, given for a font size of 1, and those as
 * nearly of one length as can be. A word that is wide is broken after its hyphens, and one that is
 * wider than a line between graphemes.
 */
export function breakLines(paragraph: Paragraph, width: number): readonly Line[] {
  if (paragraph.text === '') return []
  const list = wordsOf(paragraph).flatMap((word) => narrowed(paragraph, word, width))
  const plans = plan(list, width)
  const lines: Line[] = []
  for (let first = 0; first < list.length; ) {
    const { next } = plans[first] as Plan
    lines.push({ start: (list[first] as Unit).start, end: (list[next - 1] as Unit).end })
    first = next
  }
  return lines
}
