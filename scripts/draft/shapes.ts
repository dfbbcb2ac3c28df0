import { z } from 'zod'
import { Author } from '../github/comments.ts'

/** The event that an issue was opened or edited, as far as it is used. */
export const IssueChanged = z.object({
  issue: z.object({
    number: z.int().positive(),
    state: z.string(),
    body: z.string().nullish(),
    user: Author,
    pull_request: z.unknown().optional(),
  }),
  repository: z.object({ default_branch: z.string().min(1) }),
})
export type IssueChanged = z.infer<typeof IssueChanged>

export const Ref = z.object({ ref: z.string(), object: z.object({ sha: z.string() }) })
export const Pull = z.object({
  number: z.int(),
  html_url: z.string(),
  state: z.string(),
  user: Author,
  head: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
})
export const Comparison = z.object({
  total_commits: z.int(),
  commits: z.array(z.object({ author: Author.optional() })),
  files: z.array(z.object({ filename: z.string() })).optional(),
})
export const FileAt = z.object({ sha: z.string(), content: z.string() })
export const Anything = z.unknown()
