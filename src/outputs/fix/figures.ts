import { compareFigure } from '../../analysis/figures.ts'
import type { Document, SourceFile } from '../../core/document.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { comparePlaces } from '../../core/place.ts'
import type { Problem } from '../../core/problem.ts'
import { offsetAt, replacing, type Edit } from './edit.ts'

/** Bound figures anew as their results have them, at the precision at which they were written. */
export function figureEdits(
  { path: file, text }: SourceFile,
  document: Document,
  problems: readonly Problem[],
  { results }: KnowledgeBase,
): readonly Edit[] {
  const stale = problems.filter(({ code }) => code === 'stale-figure')
  if (stale.length === 0) return []
  return document.figures.flatMap(({ path, pointer, text: from, place }) => {
    const mends = stale.find((each) => comparePlaces(each.place, place) === 0)
    const to = results.has(path) && compareFigure(from, results.get(path), pointer)
    const start = offsetAt(text, place.start)
    if (mends === undefined || !to || to.nearest === undefined) return []
    if (!text.startsWith(`[${from}](`, start)) return []
    return [replacing(file, start + 1, from, to.nearest, mends)]
  })
}
