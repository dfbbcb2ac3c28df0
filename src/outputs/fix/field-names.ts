import type { Document, SourceFile } from '../../core/document.ts'
import { onlyNearest } from '../../core/only-nearest.ts'
import type { Problem } from '../../core/problem.ts'
import type { FrontMatter } from '../../readers/front-matter.ts'
import { fieldsByType } from '../../readers/schemas/by-type.ts'
import { knownFields } from '../../readers/schemas/known-fields.ts'
import { offsetAt, replacing, type Edit } from './edit.ts'
import { findWritten, isPlainScalar, writeLike } from './read-fields.ts'

type Path = readonly (string | number)[]

/** Names of fields that a slip has spoilt, where only one field can be meant and it is not there. */
export function fieldNameEdits(
  file: SourceFile,
  matter: FrontMatter,
  type: Document['type'],
  problems: readonly Problem[],
): readonly Edit[] {
  const unknown = new Map(
    problems
      .filter(({ code }) => code === 'unknown-field')
      .map((problem) => [offsetAt(file.text, problem.place.start), problem]),
  )
  if (unknown.size === 0) return []
  const edits: Edit[] = []
  for (const [path, names] of groupsOf(matter.data, [])) {
    const known = knownFields(fieldsByType[type], path)
    const taken = new Set(names)
    for (const name of names.filter((each) => !known.includes(each))) {
      const meant = meantField(name, known)
      if (meant === undefined || taken.has(meant)) continue
      const at = findWritten(file, matter, [...path, name], 'key')
      const mends = at && unknown.get(at.start)
      if (at === undefined || mends === undefined || !isPlainScalar(at.written)) continue
      taken.add(meant)
      edits.push(replacing(file.path, at.start, at.written, writeLike(at.written, meant), mends))
    }
  }
  return edits
}

function meantField(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '-')
  const same = known.filter((each) => plain(each) === plain(name))
  return same.length === 1 ? same[0] : onlyNearest(name, known)
}

function* groupsOf(value: unknown, path: Path): Generator<readonly [Path, readonly string[]]> {
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  if (!isList) yield [path, Object.keys(value)]
  for (const [key, inner] of Object.entries(value)) {
    yield* groupsOf(inner, [...path, isList ? Number(key) : key])
  }
}
