/** How a figure differs from its result. */
export interface Difference {
  readonly expected: string
  /** The text as the result would have it. */
  readonly nearest?: string
}

interface Measured {
  readonly value: number
  readonly halfWidth?: number
}

// A number that is not part of a word such as `GPT-4`, with its sign and thousands separators.
const number =
  /(?<![\p{L}\p{N}.,]|[\p{L}\p{N}][-–])([-−+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e([-−+]?\d+))?/giu

/**
 * Compares a figure as written with the entry of a result that the JSON pointer names: a number or
 * `{ value, halfWidth }`. The text has one number, or two with `±` between them, and numbers agree
 * if they do at the precision written; before `%` a share is meant in hundredths. Undefined if they
 * agree.
 */
export function compareFigure(
  text: string,
  result: unknown,
  pointer: string,
): Difference | undefined {
  const entry = follow(result, pointer)
  const measured = asMeasured(entry)
  if (measured === undefined) return { expected: 'a pointer to a number in the result' }
  const written = [...text.matchAll(number)]
  const [first, second, third] = written
  const between = first && second && text.slice(first.index + first[0].length, second.index)
  if (first === undefined || third !== undefined || (second && !/^\s*±\s*$/.test(between ?? ''))) {
    return { expected: 'one number, or two with `±` between them' }
  }
  if (second !== undefined && measured.halfWidth === undefined) {
    return { expected: 'a number without `±`, as the result gives no half-width' }
  }
  const scale = /^\s*%/.test(text.slice((second ?? first).index + (second ?? first)[0].length))
    ? 100
    : 1
  const values = [measured.value * scale, (measured.halfWidth ?? 0) * scale]
  if (written.every((match, i) => agrees(match, values[i] ?? 0))) return undefined
  return { expected: 'the number of the result', nearest: rewrite(text, written, values) }
}

/** The entry of parsed JSON that a JSON pointer (RFC 6901) names; undefined where there is none. */
export function follow(json: unknown, pointer: string): unknown {
  let at = json
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

function asMeasured(entry: unknown): Measured | undefined {
  if (typeof entry === 'number') return { value: entry }
  if (typeof entry !== 'object' || entry === null) return undefined
  const { value, halfWidth } = entry as Record<string, unknown>
  if (typeof value !== 'number') return undefined
  return typeof halfWidth === 'number' ? { value, halfWidth } : { value }
}

/** The power of ten of the last digit that is written. */
function lastDigit([, , , decimals = '', exponent = '0']: RegExpExecArray): number {
  return Number(exponent.replace('−', '-')) - Math.max(0, decimals.length - 1)
}

function agrees(match: RegExpExecArray, value: number): boolean {
  const [, sign, whole = '', decimals = '', exponent = '0'] = match
  const digits = Number(
    `${whole.replaceAll(',', '')}${decimals}e${exponent.replace('−', '-').replace('+', '')}`,
  )
  const written = sign === '-' || sign === '−' ? -digits : digits
  const unit = 10 ** lastDigit(match)
  // Slack for halves that binary numbers cannot say.
  return Math.abs(written - value) <= unit / 2 + Math.abs(value) * 1e-12
}

function rewrite(text: string, written: readonly RegExpExecArray[], values: number[]): string {
  let out = ''
  let from = 0
  for (const [i, match] of written.entries()) {
    out += text.slice(from, match.index) + format(match, values[i] ?? 0)
    from = match.index + match[0].length
  }
  return out + text.slice(from)
}

function format(match: RegExpExecArray, value: number): string {
  const [, sign = '', whole = '', decimals = '', exponent] = match
  const places = Math.max(0, decimals.length - 1)
  const scaled = exponent === undefined ? value : value / 10 ** Number(exponent.replace('−', '-'))
  const fixed = Math.abs(scaled).toFixed(Math.min(places, 100))
  const [int = '', rest] = fixed.split('.')
  const grouped = whole.includes(',') ? int.replace(/\B(?=(?:\d{3})+$)/g, ',') : int
  const minus = scaled < 0 && Number(fixed) !== 0 ? (sign === '-' ? '-' : '−') : ''
  const tail = exponent === undefined ? '' : `e${exponent}`
  return `${minus}${grouped}${rest === undefined ? '' : `.${rest}`}${tail}`
}
