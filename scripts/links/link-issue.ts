import { z } from 'zod'
import { linksMarker, toLinkMarkdown, type CheckedLink } from '../../src/outputs/link-report.ts'
import type { Github } from '../github/api.ts'
import { Author, findOurs, Written } from '../github/comments.ts'

const title = 'Links that lead nowhere'
const Issue = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  user: Author,
  pull_request: z.unknown().optional(),
})

/**
 * Keeps one issue about broken links: opens it when there are some, rewrites it when they change,
 * and closes it when there are none. Says in a sentence what it did.
 */
export async function keepLinkIssue(
  github: Github,
  links: readonly CheckedLink[],
  site: string,
): Promise<string> {
  const issues = `/repos/${github.repository}/issues`
  const open = await github.list(`${issues}?state=open`, Issue)
  const ours = findOurs(
    open.filter((issue) => issue.title === title && issue.pull_request === undefined),
    linksMarker,
  )
  const isWell = links.every(({ state }) => state !== 'broken')
  const body = toLinkMarkdown(links, site)
  if (ours === undefined) {
    if (isWell) return 'No link is broken, and no issue is open.'
    await github.send('POST', issues, { title, body }, Written)
    return 'An issue was opened.'
  }
  const path = `${issues}/${String(ours.number)}`
  const closing = isWell ? { state: 'closed', state_reason: 'completed' } : {}
  await github.send('PATCH', path, { body, ...closing }, Written)
  return `Issue ${String(ours.number)} was ${isWell ? 'closed' : 'rewritten'}.`
}
