import { allRules, check } from '../../analysis/check.ts'
import { nearDuplicate } from '../../analysis/rules/near-duplicate.ts'
import type { Document, SourceFile } from '../../core/document.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Checked, Problem } from '../../core/problem.ts'
import { assemble } from '../../graph/assemble.ts'
import { readDocument } from '../../readers/read-document.ts'
import { applyEdits, type Edit } from './edit.ts'

/** Content as it stands, and what is wrong with it. */
export interface Judged {
  readonly files: ReadonlyMap<string, SourceFile>
  readonly kb: KnowledgeBase
  readonly documents: ReadonlyMap<string, Document>
  readonly problems: readonly Problem[]
}

export type Read = (file: SourceFile) => Checked<Document>

// Only errors decide, and comparing all statements with all others gives none.
const rules = allRules.filter((rule) => rule !== nearDuplicate)

/** Joins files and finds their problems; `read` is asked for every file. */
export function judge(files: ReadonlyMap<string, SourceFile>, read: Read): Judged {
  const documents = new Map<string, Document>()
  const kb = assemble([...files.values()], (file) => {
    const checked = read(file)
    if (checked.value !== undefined) documents.set(file.path, checked.value)
    return checked
  })
  return { files, kb, documents, problems: check(kb, rules) }
}

/** A reader that reads a text once. */
export function remembering(read: Read = readDocument): Read {
  const known = new Map<string, { text: string; checked: Checked<Document> }>()
  return (file) => {
    const before = known.get(file.path)
    if (before?.text === file.text) return before.checked
    const checked = read(file)
    known.set(file.path, { text: file.text, checked })
    return checked
  }
}

/** The files with edits made. */
export function edited(
  files: ReadonlyMap<string, SourceFile>,
  edits: readonly Edit[],
): ReadonlyMap<string, SourceFile> {
  const changed = new Map(files)
  for (const [path, ofFile] of Map.groupBy(edits, ({ file }) => file)) {
    const file = files.get(path)
    if (file !== undefined) changed.set(path, { path, text: applyEdits(file.text, ofFile) })
  }
  return changed
}

// A file of which nothing could be read before may now show what was wrong all along, but not these.
const neverRevealed: ReadonlySet<string> = new Set([
  'invalid-yaml',
  'unsupported-yaml',
  'duplicate-key',
  'invalid-key',
  'invalid-fence',
  'unclosed-front-matter',
  'missing-front-matter',
  'front-matter-language',
])

// What could not be told before the name of the experiment was right.
const ofExperiments: ReadonlySet<string> = new Set(['unknown-preset', 'unknown-measure'])

/** Whether edits make every problem go away that they mend, and bring no error that was not there. */
export function isBetter(before: Judged, after: Judged, edits: readonly Edit[]): boolean {
  const old = countErrors(before.problems)
  const now = countErrors(after.problems)
  const touched = new Set(edits.map(({ file }) => file))
  const named = new Set(
    edits.filter(({ mends }) => mends?.code === 'unknown-experiment').map(({ file }) => file),
  )
  for (const [key, { count, problem }] of now) {
    if (count <= (old.get(key)?.count ?? 0)) continue
    const { file } = problem.place
    if (ofExperiments.has(problem.code) && named.has(file)) continue
    const isRevealed = touched.has(file) && !before.documents.has(file)
    if (!isRevealed || neverRevealed.has(problem.code)) return false
  }
  const mended = countErrors([...new Set(edits.flatMap(({ mends }) => mends ?? []))])
  return [...mended].every(
    ([key, { count }]) => (now.get(key)?.count ?? 0) <= (old.get(key)?.count ?? 0) - count,
  )
}

function countErrors(
  problems: readonly Problem[],
): ReadonlyMap<string, { readonly count: number; readonly problem: Problem }> {
  const counts = new Map<string, { count: number; problem: Problem }>()
  for (const problem of problems) {
    if (problem.severity !== 'error') continue
    // Whether a nearest thing is looked for depends on how many there are to look for.
    const key = JSON.stringify([problem.place.file, problem.code, problem.actual])
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, problem })
  }
  return counts
}
