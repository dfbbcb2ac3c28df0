import type { EarlierWording, WordChange } from '../model/wordings-file.ts'

/** What is told of an earlier wording. */
export type ToldWording = Pick<EarlierWording, 'on' | 'until' | 'diff'>

/**
 * The wording of a hash in what `/c/<id>/wordings.json` has; null where it has none of that hash.
 *
 * @throws TypeError where it is not such a file of version 1.
 */
export function readWording(file: unknown, hash: string): ToldWording | null {
  const { version, wordings } = recordOf(file)
  if (version !== 1 || !Array.isArray(wordings)) throw new TypeError('Expected wordings, version 1')
  const found = wordings.map(recordOf).find((wording) => wording['hash'] === hash)
  if (found === undefined) return null
  const { on, until, diff } = found
  if (!Array.isArray(diff) || !diff.every(isChange)) throw new TypeError('Expected changes of words')
  return { ...(isDay(on) && { on }), ...(isDay(until) && { until }), diff }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value))
}

function isChange(value: unknown): value is WordChange {
  return Array.isArray(value) && [-1, 0, 1].includes(value[0]) && typeof value[1] === 'string'
}
