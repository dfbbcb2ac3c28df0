import type { Reading } from '../core/document.ts'
import type { CitationFields } from '../readers/read-citation.ts'
import { writeContentFile } from './content-file.ts'

/** A source that is not a file yet. */
export interface SourceDraft {
  readonly id: string
  readonly fields: CitationFields
  readonly checked: { readonly how: Reading; readonly where: string }
  /** Markdown. */
  readonly body?: string | undefined
}

const schemaComment = 'yaml-language-server: $schema=../../.vscode/schemas/source.schema.json'

/** The content file of a source. As with `toDraft`, the path is only as good as the id. */
export function toSourceDraft(draft: SourceDraft): { readonly path: string; readonly text: string } {
  const body = (draft.body ?? '').replace(/\r\n?/g, '\n').trim()
  const text = writeContentFile(
    { ...draft.fields, checked: draft.checked },
    body === '' ? '' : `\n${body}\n`,
    [schemaComment],
  )
  return { path: `content/sources/${draft.id}.md`, text }
}
