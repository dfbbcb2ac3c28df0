import type { Document, SourceFile } from '../../core/document.ts'
import { comparePlaces, type Place } from '../../core/place.ts'
import type { Problem, ProblemCode } from '../../core/problem.ts'
import type { FrontMatter } from '../../readers/front-matter.ts'
import { replacing, type Edit } from './edit.ts'
import type { Choices, Meant } from './known.ts'
import { findWritten, isPlainScalar, writeLike } from './read-fields.ts'
import { listFields, slotsOf, valueAt } from './slots.ts'

/** The problems of a name that stands for nothing. */
export const nameProblems: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'invalid-id',
  'invalid-field',
  'unknown-target',
  'unknown-step',
  'unknown-source',
  'unknown-part',
  'unknown-experiment',
  'unknown-preset',
  'withdrawn-see-unknown',
  'merged-into-unknown',
  'missing-thesis',
])

/** What fixing the fields of one file needs to know. */
export interface Reading {
  readonly file: SourceFile
  readonly type: Document['type']
  readonly matter: FrontMatter
  /** The problems of this file. */
  readonly problems: readonly Problem[]
  readonly choices: Choices
  readonly meant: Meant
}

/** Ids and words in front matter that name nothing, where it is clear what they were to name. */
export function nameEdits(reading: Reading): readonly Edit[] {
  const { file, type, matter, choices, meant } = reading
  const problems = reading.problems.filter(({ code }) => nameProblems.has(code))
  if (problems.length === 0) return []
  return slotsOf(matter.data, type).flatMap(({ path, names, value }) => {
    if (choices[names].has(value)) return []
    const mends = problems.find(({ place }) => holds(place, matter.locate(path, 'value')))
    const name = mends && meant(value, choices[names])
    const at = findWritten(file, matter, path, 'value')
    if (mends === undefined || name === undefined || at === undefined) return []
    if (!isPlainScalar(at.written)) return []
    return [replacing(file.path, at.start, at.written, writeLike(at.written, name), mends)]
  })
}

/** A single thing where a list of such things belongs. */
export function listEdits({ file, matter, problems, choices, meant }: Reading): readonly Edit[] {
  const wrong = problems.filter(({ code }) => code === 'invalid-field')
  if (wrong.length === 0) return []
  return listFields.flatMap(({ path, names }) => {
    const value = valueAt(matter.data, path)
    const place = matter.locate(path, 'value')
    const mends = wrong.find((each) => comparePlaces(each.place, place) === 0)
    const at = findWritten(file, matter, path, 'value')
    if (mends === undefined || at === undefined || at.written.includes('\n')) return []
    const item = typeof value === 'string' ? itemOf(at.written, meant(value, choices[names])) : at.written
    const isGroup = typeof value === 'object' && at.written.startsWith('{')
    if (item === undefined || (typeof value !== 'string' && !isGroup)) return []
    return [replacing(file.path, at.start, at.written, `[${item}]`, mends)]
  })
}

function itemOf(written: string, name: string | undefined): string | undefined {
  return name === undefined || !isPlainScalar(written) ? undefined : writeLike(written, name)
}

function holds(outer: Place, inner: Place): boolean {
  const end = outer.end.line - inner.end.line || outer.end.column - inner.end.column
  return comparePlaces(outer, inner) <= 0 && end >= 0
}
