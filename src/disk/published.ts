import {
  checkPublished,
  checkPublishedReviews,
  type PublishedId,
} from '../analysis/published.ts'
import type { ArgumentNode } from '../core/document.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { compareProblems, type Problem } from '../core/problem.ts'
import { reviewsPath } from '../core/review.ts'
import { classifyPath } from '../readers/path.ts'
import { readDocument } from '../readers/read-document.ts'
import { readReviews } from '../readers/read-reviews.ts'
import { changedLines, contentPathsAt, textAt, type GitAnswer } from './git.ts'

/**
 * What a commit publishes and the content took back, as problems: ids that are no longer there,
 * withdrawn nodes that are back, reviews that were removed.
 */
export function checkPublishedAt(
  kb: KnowledgeBase,
  folder: string,
  base: string,
): GitAnswer<readonly Problem[]> {
  const paths = contentPathsAt(folder, base)
  if ('unknown' in paths) return paths
  const changes = changedLines(folder, base)
  if ('unknown' in changes) return changes
  const isChanged = (path: string) => changes.value.has(path) || !kb.paths.has(path)
  const published = paths.value.flatMap((path): PublishedId[] => {
    const file = classifyPath(path).value
    if (file?.type !== 'node' && file?.type !== 'source') return []
    const node = file.type === 'node' && isChanged(path) ? nodeAt(folder, base, path) : undefined
    return [{ id: file.id, path, ...(node === undefined ? {} : saidBy(node)) }]
  })
  const reviews = isChanged(reviewsPath) ? textAt(folder, base, reviewsPath) : undefined
  const reviewed = readReviews({ path: reviewsPath, text: reviews ?? '' }).value ?? []
  const removed = checkPublishedReviews(kb, reviewed.map(({ edge }) => edge))
  return { value: [...checkPublished(kb, published), ...removed].sort(compareProblems) }
}

function nodeAt(folder: string, base: string, path: string): ArgumentNode | undefined {
  const text = textAt(folder, base, path)
  const document = text === undefined ? undefined : readDocument({ path, text }).value
  return document?.type === 'node' ? document : undefined
}

function saidBy({ statement, withdrawn }: ArgumentNode): Pick<PublishedId, 'statement' | 'withdrawn'> {
  return { statement, ...(withdrawn === undefined ? {} : { withdrawn }) }
}
