import type { CslRecord } from './csl-fields.ts'

/** Records in the JSON of CSL, of doi.org, of Crossref or of DataCite, or why there are none. */
export type JsonText =
  | { readonly records: readonly CslRecord[] }
  | { readonly fault: string; readonly line?: number }

/** Reads a text of JSON. Total. */
export function readJsonRecords(text: string): JsonText {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const fault = 'Unexpected text, expected JSON.'
    return line === undefined ? { fault } : { fault, line: Number(line) }
  }
  const records = recordsOf(value)
  return records.length === 0
    ? { fault: 'Unexpected JSON, expected a record with `title` and `author`.' }
    : { records }
}

function recordsOf(value: unknown): readonly CslRecord[] {
  if (Array.isArray(value)) return value.filter(isRecord).map(fromDataCite)
  if (!isRecord(value)) return []
  const { message, data, items } = value
  if (isRecord(message)) return recordsOf(message)
  if (Array.isArray(items)) return recordsOf(items)
  if (isRecord(data)) return recordsOf(data)
  const { attributes } = value
  return isRecord(attributes) ? [fromDataCite(attributes)] : [fromDataCite(value)]
}

function isRecord(value: unknown): value is CslRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A record of DataCite in the names of CSL-JSON; any other as it is. */
function fromDataCite(record: CslRecord): CslRecord {
  const { titles, creators, types, container, publisher } = record
  if (!Array.isArray(titles) || !Array.isArray(creators)) return record
  const { titles: _, creators: __, types: ___, doi, url, publicationYear, ...others } = record
  return {
    ...others,
    type: isRecord(types) ? (types['citeproc'] ?? types['resourceTypeGeneral']) : undefined,
    title: titles.filter(isRecord).map(({ title }) => title),
    author: creators.filter(isRecord).map(toName),
    issued: publicationYear,
    'container-title': isRecord(container) ? container['title'] : undefined,
    publisher: isRecord(publisher) ? publisher['name'] : publisher,
    DOI: doi,
    URL: url,
  }
}

function toName(creator: CslRecord): CslRecord {
  const { familyName, givenName, name } = creator
  return familyName === undefined ? { literal: name } : { family: familyName, given: givenName }
}
