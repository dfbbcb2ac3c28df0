import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { visible } from '../../src/core/catalogue/entry.ts'
import type { SourceFile } from '../../src/core/document.ts'
import { findCommit, readContentAt } from '../../src/disk/content-at.ts'
import type { GitAnswer } from '../../src/disk/git.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { quote, UsageError } from '../lib/command.ts'

/** What is compared: the files of both sides, and what has to be said about how they were found. */
export interface Sides {
  readonly before: readonly SourceFile[]
  readonly after: readonly SourceFile[]
  readonly notices: readonly string[]
}

export interface SidesAsked {
  readonly base: string
  readonly head?: string
  /** The folder of content that is meant where no head is given. */
  readonly content: string
  /** Compare with the base itself and not with where the head branched off from it. */
  readonly isExact: boolean
}

/**
 * Reads both sides, each a folder or a commit.
 *
 * @throws UsageError where a side is neither, or git cannot tell what it said.
 */
export function readSides({ base, head, content, isExact }: SidesAsked): Sides {
  const after = head === undefined ? readContent(content) : readSide(head)
  if (isFolder(base)) return { before: readFolder(base), after, notices: [] }
  const branched = head === undefined ? 'HEAD' : isFolder(head) ? undefined : head
  const from = isExact ? undefined : branched
  const { name, isShared } = got(findCommit(process.cwd(), base, from))
  const isUnknown = from !== undefined && !isShared
  const notices = isUnknown
    ? [
        `Where ${quote(from)} branched off from ${quote(base)} is not in this clone, so it is ` +
          'compared with that commit itself; a shallow clone is deepened by `git fetch --unshallow`.',
      ]
    : []
  return { before: got(readContentAt(process.cwd(), name)), after, notices }
}

function readSide(side: string): SourceFile[] {
  return isFolder(side) ? readFolder(side) : got(readContentAt(process.cwd(), side))
}

function isFolder(side: string): boolean {
  return fs.statSync(side, { throwIfNoEntry: false })?.isDirectory() === true
}

/** A folder of content, or one that has it as `content/`. */
function readFolder(folder: string): SourceFile[] {
  const inner = path.join(folder, 'content')
  return readContent(isFolder(inner) ? inner : folder)
}

function got<Value>(answer: GitAnswer<Value>): Value {
  if ('value' in answer) return answer.value
  throw new UsageError(`Nothing could be compared: ${visible(answer.unknown)}`)
}
