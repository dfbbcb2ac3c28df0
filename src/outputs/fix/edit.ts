import { shown } from '../../core/catalogue/entry.ts'
import type { Point } from '../../core/place.ts'
import type { Problem } from '../../core/problem.ts'

/** One change of a file: the characters from `start` up to `end` become `text`. */
export interface Edit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
  /** What is now what, as it may stand in a report. */
  readonly says: string
  /** The problem that goes away; absent where what is mended is none to a reader. */
  readonly mends?: Problem
}

/** An edit with its sentence: `old` stands at `start` and becomes `text`. */
export function replacing(
  file: string,
  start: number,
  old: string,
  text: string,
  mends: Problem,
): Edit {
  const says = `${shown(old)} is now ${shown(text)}`
  return { file, start, end: start + old.length, text, says, mends }
}

/** A text with edits made; they are offsets of `text` and none overlaps another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new RangeError('Expected edits that do not overlap')
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join('') + text.slice(at)
}

/** The line, from 1, of an offset of a text whose lines end in `\n`. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** The offset of a point of a text whose lines end in `\n` and that has no byte order mark. */
export function offsetAt(text: string, { line, column }: Point): number {
  let start = 0
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1
  return start + column - 1
}
