import { boxWidth, wrap } from './boxes.ts'

const headingSize = 18
export const headingLine = 22
const farSize = 88
/** The serif face of headings is so much wider than the sans face that is measured. */
const serif = 1.07
/** The line above it, which says what the essay calls the part. */
export const labelLine = 20

/** The title of a part in the lines of its heading. */
export function headingLines(title: string): readonly string[] {
  return wrap(title.trim().split(/\s+/), (boxWidth + 6) / (headingSize * serif))
}

/** A title across a strip of the drawing, in letters that can be read when all of it is in a window. */
export function farLines(title: string, width: number, height: number) {
  const words = title.trim().split(/\s+/)
  const room = (0.92 * width) / (farSize * serif)
  const { length } = wrap(words, room)
  let lines = wrap(words, room)
  // As narrow as it can be without another line, so that lines are about as long as each other.
  for (let narrow = room * 0.95; narrow > room / 2; narrow *= 0.95) {
    const tried = wrap(words, narrow)
    if (tried.length > length) break
    lines = tried
  }
  return { lines, size: Math.floor(Math.min(farSize, (0.9 * height) / length)) }
}

/** The height that the heading of a part takes. */
export function headingHeight(title: string): number {
  return labelLine + headingLines(title).length * headingLine
}
