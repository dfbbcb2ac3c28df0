import type { Cell, Measure } from '../contract.ts'

type Numbers = Pick<Measure, 'value' | 'halfWidth' | 'low' | 'high'>

/**
 * A value as it is read: with a half-width `0.479 ± 0.032`, two significant digits of the
 * half-width and the value to match; with an interval `0.055 (0.054 to 0.056)`; else four
 * significant digits. Minus is `−`, thousands have commas, what would round to nothing is `<0.001`.
 */
export function formatMeasure({ value, halfWidth, low, high }: Numbers): string {
  if (halfWidth !== undefined && halfWidth > 0) {
    const places = decimalsFor(halfWidth, 2)
    return `${formatFixed(value, places)} ± ${formatFixed(halfWidth, places)}`
  }
  if (low === undefined || high === undefined || low === high) return formatNumber(value)
  const places = decimalsFor(high - low, 2)
  const ends = [low, high].map((end) => formatFixed(end, places))
  return `${formatFixed(value, places)} (${ends.join(' to ')})`
}

/**
 * A value as a sentence gives it: at most three significant digits, and an interval no finer than
 * the value; one that would round to nothing is left out.
 */
export function sayMeasure({ value, halfWidth, low, high }: Numbers): string {
  const width = halfWidth ?? (low === undefined || high === undefined ? 0 : high - low)
  if (width === 0) return sayNumber(value)
  const size = Math.max(Math.abs(value), width)
  const places = Math.min(decimalsFor(width, 2), decimalsFor(size, 3))
  const say = (number: number) => formatFixed(places > 0 ? number : rounded(number), places)
  if (halfWidth === undefined) return `${say(value)} (${say(low as number)} to ${say(high as number)})`
  return Number(halfWidth.toFixed(places)) === 0 ? say(value) : `${say(value)} ± ${say(halfWidth)}`
}

/** A number as a sentence gives it: three significant digits, `19,700` or `6.49 billion`. */
export function sayNumber(value: number): string {
  const size = Math.abs(rounded(value))
  if (size >= 1e12 || size < 1e6) return formatNumber(rounded(value), 3)
  const [unit, name] = size < 1e9 ? [1e6, 'million'] : [1e9, 'billion']
  return `${formatNumber(rounded(value) / unit, 3)} ${name}`
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

/** A cell as it is read; nothing is a dash. */
export function cellText(cell: Cell): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  return typeof cell === 'number' ? formatNumber(cell) : formatMeasure(cell)
}

/** A number without interval, to `digits` significant digits. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return 'not a number'
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e6) return formatFixed(value, 0)
  if (size >= 1e6 || size < 1e-4) return scientific(value, Math.min(digits, 3))
  return trimZeros(formatFixed(value, decimalsFor(size, digits)))
}

/** A share between 0 and 1 as a percentage, such as `8.8 %`. */
export function formatPercent(share: number, decimals = 1): string {
  return `${formatFixed(share * 100, decimals)} %`
}

/** A number with that many decimals. */
export function formatFixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  const [whole = '', rest] = text.split('.')
  const sign = value < 0 && Number(text) !== 0 ? '−' : ''
  const tail = rest === undefined ? '' : `.${rest}`
  const smallest = `0.${'0'.repeat(Math.max(0, decimals - 1))}1`
  if (decimals > 0 && value !== 0 && Number(text) === 0) return `<${smallest}`
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${tail}`
}

/** How many decimals show `digits` significant digits of a size. */
function decimalsFor(size: number, digits: number): number {
  const exponent = Number(size.toExponential(digits - 1).split('e')[1])
  return Math.min(10, Math.max(0, digits - 1 - exponent))
}

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [String(digit), raised])),
}

function scientific(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(digits - 1).split('e')
  const sign = value < 0 ? '−' : ''
  if (value === 0) return '0'
  const raised = [...exponent].map((character) => superscripts[character] ?? '').join('')
  return `${sign}${trimZeros(mantissa)} × 10${raised}`
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
