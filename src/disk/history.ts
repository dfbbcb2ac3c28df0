import fs from 'node:fs'
import path from 'node:path'
import type { PastCommit } from '../analysis/history/past-commit.ts'
import { classifyPath } from '../readers/path.ts'
import { mostBytes, readBlobs, type Blob } from './content-at.ts'
import { longest } from './read-content.ts'
import { answer, git, gitBytes, GitFault, type GitAnswer } from './run-git.ts'

/** What the history of a folder of content hangs on: while it is the same, so is the history. */
export interface HistoryState {
  /** The full name of the commit that is checked out. */
  readonly head: string
  /** Where the folder is in its repository. */
  readonly prefix: string
  /** Commits of a shallow clone before which it knows nothing; none in a whole clone. */
  readonly boundary: readonly string[]
}

/** The commits of a folder of content. */
export interface CommittedContent {
  /** Those of the first parents of `HEAD` that changed a file of the folder, the oldest first. */
  readonly commits: readonly PastCommit[]
  /** Whether the first of them is where a shallow clone begins, so that it seems to add all. */
  readonly isCut: boolean
}

/**
 * The state of the repository in which a folder of content stands. Asks git once, and once more in
 * a shallow clone.
 */
export function historyState(folder: string): GitAnswer<HistoryState> {
  return answer(() => {
    if (!fs.existsSync(folder)) throw new GitFault('there is no folder of content')
    const questions = ['--is-shallow-repository', 'HEAD', '--show-prefix']
    const [isShallow, head = '', ...rest] = inRepository(folder, questions).split('\n')
    const prefix = rest.join('\n').replace(/\n$/, '')
    return { head, prefix, boundary: isShallow === 'true' ? boundaryOf(folder) : [] }
  })
}

function inRepository(folder: string, questions: readonly string[]): string {
  try {
    return git(folder, 'rev-parse', ...questions)
  } catch (error) {
    if (!(error instanceof GitFault) || error.message.includes('installed')) throw error
    throw new GitFault('the content is in no git repository that has a commit and can be read')
  }
}

function boundaryOf(folder: string): readonly string[] {
  const file = git(folder, 'rev-parse', '--git-path', 'shallow').replace(/\n$/, '')
  try {
    return fs.readFileSync(path.resolve(folder, file), 'utf8').split('\n').filter(Boolean).sort()
  } catch {
    throw new GitFault('this clone is shallow and does not say where it begins')
  }
}

/**
 * What each commit changed in the files of nodes of a folder of content, which may be anywhere in
 * its repository: a merge changes what it has otherwise than its first parent. Paths are as
 * `readContent` gives them. Asks git three times, however many commits there are.
 */
export function readHistory(folder: string, state: HistoryState): GitAnswer<CommittedContent> {
  return answer(() => {
    const found = readLog(git(folder, ...settings, 'log', ...options, state.head, '--', '.'))
    const blobs = [
      ...new Set(found.flatMap(({ changed }) => changed.flatMap(({ blob }) => blob ?? []))),
    ]
    const texts = textsOf(folder, blobs)
    const commits = found.map(({ commit, on, changed }) => ({
      commit,
      on,
      changed: changed.map(({ path, blob }) =>
        blob === undefined ? { path } : { path, text: texts.get(blob) ?? '' },
      ),
    }))
    const first = found[0]
    const isCut = first !== undefined && first.isRoot && state.boundary.includes(first.commit)
    return { commits, isCut }
  })
}

/** What a repository could be set to, undone. */
const settings = [
  'log.showRoot=true',
  'log.follow=false',
  'log.showSignature=false',
  'log.diffMerges=separate',
  'diff.orderFile=/dev/null',
].flatMap((setting) => ['-c', setting])
const shown = ['-z', '--raw', '--no-abbrev', '--no-renames', '--no-color', '--relative']
const options = [...shown, '--first-parent', '-m', '--reverse', '--format=%H %ct %P']

interface LoggedCommit {
  readonly commit: string
  readonly on: string
  readonly isRoot: boolean
  /** Files of nodes; without a blob where the file went. */
  readonly changed: { readonly path: string; readonly blob?: string }[]
}

/** Reads a log in which a NUL ends every commit and file, so that no name is taken for another. */
function readLog(log: string): LoggedCommit[] {
  const commits: LoggedCommit[] = []
  const tokens = log.split('\0')
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    const file = /^\n?:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/.exec(token)
    if (file === null) {
      const [commit = '', seconds = '', parent = ''] = token.split(' ')
      if (commit === '') continue
      commits.push({ commit, on: timeOf(Number(seconds)), isRoot: parent === '', changed: [] })
      continue
    }
    const [, mode = '', blob = ''] = file
    const path = `content/${tokens[++at] ?? ''}`
    if (classifyPath(path).value?.type !== 'node') continue
    commits.at(-1)?.changed.push(/^1[02]/.test(mode) ? { path, blob } : { path })
  }
  return commits
}

const latest = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000

/** Seconds since 1970 as a time; whoever writes a commit can write any number. */
function timeOf(seconds: number): string {
  const within = Math.min(Math.max(seconds || 0, 0), latest)
  return `${new Date(within * 1000).toISOString().slice(0, 19)}Z`
}

function textsOf(folder: string, names: readonly string[]): ReadonlyMap<string, string> {
  const input = names.map((name) => `${name}\n`).join('')
  const sizes = gitBytes(folder, ['cat-file', '--batch-check'], input).toString().split('\n')
  const blobs = names.map((blob, at) => blobOf(blob, sizes[at] ?? ''))
  const total = blobs.reduce((sum, { size }) => sum + size, 0)
  if (total > mostBytes) throw new GitFault('the history of the content is too large to read')
  const texts = readBlobs(folder, blobs)
  return new Map(names.map((name, at) => [name, texts[at] ?? '']))
}

function blobOf(blob: string, line: string): Blob {
  const [name, type, size = ''] = line.split(' ')
  if (name !== blob || type !== 'blob') {
    throw new GitFault('some files of the history are not in this clone')
  }
  const isTooLarge = Number(size) > longest
  return { blob, size: isTooLarge ? 0 : Number(size), isTooLarge }
}
