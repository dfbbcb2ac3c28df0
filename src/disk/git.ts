import { execFileSync } from 'node:child_process'
import process from 'node:process'

/** Lines of a file, from 1, the last included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** What changed against another commit; a reason in one sentence where that cannot be told. */
export type GitAnswer<Value> = { readonly value: Value } | { readonly unknown: string }

/** Changed lines by path of the file. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>

class GitFault extends Error {}

/** Runs git in a folder, without a shell, a pager or programs that a repository's settings name. */
function git(folder: string, ...args: readonly string[]): string {
  try {
    return execFileSync(
      'git',
      ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
      },
    )
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new GitFault(missing ? 'git is not installed' : 'git could not answer')
  }
}

function answer<Value>(work: () => Value): GitAnswer<Value> {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof GitFault) return { unknown: `${error.message}.` }
    throw error
  }
}

/** The full name of a commit. Whatever the text is, git takes it for a revision. */
function commitOf(folder: string, revision: string): string {
  try {
    const revisions = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
    const name = git(folder, 'rev-parse', ...revisions).trim()
    if (/^[0-9a-f]{40,64}$/.test(name)) return name
  } catch (error) {
    if (!(error instanceof GitFault) || error.message.includes('installed')) throw error
  }
  const deepen = 'a shallow clone is deepened by `git fetch --unshallow`'
  throw new GitFault(`commit ${JSON.stringify(revision)} is not in this clone; ${deepen}`)
}

/**
 * The lines of `content/` that the working tree has new or otherwise than where it branched off
 * from a commit. Files that git does not know yet count whole.
 */
export function changedLines(folder: string, base: string): GitAnswer<ChangedLines> {
  return answer(() => {
    const from = branchPoint(folder, commitOf(folder, base))
    const options = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames']
    const prefixes = ['--src-prefix=a/', '--dst-prefix=b/']
    const diff = git(folder, 'diff', ...options, ...prefixes, from, '--', 'content')
    const changed = new Map(readDiff(diff))
    const others = ['--others', '--exclude-standard', '-z', '--', 'content']
    for (const file of git(folder, 'ls-files', ...others).split('\0')) {
      if (file !== '') changed.set(file, [{ first: 1, last: Infinity }])
    }
    return changed
  })
}

function branchPoint(folder: string, commit: string): string {
  try {
    const name = git(folder, 'merge-base', commit, 'HEAD').trim()
    return /^[0-9a-f]{40,64}$/.test(name) ? name : commit
  } catch {
    return commit
  }
}

/** Line ranges of the new side of a diff without context lines. */
function readDiff(diff: string): ReadonlyMap<string, readonly LineRange[]> {
  const files = new Map<string, LineRange[]>()
  let ranges: LineRange[] = []
  const lines = diff.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.startsWith('+++ ')) {
      ranges = []
      files.set(unquote(line.slice(4).replace(/\t$/, '')).replace(/^b\//, ''), ranges)
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (hunk === null) continue
    const [, removed = '1', start = '0', added = '1'] = hunk
    const [first, count] = [Number(start), Number(added)]
    // A line beside a removal stands for it.
    ranges.push({ first: Math.max(first, 1), last: Math.max(first + count - 1, first, 1) })
    index += Number(removed) + count
    while (lines[index + 1]?.startsWith('\\')) index++
  }
  return files
}

/** A path as git writes it in a diff: in quotes, with C escapes, where it is unusual. */
function unquote(path: string): string {
  if (!path.startsWith('"')) return path
  const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b' }
  return path
    .slice(1, -1)
    .replace(/(?:\\[0-7]{3})+/g, (escapes) =>
      Buffer.from(escapes.slice(1).split('\\').map((octal) => parseInt(octal, 8))).toString(),
    )
    .replace(/\\(.)/g, (_, letter: string) => named[letter] ?? letter)
}

/**
 * Paths of the content files that a commit publishes, as far as the working tree knows of them:
 * those of where it branched off, so that what came there since is not missed here.
 */
export function contentPathsAt(folder: string, base: string): GitAnswer<readonly string[]> {
  return answer(() => {
    const options = ['-r', '-z', '--name-only', '--full-tree']
    const from = branchPoint(folder, commitOf(folder, base))
    const tree = git(folder, 'ls-tree', ...options, from, '--', 'content')
    return tree.split('\0').filter((path) => path !== '')
  })
}

/** What a file said at a commit; nothing where it cannot be told. */
export function textAt(folder: string, base: string, path: string): string | undefined {
  const text = answer(() => git(folder, 'cat-file', 'blob', `${commitOf(folder, base)}:${path}`))
  return 'value' in text ? text.value : undefined
}
