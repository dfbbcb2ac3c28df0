import type { SourceFile } from '../../core/document.ts'
import { writeContentFile, type Plain } from '../content-file.ts'
import { nodeSchemaComment } from '../draft-node.ts'

/** Front matter and body of a content file that was made from another format. */
export interface ImportedFile {
  readonly id: string
  readonly fields: Readonly<Record<string, Plain | undefined>>
  /** Plain text of strangers. */
  readonly paragraphs: readonly string[]
  /** Markdown after it, as written. */
  readonly markdown?: string
}

/** The content file of an import: `map` and `id` are ids, so that it stands in the map's folder. */
export function toImportedFile(map: string, file: ImportedFile): SourceFile {
  const { id, fields, paragraphs, markdown = '' } = file
  const parts = [...paragraphs.map(plainMarkdown), markdown.replace(/\r\n?/g, '\n').trim()]
  const body = parts.filter((part) => part !== '').join('\n\n')
  const comments = id === 'index' ? [] : [nodeSchemaComment]
  return {
    path: `content/${map}/${id}.md`,
    text: writeContentFile(fields, body === '' ? '' : `\n${body}\n`, comments),
  }
}

/** A text on one line that Markdown shows as it is: no markup, HTML, links or addresses. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$&@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}
