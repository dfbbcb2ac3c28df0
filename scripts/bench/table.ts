/** A plain table: columns as wide as their widest cell, numbers to the right. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return /^[\d.,]+( \S+)?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = rows
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join(
    '\n',
  )
}

/** What is to be reached, what is, and whether that is enough. */
export type Target = readonly [target: string, is: string, met: boolean]

/** A table of targets; `what` says of what. */
export function targetTable(what: string, targets: readonly Target[]): string {
  const rows = targets.map(([target, is, met]) => [target, is, met ? 'met' : 'not met'])
  return toTable([[`Target, ${what}`, 'is', ''], ...rows])
}

/** A duration in the unit in which it reads best. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
}
