import { answer, branchPoint, commitOf, git, type GitAnswer } from './run-git.ts'

export type { GitAnswer } from './run-git.ts'

/** Lines of a file, from 1, the last included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Changed lines by path of the file. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>

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
