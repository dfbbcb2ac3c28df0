import type { Github } from '../github/api.ts'
import { isOurs } from '../github/comments.ts'
import type { ComposedDraft } from './compose-draft.ts'
import { Anything, Comparison, FileAt, Ref } from './shapes.ts'
import type { Origin } from './words.ts'

const folder = 'claim/'

/** The branch of a draft: `claim/12-judges-share-blind-spots`. */
export function branchOf(issue: number, id: string): string {
  return `${folder}${String(issue)}-${id}`
}

/** The id of the draft that was made of an issue before; nothing where none was. */
export async function draftedId(github: Github, issue: number): Promise<string | undefined> {
  const prefix = branchOf(issue, '')
  const path = `/repos/${github.repository}/git/matching-refs/heads/${prefix}`
  const [first] = (await github.get(path, Ref.array())).map(({ ref }) => ref)
  const start = `refs/heads/${prefix}`
  return first?.startsWith(start) === true ? first.slice(start.length) : undefined
}

/** Makes a branch where another is now. */
export async function openBranch(github: Github, branch: string, from: string): Promise<void> {
  const { repository } = github
  const base = await github.get(`/repos/${repository}/git/ref/heads/${from}`, Ref)
  const body = { ref: `refs/heads/${branch}`, sha: base.object.sha }
  await github.send('POST', `/repos/${repository}/git/refs`, body, Anything)
}

/** Whether all that a branch has of its own is one file, and nobody else committed to it. */
export async function isUntouched(
  github: Github,
  branch: string,
  from: string,
  path: string,
): Promise<boolean> {
  const range = `${encodeURIComponent(from)}...${encodeURIComponent(branch)}`
  const found = await github.get(`/repos/${github.repository}/compare/${range}`, Comparison)
  return (
    found.total_commits === found.commits.length &&
    found.commits.every(({ author }) => isOurs(author ?? null)) &&
    (found.files ?? []).every(({ filename }) => filename === path)
  )
}

/** Writes the file of a draft to its branch, where it says something else. */
export async function writeDraft(
  github: Github,
  branch: string,
  { id, path, text }: ComposedDraft,
  { issue }: Origin,
): Promise<void> {
  const address = `/repos/${github.repository}/contents/${path}`
  const now = await github.find(`${address}?ref=${encodeURIComponent(branch)}`, FileAt)
  if (now !== undefined && Buffer.from(now.content, 'base64').toString() === text) return
  const message = `content: ${id}, from issue ${String(issue)}`
  const content = Buffer.from(text).toString('base64')
  const body = { message, content, branch, ...(now === undefined ? {} : { sha: now.sha }) }
  await github.send('PUT', address, body, Anything)
}
