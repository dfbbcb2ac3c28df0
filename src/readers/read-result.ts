import type { SourceFile } from '../core/document.ts'
import { compareProblems, problem, type Checked } from '../core/problem.ts'
import { readText } from './text.ts'

const afterReason = / in JSON at position.*$| \(line.*$|, (?:\.\.\.)?".*" is not valid JSON$/s

/** Reads the published result of an experiment. Total: any text gives a value or problems. */
export function readResult(file: SourceFile): Checked<unknown> {
  const { value: text, problems } = readText(file)
  if (text === undefined) return { problems }
  try {
    const value: unknown = JSON.parse(text.text)
    return { value, problems: problems.sort(compareProblems) }
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown error'
    const at = findError(text.text)
    const end = at === text.text.length || text.text[at] === '\n' ? at : at + 1
    problems.push(
      problem('invalid-json', text.placeOf(at, end), {
        error: message.replace(afterReason, ''),
        text: text.text.slice(at, end),
      }),
    )
    return { problems: problems.sort(compareProblems) }
  }
}

// Not every message of JSON.parse gives a position. The error is at the end of the shortest
// beginning that fails for another reason than that it ends.
function findError(text: string): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (endsEarly(text.slice(0, middle + 1))) low = middle + 1
    else high = middle
  }
  return low
}

function endsEarly(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /at position (\d+)/.exec(message)?.[1]
    return position === undefined ? /end of JSON/.test(message) : isAtEnd(message, position, text)
  }
}

function isAtEnd(message: string, position: string, text: string): boolean {
  return message.startsWith('Unterminated string') || Number(position) >= text.length
}
