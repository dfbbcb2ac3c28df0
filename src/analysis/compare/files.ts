import type { Document } from '../../core/document.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { classifyPath } from '../../readers/path.ts'
import { allDocuments } from '../rule.ts'
import { cutText, type ChangedFile } from './comparison.ts'

/** Types of files that become one thing, or nothing where they are broken. */
const readable: ReadonlySet<string> = new Set(['node', 'source', 'map', 'outline', 'result'])

/** Files of content that gave nothing that could be compared, in order. */
export function unreadFiles(kb: KnowledgeBase): readonly string[] {
  const read = new Set([...allDocuments(kb)].map(({ place }) => place.file))
  return [...kb.paths]
    .filter((path) => !read.has(path) && !kb.results.has(path))
    .filter((path) => readable.has(classifyPath(path).value?.type ?? ''))
    .map(cutText)
}

/** Sources, maps, outlines and results that came, changed and went, by file in order. */
export function compareFiles(before: KnowledgeBase, after: KnowledgeBase): readonly ChangedFile[] {
  const [was, is] = [contentsOf(before), contentsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((file): ChangedFile[] => {
    const name = cutText(file)
    if (!was.has(file)) return before.paths.has(file) ? [] : [{ file: name, is: 'added' }]
    if (!is.has(file)) return after.paths.has(file) ? [] : [{ file: name, is: 'removed' }]
    return was.get(file)?.() === is.get(file)?.() ? [] : [{ file: name, is: 'changed' }]
  })
}

/** What each file says, without the places where it says it; written out only when it is asked. */
function contentsOf(kb: KnowledgeBase): ReadonlyMap<string, () => string> {
  const documents: readonly Document[] = [
    ...kb.sources.values(),
    ...kb.maps.values(),
    ...kb.outlines.values(),
  ]
  return new Map([
    ...documents.map((each) => [each.place.file, () => said(each)] as const),
    ...[...kb.results].map(([file, result]) => [file, () => JSON.stringify(result)] as const),
  ])
}

function said(document: Document): string {
  return JSON.stringify(document, (name, value: unknown) =>
    name === 'place' || name === 'places' || name === 'line' ? undefined : value,
  )
}
