/** What a cell may hold; what is undefined or no number is empty. */
export type Cell = string | number | boolean | undefined

/**
 * A table as CSV (RFC 4180). What a spreadsheet would take for a formula begins with `'`, also after
 * blanks; numbers have ten digits at most, truth values are `yes` and `no`.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')
}

/** Whether a text gets a `'` before it in a cell. */
export function isFormula(text: string): boolean {
  return /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text)
}

function toCell(cell: Cell): string {
  if (cell === undefined || Number.isNaN(cell)) return ''
  if (typeof cell === 'number') return String(Number(cell.toPrecision(10)))
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const safe = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
