import type { z } from 'zod'
import type { SourceFile } from '../../src/core/document.ts'
import { GithubFault, type Github } from '../github/api.ts'
import { isOurs, putComment } from '../github/comments.ts'
import { branchOf, draftedId, isUntouched, openBranch, writeDraft } from './branch.ts'
import { composeDraft, type ComposedDraft } from './compose-draft.ts'
import { Anything, Pull, type IssueChanged } from './shapes.ts'
import { toAnnouncement, toLeftAlone, toProposal, toRefusal, type Origin } from './words.ts'

type Pull = z.infer<typeof Pull>

/** Drafts that may wait for the maintainers at a time. */
export const mostDrafts = 40

/**
 * Turns an issue into a draft pull request, or brings the one that was made of it before up to date,
 * and tells the issue. Says in a sentence what it did. Nothing but one file of `content/`, on a
 * branch of its own, is ever written.
 *
 * @throws GithubFault when GitHub refuses.
 */
export async function proposeDraft(
  github: Github,
  { issue, repository }: IssueChanged,
  files: readonly SourceFile[],
): Promise<string> {
  const number = issue.number
  if (issue.state !== 'open' || issue.pull_request !== undefined) {
    return `Nothing to do: ${String(number)} is no open issue.`
  }
  const before = await draftedId(github, number)
  const composed = composeDraft(files, issue.body ?? '', before)
  const waiting = before === undefined ? await countWaiting(github) : 0
  const refused =
    'refused' in composed
      ? composed.refused
      : waiting < mostDrafts
        ? undefined
        : ['There are so many drafts already that the maintainers have to look at them first.']
  if (refused !== undefined || 'refused' in composed) {
    await putComment(github, number, toRefusal(refused ?? []))
    return `No draft was made of issue ${String(number)}, and it was told why.`
  }
  const origin = { issue: number, login: issue.user?.login ?? 'somebody' }
  const base = repository.default_branch
  return propose(github, composed.draft, origin, { base, isNew: before === undefined })
}

interface Where {
  readonly base: string
  readonly isNew: boolean
}

async function propose(
  github: Github,
  draft: ComposedDraft,
  origin: Origin,
  { base, isNew }: Where,
): Promise<string> {
  const branch = branchOf(origin.issue, draft.id)
  if (isNew) await openBranch(github, branch, base)
  const known = isNew ? undefined : await pullOf(github, branch)
  const left = isNew ? undefined : await whyLeft(github, branch, base, draft, known)
  if (left !== undefined) {
    await putComment(github, origin.issue, toLeftAlone(left, known?.html_url ?? `\`${branch}\``))
    return `The draft of issue ${String(origin.issue)} was left alone. ${left}`
  }
  await writeDraft(github, branch, draft, origin)
  const body = toProposal(draft, origin)
  const pull =
    known === undefined
      ? await openPull(github, branch, base, body, draft, origin)
      : await updatePull(github, known, body)
  await putComment(github, origin.issue, toAnnouncement(draft, pull.html_url))
  return `Issue ${String(origin.issue)} is drafted as ${draft.path} in ${pull.html_url}`
}

async function countWaiting(github: Github): Promise<number> {
  const open = await github.list(`/repos/${github.repository}/pulls?state=open`, Pull)
  return open.filter(({ head, user }) => isOurs(user) && head.ref.startsWith('claim/')).length
}

async function pullOf(github: Github, branch: string): Promise<Pull | undefined> {
  const [owner = ''] = github.repository.split('/')
  const head = encodeURIComponent(`${owner}:${branch}`)
  const pulls = await github.list(`/repos/${github.repository}/pulls?state=all&head=${head}`, Pull)
  return pulls.find(
    (pull) => pull.head.ref === branch && pull.head.repo?.full_name === github.repository,
  )
}

async function whyLeft(
  github: Github,
  branch: string,
  base: string,
  draft: ComposedDraft,
  pull: Pull | undefined,
): Promise<string | undefined> {
  if (pull !== undefined && pull.state !== 'open') return 'The draft of this was closed.'
  const ours = await isUntouched(github, branch, base, draft.path)
  return ours ? undefined : 'Somebody else has worked on the draft, so it no longer follows this issue.'
}

async function openPull(
  github: Github,
  head: string,
  base: string,
  body: string,
  draft: ComposedDraft,
  { issue }: Origin,
): Promise<Pull> {
  const title = `content: ${draft.id}, from issue ${String(issue)}`
  const request = { title, head, base, body, draft: true, maintainer_can_modify: true }
  try {
    return await github.send('POST', `/repos/${github.repository}/pulls`, request, Pull)
  } catch (error) {
    if (!(error instanceof GithubFault)) throw error
    const why = 'The draft is written, but its pull request has to be opened by a maintainer.'
    await putComment(github, issue, toLeftAlone(why, `\`${head}\``))
    throw error
  }
}

async function updatePull(github: Github, pull: Pull, body: string): Promise<Pull> {
  const path = `/repos/${github.repository}/pulls/${String(pull.number)}`
  await github.send('PATCH', path, { body }, Anything)
  return pull
}
