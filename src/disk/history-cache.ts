import process from 'node:process'
import { foldHistory, type Past } from '../analysis/history/fold.ts'
import type { Document, SourceFile } from '../core/document.ts'
import type { Checked } from '../core/problem.ts'
import { readDocument } from '../readers/read-document.ts'
import { readHistory, type HistoryState } from './history.ts'
import { cacheFile, digestOfCode, keepText, keptText } from './kept-text.ts'
import type { GitAnswer } from './run-git.ts'

/** The past of a content. */
export interface KnownPast {
  readonly past: Past
  /** When the first commit came that is known. */
  readonly from?: string
  /** Whether a shallow clone begins there. */
  readonly isCut: boolean
}

/** Reads the past of folders of content. */
export interface HistoryReader {
  /** From memory while the state is the same; from disk where the run before had that state. */
  readonly read: (folder: string, state: HistoryState) => GitAnswer<KnownPast>
}

/** All that decides what commits come to. */
const code = ['src/core', 'src/readers', 'src/graph', 'src/analysis', 'src/disk']

/**
 * Opens the cache of histories of a checkout, a file of its own beside that of documents. It holds
 * for one state of a repository and of the code; a damaged file counts as none. Documents that were
 * read are remembered in memory, so that after a new commit only its files are read.
 */
export function openHistory(root: string = process.cwd()): HistoryReader {
  const documents = new Map<string, Checked<Document>>()
  const digest = digestOfCode(root, code)
  const file = cacheFile(root, 'history.json')
  let held: { readonly key: string; readonly answer: GitAnswer<KnownPast> } | undefined
  const readOnce = (source: SourceFile) => {
    const key = JSON.stringify(source)
    const document = documents.get(key) ?? readDocument(source)
    documents.set(key, document)
    return document
  }
  return {
    read(folder, state) {
      const key = JSON.stringify([digest, state])
      if (held?.key === key) return held.answer
      const kept = digest === undefined ? undefined : keptText(file, key)
      const answer =
        kept === undefined
          ? fold(folder, state, readOnce)
          : { value: JSON.parse(kept) as KnownPast }
      if (digest !== undefined && kept === undefined && 'value' in answer) {
        keepText(file, key, JSON.stringify(answer.value))
      }
      held = { key, answer }
      return answer
    },
  }
}

function fold(
  folder: string,
  state: HistoryState,
  read: (file: SourceFile) => Checked<Document>,
): GitAnswer<KnownPast> {
  const history = readHistory(folder, state)
  if ('unknown' in history) return history
  const { commits, isCut } = history.value
  const from = commits[0]?.on
  const past = foldHistory(commits, read, isCut)
  return { value: { past, isCut, ...(from !== undefined && { from }) } }
}
