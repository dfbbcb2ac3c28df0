import { z } from 'zod'
import type { Github } from './api.ts'

const Repository = z.object({ id: z.int() })
const PullRequest = z.object({
  number: z.int().positive(),
  state: z.string(),
  head: z.object({ sha: z.string(), ref: z.string(), repo: Repository.nullable() }),
  base: z.object({ repo: Repository }),
})

/** The event that a run of another workflow is complete, as far as it is used. */
export const RunCompleted = z.object({
  repository: Repository,
  workflow_run: z.object({
    id: z.int().positive(),
    event: z.string(),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string().min(1).max(300),
    head_repository: z.object({ id: z.int(), owner: z.object({ login: z.string() }) }).nullable(),
  }),
})
export type RunCompleted = z.infer<typeof RunCompleted>

/** The number of a pull request, or a sentence why none can be told. */
export type Found = { readonly number: number } | { readonly unknown: string }

/**
 * The open pull request that a run was for: the one whose head is the run's commit, on the run's
 * branch of the run's repository. All of this comes from the event; nothing that the run itself
 * wrote is asked.
 */
export async function findPullRequest(github: Github, event: RunCompleted): Promise<Found> {
  const { repository, workflow_run: run } = event
  if (run.event !== 'pull_request') return { unknown: 'The run was not for a pull request.' }
  const from = run.head_repository
  if (from === null) return { unknown: 'The repository that the run was for is gone.' }
  const head = encodeURIComponent(`${from.owner.login}:${run.head_branch}`)
  const path = `/repos/${github.repository}/pulls?state=open&head=${head}`
  const fitting = (await github.list(path, PullRequest)).filter(
    (pull) =>
      pull.state === 'open' &&
      pull.head.sha === run.head_sha &&
      pull.head.ref === run.head_branch &&
      pull.head.repo?.id === from.id &&
      pull.base.repo.id === repository.id,
  )
  const [only, second] = fitting
  if (only === undefined) {
    return { unknown: 'No open pull request is at the commit of the run any more.' }
  }
  if (second !== undefined) {
    return { unknown: 'Several pull requests are at the commit of the run, so none can be told.' }
  }
  return { number: only.number }
}
