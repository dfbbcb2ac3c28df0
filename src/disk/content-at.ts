import type { SourceFile } from '../core/document.ts'
import { longest } from './read-content.ts'
import {
  answer,
  commitOf,
  git,
  gitBytes,
  GitFault,
  sharedCommit,
  type GitAnswer,
} from './run-git.ts'

/**
 * The full name of a commit, or with `head`, of the last commit that both have; where this clone
 * knows of none, of the first.
 */
export function findCommit(
  folder: string,
  revision: string,
  head?: string,
): GitAnswer<{ readonly name: string; readonly isShared: boolean }> {
  return answer(() => {
    const commit = commitOf(folder, revision)
    if (head === undefined) return { name: commit, isShared: false }
    const other = commitOf(folder, head)
    const name = sharedCommit(folder, commit, other)
    return { name: name ?? commit, isShared: name !== undefined }
  })
}

/** Bytes of all files together that are read. */
export const mostBytes = 2 ** 27

/**
 * Every file of `content/` at a commit, as `readContent` would give it: names that start with a dot
 * left out, links as the path they name. A commit without that folder has none.
 */
export function readContentAt(folder: string, revision: string): GitAnswer<SourceFile[]> {
  return answer(() => {
    const options = ['-r', '-z', '-l', '--full-tree']
    const commit = commitOf(folder, revision)
    const tree = git(folder, 'ls-tree', ...options, commit, '--', 'content')
    const entries = tree.split('\0').flatMap((line) => entryOf(line) ?? [])
    const total = entries.reduce((sum, { size }) => sum + size, 0)
    if (total > mostBytes) throw new GitFault(`content of ${commit} is too large to compare`)
    const texts = readBlobs(folder, entries)
    const files = entries.map(({ path }, at) => ({ path, text: texts[at] ?? '' }))
    return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  })
}

const incomplete = 'some files of that commit are not in this clone'

/** A file by its name in git. */
export interface Blob {
  readonly blob: string
  /** In bytes; 0 for a file so large that it is not asked for. */
  readonly size: number
  readonly isTooLarge: boolean
}

interface Entry extends Blob {
  readonly path: string
}

function entryOf(line: string): Entry | undefined {
  const match = /^\d+ blob ([0-9a-f]{40,64}) +(\d+|BAD)\t([^]+)$/.exec(line)
  const [, blob, size = '', path = ''] = match ?? []
  const isHidden = path.split('/').some((part) => part.startsWith('.'))
  if (blob === undefined || isHidden || !path.startsWith('content/')) return undefined
  // The size of a file that is not there.
  if (size === 'BAD') throw new GitFault(incomplete)
  const isTooLarge = Number(size) > longest
  return { path, blob, size: isTooLarge ? 0 : Number(size), isTooLarge }
}

/**
 * The texts of blobs, in their order. They are asked for by their names, so no path is ever an
 * argument or a line for git.
 *
 * @throws GitFault where this clone does not have them.
 */
export function readBlobs(folder: string, blobs: readonly Blob[]): string[] {
  const asked = blobs.filter(({ isTooLarge }) => !isTooLarge)
  const input = asked.map(({ blob }) => `${blob}\n`).join('')
  const output = gitBytes(folder, ['cat-file', '--batch'], input)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let at = 0
  return blobs.map(({ blob, size, isTooLarge }) => {
    if (isTooLarge) return ' '.repeat(longest)
    const head = `${blob} blob ${size}\n`
    const start = at + head.length
    if (output.toString('latin1', at, start) !== head) throw new GitFault(incomplete)
    at = start + size + 1
    return decoder.decode(output.subarray(start, start + size))
  })
}
