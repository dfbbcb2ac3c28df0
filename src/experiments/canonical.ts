import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A run that ended in a number that is none, or in something that is no data. */
export class ResultError extends Error {}

/**
 * Data with sorted keys and numbers rounded to 10 significant digits, ready for JSON. Entries that
 * are undefined are left out.
 *
 * @throws ResultError for a number that is not finite, and for what JSON cannot say.
 */
export function canonical(data: unknown, path = 'the result'): unknown {
  if (data === null || typeof data === 'string' || typeof data === 'boolean') return data
  if (typeof data === 'number') {
    if (!Number.isFinite(data)) throw new ResultError(`In ${path} there is ${data}, which is no finite number.`)
    return Number(data.toPrecision(10)) + 0
  }
  if (Array.isArray(data)) return data.map((item, i) => canonical(item, `${path}/${i}`))
  if (typeof data !== 'object' || ArrayBuffer.isView(data)) {
    throw new ResultError(`In ${path} there is something that JSON cannot say.`)
  }
  const entries = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, canonical(value, `${path}/${key}`)]))
}

/** SHA-256 of canonical JSON, in hexadecimal. */
export function digestOf(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical(data)))))
}
