import { compareFigure } from '../analysis/figures.ts'
import { allDocuments } from '../analysis/rule.ts'
import type { BoundFigure, SourceFile } from '../core/document.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'

/** What became of the figures of one file. */
export interface FixedFile {
  readonly path: string
  /** The whole text, changed in nothing but figures. */
  readonly text: string
  readonly fixed: readonly { readonly from: string; readonly to: string; readonly line: number }[]
  /** Figures that differ and cannot be written anew by a program. */
  readonly left: readonly { readonly text: string; readonly expected: string; readonly line: number }[]
}

/**
 * Writes bound figures anew as their results have them, at the precision at which they were
 * written. Line ends and all else stay; fixing a second time changes nothing. Only files with a
 * figure that differs are given.
 */
export function fixFigures(kb: KnowledgeBase, files: readonly SourceFile[]): readonly FixedFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  return [...allDocuments(kb)].flatMap((document) => {
    const { file } = document.place
    const text = texts.get(file)
    if (document.figures.length === 0 || text === undefined) return []
    const fixed = fixFile(file, text, document.figures, kb)
    return fixed.fixed.length + fixed.left.length === 0 ? [] : [fixed]
  })
}

function fixFile(
  path: string,
  text: string,
  figures: readonly BoundFigure[],
  { results }: KnowledgeBase,
): FixedFile {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const fixed: FixedFile['fixed'][number][] = []
  const left: FixedFile['left'][number][] = []
  // From the end, so that places before stay where they are.
  for (const { path: file, pointer, text: from, place } of [...figures].reverse()) {
    const difference = results.has(file) && compareFigure(from, results.get(file), pointer)
    if (!difference) continue
    const { line, column } = place.start
    const old = lines[line - 1] ?? ''
    const rest = old.slice(column - 1)
    const { nearest: to, expected } = difference
    if (to === undefined || !rest.startsWith(`[${from}](`)) {
      left.unshift({ text: from, expected, line })
      continue
    }
    lines[line - 1] = `${old.slice(0, column)}${to}${rest.slice(1 + from.length)}`
    fixed.unshift({ from, to, line })
  }
  return { path, text: lines.join(''), fixed, left }
}
