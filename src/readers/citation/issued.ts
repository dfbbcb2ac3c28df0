import { dateParts } from '../schemas/source.ts'

/**
 * A date of CSL-JSON, of Crossref or of a text, as sources write it: the year alone as a number,
 * else `YYYY-MM` or `YYYY-MM-DD`. What is no day of the calendar is left out from the month on.
 * Of a range it is the first day; undefined where there is no year.
 */
export function toIssued(value: unknown): string | number | undefined {
  const [year, month, day] = partsOf(value)
  if (year === undefined || dateParts(pad(year, 4)) === undefined || year < 1000) return undefined
  const toMonth = `${pad(year, 4)}-${pad(month ?? 0, 2)}`
  const toDay = `${toMonth}-${pad(day ?? 0, 2)}`
  return [toDay, toMonth].find((written) => dateParts(written) !== undefined) ?? year
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

function partsOf(value: unknown): readonly number[] {
  if (typeof value === 'string' || typeof value === 'number') return partsOfText(String(value))
  if (typeof value !== 'object' || value === null) return []
  const date = value as Record<string, unknown>
  const parts = date['date-parts']
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  const list: unknown = Array.isArray(first) ? first : parts
  if (Array.isArray(list) && list.length > 0) {
    const numbers = list.slice(0, 3).map((part) => (part === null ? NaN : Number(part)))
    const end = numbers.findIndex((part) => !Number.isInteger(part) || part < 1)
    return end === -1 ? numbers : numbers.slice(0, end)
  }
  const text = date['raw'] ?? date['literal'] ?? date['date-time']
  return typeof text === 'string' ? partsOfText(text) : []
}

function partsOfText(text: string): readonly number[] {
  const found = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(text)
  const year = found ?? /(?<!\d)(\d{4})(?!\d)/.exec(text.slice(0, 100))
  return (year ?? []).slice(1).filter((part) => part !== undefined).map(Number)
}
