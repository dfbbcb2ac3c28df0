import { visible } from '../core/catalogue/entry.ts'
import { textWidth } from './text-width.ts'

/** Columns of text for a terminal; those whose head begins with a space stand to the right. */
export function toColumns(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const toRight = head.map((name) => name.startsWith(' '))
  const all = [head.map((name) => name.trim()), ...rows.map((row) => row.map(visible))]
  const widths = head.map((_, column) =>
    all.reduce((widest, row) => Math.max(widest, textWidth(row[column] ?? '')), 0),
  )
  return all.map((row) => {
    const cells = row.map((cell, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - textWidth(cell))
      return toRight[column] === true ? space + cell : cell + space
    })
    return `  ${cells.join('  ')}`.trimEnd()
  })
}
