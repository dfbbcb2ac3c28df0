/** A position in a text; line and column count from 1, columns in UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** Where something stands: a file of the repository and the characters from `start` up to `end`. */
export interface Place {
  readonly file: string
  readonly start: Point
  readonly end: Point
}

/** The beginning of a file, for what concerns it as a whole. */
export function fileStart(file: string): Place {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
}

/** Reading order: by file, then line, then column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.start.line - b.start.line || a.start.column - b.start.column
}
