import { problem, type Problem } from '../core/problem.ts'
import { span, type FileText } from './text.ts'

/** A file cut at its fences; what cannot be told apart is absent. */
export interface FencedText {
  /** From the first fence to the second, both included; only where both are right. */
  readonly fenced?: string
  /** What follows the second fence, and the line it starts on. */
  readonly body?: { readonly markdown: string; readonly line: number }
  readonly problems: readonly Problem[]
}

const mostCharacters = 32_768
const mostLines = 500

/**
 * Cuts a file at a strict fence: line 1 is exactly `---`, and the first later line that is exactly
 * `---` ends the front matter.
 */
export function splitFence(file: FileText): FencedText {
  const { text } = file
  const firstEnd = lineEnd(text, 0)
  const first = text.slice(0, firstEnd)
  const problems: Problem[] = first === '---' ? [] : [firstLineProblem(file, first)]
  if (!first.startsWith('---')) return { problems }

  let line = 2
  for (let start = firstEnd + 1; start < text.length; line++) {
    const end = lineEnd(text, start)
    if (text.startsWith('---', start)) {
      const fence = text.slice(start, end)
      if (fence === '---') {
        const body = { markdown: text.slice(end + 1), line: line + 1 }
        problems.push(...findTooLarge(file, end, line))
        return problems.length > 0
          ? { body, problems }
          : { fenced: `${text.slice(0, end)}\n`, body, problems }
      }
      problems.push(problem('invalid-fence', file.placeOf(start, end), { fence }))
      if (problems.length >= 20) return { problems }
    }
    start = end + 1
  }
  problems.push(problem('unclosed-front-matter', file.placeOf(text.length, text.length), {}))
  return { problems }
}

function firstLineProblem(file: FileText, first: string): Problem {
  const place = span(file.file, 1, 1 + file.shift, 1, 1 + file.shift + first.length)
  const language = /^---[ \t]*([A-Za-z][^\s]*)\s*$/.exec(first)?.[1]
  if (language !== undefined) return problem('front-matter-language', place, { language })
  if (first.startsWith('---')) return problem('invalid-fence', place, { fence: first })
  return problem('missing-front-matter', place, { line: first })
}

function findTooLarge(file: FileText, characters: number, lines: number): Problem[] {
  if (characters <= mostCharacters && lines <= mostLines) return []
  const byLines = lines > mostLines
  const found = problem('front-matter-too-large', file.placeOf(0, 3), {
    size: byLines ? `${String(lines)} lines` : `${String(characters)} characters`,
    limit: byLines ? `${String(mostLines)} lines` : `${String(mostCharacters)} characters`,
  })
  return [found]
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
