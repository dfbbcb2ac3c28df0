import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Problem } from '../../core/problem.ts'
import { check } from '../check.ts'
import { checkPublished, checkPublishedReviews, type PublishedId } from '../published.ts'
import { cutText, type ComparisonLists, type ProblemRef } from './comparison.ts'

/**
 * Problems that came and went; among those that came ids and reviews that are gone. A problem is the same where
 * code, file and message are: lines move.
 */
export function compareProblemsOf(
  before: KnowledgeBase,
  after: KnowledgeBase,
): Pick<ComparisonLists, 'problemsNew' | 'problemsFixed'> {
  const was = check(before)
  const reviewed = before.reviews.map(({ edge }) => edge)
  const is = [
    ...check(after),
    ...checkPublished(after, publishedIn(before)),
    ...checkPublishedReviews(after, reviewed),
  ]
  return { problemsNew: without(is, was), problemsFixed: without(was, is) }
}

const gravest = ['error', 'warning', 'info']

/** Those of the first that are more often there than in the second, the gravest first. */
function without(problems: readonly Problem[], others: readonly Problem[]): ProblemRef[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1)
  const found = problems.flatMap((problem) => {
    const count = left.get(keyOf(problem)) ?? 0
    if (count === 0) return [problemRef(problem)]
    left.set(keyOf(problem), count - 1)
    return []
  })
  return found.sort((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity))
}

function keyOf({ code, place, message }: Problem): string {
  return JSON.stringify([code, place.file, message])
}

function problemRef({ code, severity, place, message }: Problem): ProblemRef {
  const { file, start } = place
  return { code, severity, file: cutText(file), line: start.line, message: cutText(message) }
}

function publishedIn({ graph, sources }: KnowledgeBase): readonly PublishedId[] {
  return [
    ...[...graph.nodes.values()].map(({ id, place, statement, withdrawn }) => ({
      id,
      path: place.file,
      statement,
      ...(withdrawn === undefined ? {} : { withdrawn }),
    })),
    ...[...sources.values()].map(({ id, place }) => ({ id, path: place.file })),
  ]
}
