import { nearest } from '../core/id.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { fileStart } from '../core/place.ts'
import { compareProblems, problem, type Problem } from '../core/problem.ts'
import { knownIds } from '../graph/known-ids.ts'
import { classifyPath } from '../readers/path.ts'
import { findSimilar } from './similarity.ts'

/** An id that was published once, with the file it had then and what that file said. */
export interface PublishedId {
  readonly id: string
  readonly path: string
  readonly statement?: string
}

/**
 * Ids of nodes and sources that were published and have no file any more. What is suggested is the
 * node that says the same, where its statement is known, or else the id most like it.
 */
export function checkPublished(
  kb: KnowledgeBase,
  published: readonly PublishedId[],
): readonly Problem[] {
  const known = knownIds(kb.paths)
  const problems: Problem[] = []
  for (const { id, path, statement } of published) {
    const type = classifyPath(path).value?.type === 'source' ? 'source' : 'node'
    const ids = type === 'source' ? known.sources : known.nodes
    if (ids.has(id)) continue
    const same = statement === undefined ? undefined : nodeThatSays(kb, statement)
    const suggestion = same ?? nearest(id, ids)
    problems.push(
      problem('published-id-vanished', fileStart(path), { id, type, nearest: suggestion }),
    )
  }
  return problems.sort(compareProblems)
}

function nodeThatSays(kb: KnowledgeBase, statement: string): string | undefined {
  const nodes = [...kb.graph.nodes.values()]
  const equal = nodes.find((node) => node.statement === statement)
  if (equal !== undefined) return equal.id
  const like = nodes.find((node) => findSimilar([statement, node.statement]).length > 0)
  return like?.id
}
