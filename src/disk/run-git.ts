import { execFileSync } from 'node:child_process'
import process from 'node:process'

/** What git told; a reason in one sentence where that cannot be told. */
export type GitAnswer<Value> = { readonly value: Value } | { readonly unknown: string }

/** Why git gave no answer, as the beginning of a sentence. */
export class GitFault extends Error {}

/** No questions, no network, no translations, and every object as it was committed. */
const settings = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
}

/** Runs git in a folder, without a shell, a pager or programs that a repository's settings name. */
export function git(folder: string, ...args: readonly string[]): string {
  return gitBytes(folder, args).toString()
}

/** As `git`, as bytes, with a text to read. */
export function gitBytes(folder: string, args: readonly string[], input?: string): Buffer {
  try {
    return execFileSync(
      'git',
      ['--no-pager', '-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args],
      {
        cwd: folder,
        ...(input === undefined ? {} : { input }),
        maxBuffer: 2 ** 28,
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        env: { ...process.env, ...settings },
      },
    )
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new GitFault(missing ? 'git is not installed' : 'git could not answer')
  }
}

/** What a question to git gives, with its fault as a sentence. */
export function answer<Value>(work: () => Value): GitAnswer<Value> {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof GitFault) return { unknown: `${error.message}.` }
    throw error
  }
}

/** The full name of a commit. Whatever the text is, git takes it for a revision. */
export function commitOf(folder: string, revision: string): string {
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

/** The last commit that two have in common, as far as this clone knows; undefined for none. */
export function sharedCommit(folder: string, commit: string, head: string): string | undefined {
  try {
    const name = git(folder, 'merge-base', commit, head).trim()
    return /^[0-9a-f]{40,64}$/.test(name) ? name : undefined
  } catch {
    return undefined
  }
}

/** Where the working tree branched off from a commit, or that commit where this is not known. */
export function branchPoint(folder: string, commit: string): string {
  return sharedCommit(folder, commit, 'HEAD') ?? commit
}
