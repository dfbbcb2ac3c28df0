import type { SourceFile } from '../../core/document.ts'
import { splitFence } from '../../readers/fence.ts'
import { readFrontMatter, type FrontMatter } from '../../readers/front-matter.ts'
import { readText } from '../../readers/text.ts'
import type { DataPath, YamlPart } from '../../readers/yaml-nodes.ts'
import { offsetAt } from './edit.ts'

/** Front matter that leaves no doubt of what its fields are; undefined where the file has none. */
export function readFields(file: SourceFile): FrontMatter | undefined {
  const { value: text } = readText(file)
  if (text === undefined) return undefined
  const { fenced } = splitFence(text)
  if (fenced === undefined) return undefined
  const { value, sound } = readFrontMatter(text, fenced)
  return sound ? value : undefined
}

/** A key or value as written and the offset at which it stands; undefined where it is absent. */
export function findWritten(
  { text }: SourceFile,
  matter: FrontMatter,
  path: DataPath,
  part: YamlPart,
): { readonly start: number; readonly written: string } | undefined {
  const place = matter.locate(path, part)
  const start = offsetAt(text, place.start)
  const end = offsetAt(text, place.end)
  return start === end ? undefined : { start, written: text.slice(start, end) }
}

const anyScalar = /^(?:"[^"\\\n]*"|'[^'\n]*'|[^"'|>&*!\n[{][^\n]*)$/

/** Whether a value stands on one line and says what it means without escapes. */
export function isPlainScalar(written: string): boolean {
  return anyScalar.test(written)
}

/** A value in the quotes of the one it takes the place of; in quotes where YAML needs them. */
export function writeLike(written: string, value: string): string {
  const quote = /^["']/.exec(written)?.[0] ?? (/^(?:null|true|false)$/.test(value) ? '"' : '')
  return `${quote}${value}${quote}`
}
