/**
 * A title in at most so many lines of a width, as `measure` tells widths; “…” stands for what is
 * left over. A word wider than a line stands in a line of its own.
 */
export function breakTitle(
  title: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of title.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || measure(longer) <= width) {
      line = longer
    } else if (lines.length === most - 1) {
      return [...lines, `${line} …`]
    } else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}
