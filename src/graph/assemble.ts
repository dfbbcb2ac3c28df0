import type { Document, SourceFile } from '../core/document.ts'
import type { PublishedResult } from '../core/experiment-result.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import type { Checked, Problem } from '../core/problem.ts'
import type { Review } from '../core/review.ts'
import { classifyPath } from '../readers/path.ts'
import { readDocument } from '../readers/read-document.ts'
import { readResult } from '../readers/read-result.ts'
import { readReviews } from '../readers/read-reviews.ts'
import { byText } from './by-text.ts'
import { join } from './join.ts'

/**
 * Reads all files of `content/` and joins them. Every file is read whatever is wrong with another,
 * and nothing points in vain at a file that is there but broken: that file alone is reported. The
 * same files in any order give the same knowledge base. `read` may keep what it read before.
 */
export function assemble(
  files: readonly SourceFile[],
  read: (file: SourceFile) => Checked<Document> = readDocument,
): KnowledgeBase {
  const documents: Document[] = []
  const results = new Map<string, PublishedResult>()
  const reviews: Review[] = []
  const problems: Problem[] = []
  const inOrder = [...files].sort((a, b) => byText(a.path, b.path) || byText(a.text, b.text))
  for (const file of inOrder) {
    const type = classifyPath(file.path).value?.type
    if (type === 'reviews') {
      const found = readReviews(file)
      problems.push(...found.problems)
      reviews.push(...(found.value ?? []))
    } else if (type === 'result') {
      const result = readResult(file)
      problems.push(...result.problems)
      if (result.value !== undefined) results.set(file.path, result.value)
    } else {
      const document = read(file)
      problems.push(...document.problems)
      if (document.value !== undefined) documents.push(document.value)
    }
  }
  const paths = inOrder.map(({ path }) => path)
  return join({ paths, documents, results, reviews, problems })
}
