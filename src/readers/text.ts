import type { SourceFile } from '../core/document.ts'
import { fileStart, type Place, type Point } from '../core/place.ts'
import { problem, type Problem } from '../core/problem.ts'
import { findCharacterProblems } from './characters.ts'

/** Characters a file may have; beyond that it is not read. */
export const largestFile = 262_144

/** A file's text with every line ended by `\n` and without a byte order mark. */
export interface FileText {
  readonly file: string
  readonly text: string
  /** Columns by which the first line was shortened: 1 after a byte order mark. */
  readonly shift: number
  /** The place of the characters from `start` up to `end`. */
  placeOf(start: number, end: number): Place
}

/** Normalises a file, with what is wrong with its characters; no value where it is too large. */
export function readText(
  source: SourceFile,
  limit = largestFile,
): { value?: FileText; problems: Problem[] } {
  const { path: file } = source
  const problems: Problem[] = []
  if (source.text.length > limit) {
    problems.push(problem('file-too-large', fileStart(file), { size: source.text.length, limit }))
    return { problems }
  }
  const marked = source.text.startsWith('\ufeff')
  const shift = marked ? 1 : 0
  if (marked) problems.push(problem('byte-order-mark', span(file, 1, 1, 1, 2), {}))
  const unmarked = marked ? source.text.slice(1) : source.text
  const text = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked
  const placeOf = placer(file, text, shift)
  const value = { file, text, shift, placeOf }
  if (text.length < unmarked.length || unmarked.includes('\r')) {
    problems.push(...findLoneReturns(unmarked, placeOf))
  }
  problems.push(...findCharacterProblems(text, placeOf))
  return { value, problems }
}

function findLoneReturns(text: string, placeOf: FileText['placeOf']): Problem[] {
  const found: Problem[] = []
  let pairs = 0
  for (const match of text.matchAll(/\r\n?/g)) {
    if (match[0].length === 2) pairs++
    else if (found.length < 50) {
      const start = match.index - pairs
      found.push(problem('invalid-character', placeOf(start, start), { character: '\r' }))
    }
  }
  return found
}

/** A place on given lines and columns. */
export function span(
  file: string,
  startLine: number,
  startColumn: number,
  endLine: number,
  endColumn: number,
): Place {
  return {
    file,
    start: { line: startLine, column: startColumn },
    end: { line: endLine, column: endColumn },
  }
}

/** A function from offsets of a text to places; the lines are counted when first asked. */
export function placer(file: string, text: string, shift = 0, firstLine = 1): FileText['placeOf'] {
  let starts: number[] | undefined
  const pointOf = (offset: number): Point => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const column = offset - (starts[low] ?? 0) + 1 + (low === 0 ? shift : 0)
    return { line: low + firstLine, column }
  }
  return (start, end) => ({ file, start: pointOf(start), end: pointOf(Math.max(start, end)) })
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
