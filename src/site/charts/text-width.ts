/** Font size and line height of all words of a chart, in the units of the drawing. */
export const fontSize = 13
export const lineHeight = 16

// Widths of U+0020 to U+007E in Source Sans 3 at weight 400, in hundredths of the font size. The
// browser could measure, but the build could not do it alike, and both draw the same chart.
const widths =
  '20 29 43 50 50 82 61 25 30 30 42 50 25 31 25 35 50 50 50 50 50 50 50 50 50 50 25 25 50 50 50 42 ' +
  '85 54 59 57 62 53 49 62 65 26 48 58 49 73 65 66 57 66 57 53 54 65 52 79 51 48 54 30 35 30 50 50 ' +
  '54 50 55 46 55 50 29 50 54 25 25 49 26 83 55 54 55 55 35 42 34 54 47 72 45 47 42 30 24 30 50'
const hundredths = widths.split(' ').map(Number)

/** Width of a line of text for a font size of 1, without kerning. */
export function textWidth(text: string): number {
  let sum = 0
  for (const character of text) sum += hundredths[(character.codePointAt(0) ?? 0) - 32] ?? 55
  return sum / 100
}

/** Breaks text at spaces into lines of at most `width`, for a font size of 1; words stay whole. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer) > width) lines.push(word)
    else lines.splice(-1, 1, longer)
  }
  return lines
}

/** Width of the longest of some lines, for a font size of 1. */
export function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(textWidth))
}
