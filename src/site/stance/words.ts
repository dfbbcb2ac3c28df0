import { accepted, defeated } from '../../analysis/labels/grounded.ts'
import type { Label } from '../../analysis/labels/labelling.ts'

/** The label that a small number stands for. */
export function labelOf(code: number | undefined): Label {
  return code === accepted ? 'in' : code === defeated ? 'out' : 'undecided'
}

/** A strength in two decimals; words where there is none. */
export function strengthWords(strength: number | undefined): string {
  return strength === undefined || Number.isNaN(strength) ? 'no number' : strength.toFixed(2)
}

/** A number of things: "1 statement", "3 statements". */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** How much something changes, with its sign, in two decimals; words where there is no number. */
export function changeWords(change: number | undefined): string {
  if (change === undefined || Number.isNaN(change)) return 'no number'
  const size = Math.abs(change).toFixed(2)
  return size === '0.00' ? size : `${change < 0 ? '−' : '+'}${size}`
}
