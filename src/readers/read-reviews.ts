import type { SourceFile } from '../core/document.ts'
import { isId, type EdgeId } from '../core/id.ts'
import type { Place } from '../core/place.ts'
import { compareProblems, problem, type Checked, type Problem } from '../core/problem.ts'
import type { Review } from '../core/review.ts'
import { readText, type FileText } from './text.ts'

/** Characters the file may have: some 20,000 edges, a line each. */
export const largestReviews = 2_000_000

const mostProblems = 20

/**
 * Reads the file of reviews: on each line an edge id, a tab and 12 hexadecimal digits, in order of
 * the edge ids. Total: any text gives all lines that can be read and a problem for each of the first
 * twenty that cannot. Lines out of order or given twice, as a merge leaves them, are read all the
 * same. No value where the file is too large.
 */
export function readReviews(file: SourceFile): Checked<readonly Review[]> {
  const { value: text, problems } = readText(file, largestReviews)
  if (text === undefined) return { problems }
  const { reviews, wrong } = readLines(text)
  problems.push(...wrong, ...findUntidy(reviews))
  return { value: reviews, problems: problems.sort(compareProblems) }
}

function readLines(text: FileText): { reviews: Review[]; wrong: Problem[] } {
  const reviews: Review[] = []
  const wrong: Problem[] = []
  let start = 0
  for (const line of text.text.split('\n')) {
    const place = text.placeOf(start, start + line.length)
    start += line.length + 1
    if (line.trim() === '') continue
    const [edge = '', wording = ''] = line.split('\t')
    const part = findWrong(line)
    if (part === undefined) reviews.push({ edge: edge as EdgeId, wording, place })
    else if (wrong.length < mostProblems) {
      wrong.push(problem('invalid-review', place, { part, text: { line, edge, wording }[part] }))
    }
  }
  return { reviews, wrong }
}

function findWrong(line: string): 'line' | 'edge' | 'wording' | undefined {
  const [edge = '', wording, ...more] = line.split('\t')
  if (wording === undefined || more.length > 0) return 'line'
  const ids = edge.split('>')
  if (ids.length < 2 || ids.length > 3 || !ids.every(isId)) return 'edge'
  return /^[0-9a-f]{12}$/.test(wording) ? undefined : 'wording'
}

// The first line out of order, and lines of an edge that has one before.
function findUntidy(reviews: readonly Review[]): readonly Problem[] {
  const found: Problem[] = []
  const first = new Map<EdgeId, Place>()
  let last: EdgeId | undefined
  let isSorted = true
  for (const { edge, place } of reviews) {
    const there = first.get(edge)
    if (there !== undefined) {
      const related = [{ message: 'The first line of the edge', place: there }]
      found.push(problem('untidy-reviews', place, { edge, how: 'second' }, related))
    } else if (isSorted && last !== undefined && edge < last) {
      found.push(problem('untidy-reviews', place, { edge, how: 'order' }))
      isSorted = false
    }
    if (there === undefined) first.set(edge, place)
    last = edge
    if (found.length >= mostProblems) break
  }
  return found
}
