import { boxWidth, wrap } from './boxes.ts'

export const headingSize = 18
export const headingLine = 22
/** The serif face of headings is so much wider than the sans face that is measured. */
const serif = 1.07
/** The line above it, which says what the essay calls the part. */
export const labelLine = 20

/** The title of a part in the lines of its heading. */
export function headingLines(title: string): readonly string[] {
  return wrap(title.trim().split(/\s+/), (boxWidth + 6) / (headingSize * serif))
}

/** The height that the heading of a part takes. */
export function headingHeight(title: string): number {
  return labelLine + headingLines(title).length * headingLine
}
