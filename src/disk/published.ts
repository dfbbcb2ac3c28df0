import { checkPublished, type PublishedId } from '../analysis/published.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import type { Problem } from '../core/problem.ts'
import { classifyPath } from '../readers/path.ts'
import { readDocument } from '../readers/read-document.ts'
import { contentPathsAt, textAt, type GitAnswer } from './git.ts'

/** Ids that a commit publishes and the content no longer has, as problems. */
export function checkPublishedAt(
  kb: KnowledgeBase,
  folder: string,
  base: string,
): GitAnswer<readonly Problem[]> {
  const paths = contentPathsAt(folder, base)
  if ('unknown' in paths) return paths
  const published = paths.value.flatMap((path): PublishedId[] => {
    const file = classifyPath(path).value
    if (file?.type !== 'node' && file?.type !== 'source') return []
    const statement = kb.paths.has(path) ? undefined : statementAt(folder, base, path)
    return [{ id: file.id, path, ...(statement === undefined ? {} : { statement }) }]
  })
  return { value: checkPublished(kb, published) }
}

function statementAt(folder: string, base: string, path: string): string | undefined {
  const text = textAt(folder, base, path)
  const document = text === undefined ? undefined : readDocument({ path, text }).value
  return document?.type === 'node' ? document.statement : undefined
}
