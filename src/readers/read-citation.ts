import { bibtexToCsl, readBibtex } from './citation/bibtex.ts'
import { textOf } from './citation/clean-text.ts'
import {
  toFields,
  type CitationFields,
  type CslRecord,
  type FoundFields,
} from './citation/csl-fields.ts'
import { readJsonRecords } from './citation/json-record.ts'
import { besideNames } from './citation/names.ts'
import { readRis, risToCsl } from './citation/ris.ts'

export type { CitationFields } from './citation/csl-fields.ts'

/** A record that can be a source. */
export interface CitationRecord {
  /** All of them pass the schema of sources. */
  readonly fields: CitationFields
  /** Fields of the record, in its own names, of which nothing is in `fields`. */
  readonly lost: readonly string[]
  /** A sentence for each value that a source cannot have. */
  readonly notices: readonly string[]
}

/** Why a text, or one record in it, cannot be a source. */
export interface CitationFault {
  /** `Unexpected …, expected …`, in a sentence. */
  readonly message: string
  /** Line of the text, from 1, where it is known. */
  readonly line?: number
}

/** What was found in a text. */
export interface ReadCitation {
  readonly records: readonly CitationRecord[]
  readonly faults: readonly CitationFault[]
}

/** Characters of a text, records in it and fields of one record. */
const mostCharacters = 200_000
const mostRecords = 20
const mostFields = 120

/**
 * Reads BibTeX, RIS, CSL-JSON, or the record of a DOI as doi.org, Crossref or DataCite give it.
 * Total: any text gives records, faults or both. Never goes online, whatever addresses it is given.
 */
export function readCitation(text: string): ReadCitation {
  if (text.length > mostCharacters) {
    return failed(`Unexpected text of ${String(text.length)} characters, expected one record.`)
  }
  const plain = text.replace(/^\ufeff/, '').trim()
  const line = text.slice(0, text.indexOf(plain)).split('\n').length - 1
  const { records, faults } = readPlain(plain)
  return { records, faults: faults.map((fault) => moved(fault, line)) }
}

function moved(fault: CitationFault, by: number): CitationFault {
  return fault.line === undefined ? fault : { ...fault, line: fault.line + by }
}

function readPlain(text: string): ReadCitation {
  if (/^[[{]/.test(text)) {
    const read = readJsonRecords(text)
    if ('fault' in read) return failed(read.fault, read.line)
    return readAll(read.records, (record) => record)
  }
  if (/^TY {1,3}-/m.test(text)) {
    const read = readRis(text)
    if (read !== undefined) return readAll(read, risToCsl)
    return failed('Unexpected field outside of a record, expected records from `TY` to `ER`.')
  }
  if (/@\s*[A-Za-z]+\s*[{(]/.test(text)) {
    const read = readBibtex(text, mostCharacters)
    if ('fault' in read) return failed(read.fault, read.line)
    const all = read.entries.slice(0, mostRecords + 1)
    return readAll(
      all.map(({ properties }) => properties),
      (properties, at) => {
        const entry = all[at]
        return entry === undefined ? undefined : bibtexToCsl({ ...entry, properties }, all)
      },
    )
  }
  return failed(unknownForm(text))
}

function unknownForm(text: string): string {
  const expected = 'expected BibTeX, RIS, CSL-JSON or the record of a DOI'
  if (text === '') return `Unexpected empty text, ${expected}.`
  if (/^(?:https?:\/\/|doi:|10\.\d{4,9}\/)\S+$/i.test(text)) {
    return `Unexpected address, ${expected}: nothing is fetched from the network.`
  }
  if (/^PMID *- /m.test(text)) return `Unexpected MEDLINE, ${expected}.`
  return `Unexpected text, ${expected}.`
}

type Convert<Raw> = (record: Raw, at: number) => CslRecord | undefined

function readAll<Raw extends CslRecord>(raw: readonly Raw[], convert: Convert<Raw>): ReadCitation {
  if (raw.length === 0) return failed('Unexpected lack of a record, expected one.')
  if (raw.length > mostRecords) {
    return failed(`Unexpected ${String(raw.length)} records, expected ${String(mostRecords)} at most.`)
  }
  const records: CitationRecord[] = []
  const faults: CitationFault[] = []
  for (const [at, record] of raw.entries()) {
    const read = readOne(record, (each) => convert(each, at))
    if ('message' in read) faults.push(read)
    else records.push(read)
  }
  return { records, faults }
}

function readOne<Raw extends CslRecord>(
  record: Raw,
  convert: (record: Raw) => CslRecord | undefined,
): CitationRecord | CitationFault {
  if (Object.keys(record).length > mostFields) {
    return { message: `Unexpected record of more than ${String(mostFields)} fields, expected fewer.` }
  }
  const csl = convert(record)
  if (csl === undefined) return { message: 'Unexpected values, expected text that can be read.' }
  const { fields, notices } = toFields(csl)
  const missing = (['title', 'author', 'issued'] as const).filter((name) => !(name in fields))
  if (missing.length > 0) {
    const names = missing.map((name) => `\`${name}\``).join(', ')
    return { message: ['Unexpected lack of ', names, '. ', ...notices].join('').trim() }
  }
  const lost = [
    ...lostFields(record, (each) => toFields(convert(each) ?? {})),
    ...besideNames('author', csl['author']),
    ...besideNames('editor', csl['editor']),
  ]
  return { fields: fields as CitationFields, lost, notices }
}

// The name in somebody's own list, and the type, which every source has.
const unsaid: ReadonlySet<string> = new Set(['id', 'type', 'TY'])

/**
 * Fields without which a record would say the same. Many are taken away at once and halved where
 * that changes something, since each try reads what is left of the record again.
 */
function lostFields<Raw extends CslRecord>(
  record: Raw,
  read: (record: Raw) => FoundFields,
): string[] {
  const { fields } = read(record)
  const said = new Set<unknown>(Object.values(fields))
  const all = JSON.stringify(fields)
  let left: Raw = record
  const lostOf = (names: readonly string[]): string[] => {
    if (names.length === 0) return []
    const fewer = without(left, new Set(names))
    if (JSON.stringify(read(fewer).fields) === all) {
      left = fewer
      return [...names]
    }
    const half = Math.ceil(names.length / 2)
    return names.length === 1 ? [] : [...lostOf(names.slice(0, half)), ...lostOf(names.slice(half))]
  }
  const names = Object.keys(record).filter(
    (name) => !unsaid.has(name) && record[name] !== undefined && !said.has(textOf(record[name])),
  )
  return lostOf(names)
}

function without<Raw extends CslRecord>(record: Raw, names: ReadonlySet<string>): Raw {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name))) as Raw
}

function failed(message: string, line?: number): ReadCitation {
  return { records: [], faults: [line === undefined ? { message } : { message, line }] }
}
