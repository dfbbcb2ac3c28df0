import { plugins, type RisRecord } from '@citation-js/core'
import '@citation-js/plugin-ris'
import type { CslRecord } from './csl-fields.ts'

/** The records of a text of RIS, by tag. Total. */
export function readRis(text: string): readonly RisRecord[] {
  // One space before the hyphen is common, and two are what the format says.
  const plain = text.replace(/^([A-Z][A-Z0-9]) {1,3}-(?: |$)/gm, '$1  - ')
  return plugins.input.data(plain, '@ris/file')
}

/** What a record says in the names of CSL-JSON; undefined where it cannot be read. */
export function risToCsl(record: RisRecord): CslRecord | undefined {
  try {
    const csl = plugins.input.data(record, '@ris/record')
    const issued = ['DA', 'Y1', 'PY'].map((tag) => first(record[tag])).sort(byLength)[0]
    const isArxiv = /^arxiv:/i.test(first(record['AN']) ?? first(record['M1']) ?? '')
    return {
      ...csl,
      ...(issued === undefined ? {} : { issued }),
      ...(isArxiv ? { number: first(record['AN']) ?? first(record['M1']) } : {}),
    }
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value[0] : value
}

// A longer date says more: the day where another tag has the year alone.
function byLength(a: string | undefined, b: string | undefined): number {
  return (b ?? '').length - (a ?? '').length
}
