import type { Document, SourceFile } from '../../core/document.ts'
import { comparePlaces } from '../../core/place.ts'
import type { Problem, ProblemCode } from '../../core/problem.ts'
import { knownIds } from '../../graph/known-ids.ts'
import { classifyPath, type FileClass } from '../../readers/path.ts'
import { fieldsByType } from '../../readers/schemas/by-type.ts'
import { largestFile } from '../../readers/text.ts'
import { lineAt, type Edit } from './edit.ts'
import { fenceEdits } from './fences.ts'
import { fieldNameEdits } from './field-names.ts'
import { figureEdits } from './figures.ts'
import { edited, isBetter, judge, remembering, type Judged, type Read } from './judge.ts'
import { choicesOf, meaning } from './known.ts'
import { knownFiles, linkEdits, linkProblems } from './links.ts'
import { listEdits, nameEdits, nameProblems } from './names.ts'
import { readFields } from './read-fields.ts'
import { formText } from './text-form.ts'

/** What was mended in a line; lines are those of the file as it is afterwards. */
export interface Mended {
  readonly file: string
  readonly line: number
  /** What is now what. */
  readonly says: string
}

/** Content with all mended that a program can mend. */
export interface FixedContent {
  /** The files that changed, with their whole text. */
  readonly files: readonly SourceFile[]
  readonly mended: readonly Mended[]
  /** Problems of the kinds that are mended where it is clear what was meant, and here it is not. */
  readonly left: readonly Problem[]
}

const leftCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...nameProblems,
  ...linkProblems,
  'unknown-field',
  'stale-figure',
  'invalid-fence',
  'missing-front-matter',
  'front-matter-language',
  'unclosed-front-matter',
  'invalid-yaml',
])

const mostRounds = 12
// Of all content anew: enough to set a few dozen bad edits aside, and an end for those who send more.
const mostTrials = 64

/**
 * Mends what leaves no doubt of what was meant: the form of the text, fences, names of fields, ids,
 * links and bound figures. All else stays as it is written. An edit is kept only if the problem it
 * mends goes away and no error comes. Fixing a second time changes nothing. `mayChange` tells which
 * files can be written; `read` may keep what it read before.
 */
export function fixContent(
  files: readonly SourceFile[],
  mayChange: (path: string) => boolean = () => true,
  read?: Read,
): FixedContent {
  const before = new Map(files.map((file) => [file.path, file]))
  const mended: Mended[] = []
  const formed = new Map(before)
  for (const file of files) {
    if (!isOurs(file) || !mayChange(file.path)) continue
    const { text, said } = formText(file)
    formed.set(file.path, { path: file.path, text })
    mended.push(...said.map((one) => ({ file: file.path, ...one })))
  }
  const trials = { left: mostTrials, read: remembering(read) }
  let judged = judge(formed, trials.read)
  for (let round = 0; round < mostRounds; round++) {
    const edits = findEdits(judged, (file) => isOurs(file) && mayChange(file.path))
    const kept = keepGood(judged, edits, trials)
    if (kept.edits.length === 0) break
    mended.push(...kept.edits.map((edit) => sayOf(edit, judged)))
    judged = kept.judged
  }
  return {
    files: [...judged.files.values()].filter(({ path, text }) => before.get(path)?.text !== text),
    mended: mended.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)),
    left: judged.problems.filter((each) => leftCodes.has(each.code) && !isMapWithoutIndex(each)),
  }
}

// Said of a file as a whole, and no slip in one: an index has to be written.
function isMapWithoutIndex({ code, place: { start, end } }: Problem): boolean {
  return code === 'missing-thesis' && start.line === end.line && start.column === end.column
}

// A text in which bytes were lost, or that is too long to be read whole, is not the file.
function isOurs({ path, text }: SourceFile): boolean {
  return classOf(path) !== undefined && text.length <= largestFile && !text.includes('\ufffd')
}

type DocumentClass = Extract<FileClass, { readonly type: Document['type'] }>

// Results and tables are written by commands.
function classOf(path: string): DocumentClass | undefined {
  const where = classifyPath(path).value
  return where !== undefined && where.type in fieldsByType ? (where as DocumentClass) : undefined
}

function sayOf({ file, start, says }: Edit, { files }: Judged): Mended {
  return { file, line: lineAt(files.get(file)?.text ?? '', start), says }
}

// Fences before fields and fields before names: what is wrong with one hides what is with the next.
function findEdits(judged: Judged, mayChange: (file: SourceFile) => boolean): readonly Edit[] {
  const { kb, files } = judged
  const ids = knownIds(kb.paths)
  const known = knownFiles(kb.paths)
  const meant = meaning()
  const byFile = Map.groupBy(judged.problems, ({ place }) => place.file)
  return [...byFile].flatMap(([path, problems]): readonly Edit[] => {
    const file = files.get(path)
    const where = classOf(path)
    if (file === undefined || where === undefined || !mayChange(file)) return []
    const fences = fenceEdits(file)
    if (fences.length > 0) return fences
    const matter = readFields(file)
    const links = linkEdits(file, problems, known, meant)
    if (matter === undefined) return links
    const document = judged.documents.get(path)
    const figures = document === undefined ? [] : figureEdits(file, document, problems, kb)
    const choices = choicesOf(kb, ids, where.type === 'node' ? where.map : undefined)
    const reading = { file, type: where.type, matter, problems, choices, meant }
    const names = fieldNameEdits(file, matter, where.type, problems)
    return withoutOverlap([...names, ...listEdits(reading), ...nameEdits(reading), ...links, ...figures])
  })
}

function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of edits) {
    if (kept.every(({ start, end }) => edit.end <= start || end <= edit.start)) kept.push(edit)
  }
  return kept
}

interface Kept {
  readonly edits: readonly Edit[]
  readonly judged: Judged
}

interface Trials {
  left: number
  readonly read: Read
}

/** The edits that make things better, found by halves; those of one problem stand or fall together. */
function keepGood(judged: Judged, edits: readonly Edit[], trials: Trials): Kept {
  const kept = tryAll(judged, edits, trials)
  const groups = [...Map.groupBy(edits, ({ mends }) => mends).values()]
  if (kept !== undefined || groups.length < 2) return kept ?? { edits: [], judged }
  groups.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)))
  const middle = groups.length >> 1
  const first = keepGood(judged, groups.slice(0, middle).flat(), trials)
  const second = keepGood(judged, groups.slice(middle).flat(), trials)
  if (first.edits.length === 0) return second
  if (second.edits.length === 0) return first
  return tryAll(judged, [...first.edits, ...second.edits], trials) ?? first
}

function tryAll(judged: Judged, edits: readonly Edit[], trials: Trials): Kept | undefined {
  if (edits.length === 0 || trials.left === 0) return undefined
  trials.left--
  const after = judge(edited(judged.files, edits), trials.read)
  return isBetter(judged, after, edits) ? { edits, judged: after } : undefined
}

function placeOf(edits: readonly Edit[]): Problem['place'] {
  const mends = edits[0]?.mends
  if (mends === undefined) throw new TypeError('Expected an edit that mends a problem')
  return mends.place
}
