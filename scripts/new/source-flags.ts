import { findSameSource } from '../../src/analysis/same-source.ts'
import type { Reading } from '../../src/core/document.ts'
import { readings } from '../../src/core/document.ts'
import { suggestSourceId } from '../../src/outputs/draft-id.ts'
import type { SourceDraft } from '../../src/outputs/draft-source.ts'
import { readCitation, type CitationRecord } from '../../src/readers/read-citation.ts'
import { quote, UsageError, type Given } from '../lib/command.ts'
import { faultOfId, type Known } from './known.ts'
import { bodyOf, readText } from './node-flags.ts'

/** A text cannot be a source, or is one that is there; each line says why. */
export class SourceFault extends Error {}

/** A source from a record and flags. @throws UsageError @throws SourceFault */
export function sourceOf(given: Given, known: Known): { draft: SourceDraft; record: CitationRecord } {
  const { values } = given
  const how = values.get('checked') as Reading | undefined
  const where = values.get('where')
  if (how === undefined || where === undefined) {
    const missing = how === undefined ? 'checked' : 'where'
    throw new UsageError(
      `Unexpected lack of \`--${missing}\`, expected how far you read it (${readings.join(', ')})` +
        ' and what you read of it.',
    )
  }
  const record = oneRecord(readText(values.get('source-from') ?? '-'))
  refuseSame(record, known)
  const id = values.get('id') ?? suggestSourceId(record.fields, known.taken)
  if (id === undefined) {
    throw new UsageError('Unexpected lack of `--id`, expected one such as `gao2023scaling`.')
  }
  const fault = faultOfId(known, id)
  if (fault !== undefined) throw new UsageError(fault)
  return { draft: { id, fields: record.fields, checked: { how, where }, body: bodyOf(given) }, record }
}

/** The one record in a text. @throws SourceFault when there is none, or there are several. */
export function oneRecord(text: string): CitationRecord {
  const { records, faults } = readCitation(text)
  const [record, ...others] = records
  if (faults.length > 0 || record === undefined) {
    const lines = faults.map(({ message, line }) =>
      line === undefined ? message : `Line ${String(line)}: ${message}`,
    )
    throw new SourceFault(lines.join('\n'))
  }
  if (others.length === 0) return record
  throw new SourceFault(`Unexpected ${String(records.length)} records, expected one at a time.`)
}

/** @throws SourceFault when the work is a source already. */
export function refuseSame({ fields }: CitationRecord, { kb }: Known): void {
  const same = findSameSource(kb.sources.values(), fields)
  if (same === undefined) return
  throw new SourceFault(
    `Unexpected source that is there already, expected a new one: use ${quote(same.id)}.`,
  )
}

/** What of a record is not in the source, in sentences. */
export function lossLines({ lost, notices }: CitationRecord): readonly string[] {
  const named = lost.slice(0, 60).map(quote).join(', ')
  const more = lost.length > 60 ? ` and ${String(lost.length - 60)} more` : ''
  return [...notices, ...(lost.length === 0 ? [] : [`Not carried over: ${named}${more}.`])]
}
