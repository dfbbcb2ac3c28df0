import { visible } from '../core/catalogue/entry.ts'
import type { Place } from '../core/place.ts'
import { textWidth } from './text-width.ts'

/** A line of a frame: what stands left of the bar, and then content or the mark under it. */
export interface FrameLine {
  readonly gutter: string
  readonly text: string
  readonly mark: boolean
}

const tab = '    '
const least = 20

/**
 * The line at which a place starts, with a mark under exactly its characters. Of a long line only
 * what is around the place is given, at most `width` columns in all. Nothing where there is no such
 * line, or where the place means the whole file.
 */
export function codeFrame(
  text: string | undefined,
  place: Place,
  width: number,
): readonly FrameLine[] {
  const { start, end } = place
  const whole = start.line === 1 && start.column === 1 && end.line === 1 && end.column === 1
  const line = text === undefined || whole ? undefined : lineAt(text, start.line)
  if (line === undefined) return []
  const from = Math.min(start.column - 1, line.length)
  const stop = Math.min(Math.max(end.column - 1, from), line.length)
  const to = end.line > start.line ? line.length : stop
  const number = String(start.line)
  const room = Math.max(width - number.length - 3, least)
  const parts = cut(display(line, from, to), room)
  const marked = Math.max(textWidth(parts.marked), 1)
  return [
    { gutter: `${number} | `, text: parts.before + parts.marked + parts.after, mark: false },
    {
      gutter: `${' '.repeat(number.length)} | `,
      text: ' '.repeat(textWidth(parts.before)) + '^'.repeat(marked),
      mark: true,
    },
  ]
}

function lineAt(text: string, number: number): string | undefined {
  const ends = /\r\n?|\n/g
  for (let line = 1; line < number; line++) if (ends.exec(text) === null) return undefined
  const start = ends.lastIndex
  const next = ends.exec(text)
  return text.slice(start, next === null ? text.length : next.index)
}

interface Parts {
  readonly before: string
  readonly marked: string
  readonly after: string
}

// Far more characters than any terminal has columns: a line may be as long as a file.
const farthest = 1000

function display(line: string, from: number, to: number): Parts {
  const show = (part: string): string => visible(part.replaceAll('\t', tab))
  return {
    before: show(line.slice(Math.max(0, from - farthest), from)),
    marked: show(line.slice(from, Math.min(to, from + farthest))),
    after: show(line.slice(to, to + farthest)),
  }
}

/** Shortens to a number of columns: the marked characters first, then as much on either side. */
function cut({ before, marked, after }: Parts, room: number): Parts {
  if (textWidth(before) + textWidth(marked) + textWidth(after) <= room) {
    return { before, marked, after }
  }
  const middle = startOf(marked, room - 2)
  const rest = room - textWidth(middle)
  const left = endOf(before, Math.max(Math.floor(rest / 2), rest - textWidth(after)))
  return { before: left, marked: middle, after: startOf(after, rest - textWidth(left)) }
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

function startOf(text: string, room: number): string {
  return textWidth(text) <= room ? text : `${fitting(split(text), room - 1).join('')}…`
}

function endOf(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  return `…${fitting([...split(text)].reverse(), room - 1).reverse().join('')}`
}

function split(text: string): readonly string[] {
  return [...clusters.segment(text)].map(({ segment }) => segment)
}

/** The first parts that have room. */
function fitting(parts: readonly string[], room: number): string[] {
  let used = 0
  const end = parts.findIndex((part) => {
    used += textWidth(part)
    return used > room
  })
  return parts.slice(0, end === -1 ? parts.length : end)
}
