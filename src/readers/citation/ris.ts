import { plugins, type RisRecord } from '@citation-js/core'
import '@citation-js/plugin-ris'
import type { CslRecord } from './csl-fields.ts'

/** The records of a text of RIS, by tag; undefined where a field stands outside of a record. */
export function readRis(text: string): readonly RisRecord[] | undefined {
  // One space before the hyphen is common, and two are what the format says.
  const plain = text.replace(/\r\n?/g, '\n').replace(/^([A-Z][A-Z0-9]) {1,3}-(?: |$)/gm, '$1  - ')
  try {
    return plugins.input.data(plain.replace(cutLine, '$1'), '@ris/file')
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

// Some writers cut values after 70 characters, in the middle of a word.
const cutLine =
  /^((?:[A-Z][A-Z0-9] {2}- |(?![A-Z][A-Z0-9] {2}- ))[^\n]{70})\n(?![A-Z][A-Z0-9] {2}-)(?=\S| \S)/gm

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
