import { z } from 'zod'
import type { Github } from './api.ts'

const longest = 65_536

/** Whoever wrote something; null where the account is gone. */
export const Author = z.object({ login: z.string(), type: z.string() }).nullable()
export const Written = z.object({ html_url: z.string() })
const Comment = z.object({ id: z.int(), body: z.string().nullish(), user: Author })

/** Whether the workflows of this repository wrote it: nobody else has that name and type. */
export function isOurs(user: z.infer<typeof Author>): boolean {
  return user?.login === 'github-actions[bot]' && user.type === 'Bot'
}

/**
 * The first text that begins with a marker and was written by the workflows of this repository. Of a
 * stranger's text with the marker nothing is read and nothing is written to it.
 */
export function findOurs<
  Item extends { readonly body?: string | null | undefined; readonly user: z.infer<typeof Author> },
>(items: readonly Item[], marker: string): Item | undefined {
  return items.find(({ body, user }) => isOurs(user) && (body ?? '').startsWith(marker))
}

/**
 * Posts a comment on an issue or pull request, or rewrites the one that begins with the same first
 * line.
 *
 * @throws RangeError when the text is longer than GitHub takes.
 */
export async function putComment(
  github: Github,
  issue: number,
  text: string,
): Promise<'posted' | 'updated' | 'unchanged'> {
  if (text.length > longest) throw new RangeError('Expected a comment that GitHub takes')
  const [marker = ''] = text.split('\n', 1)
  const comments = `/repos/${github.repository}/issues/${String(issue)}/comments`
  const ours = findOurs(await github.list(comments, Comment), marker)
  if (ours === undefined) {
    await github.send('POST', comments, { body: text }, Written)
    return 'posted'
  }
  if (ours.body?.replaceAll('\r\n', '\n') === text) return 'unchanged'
  const path = `/repos/${github.repository}/issues/comments/${String(ours.id)}`
  await github.send('PATCH', path, { body: text }, Written)
  return 'updated'
}
