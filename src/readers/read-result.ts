import { isNode, parseDocument, type Document } from 'yaml'
import type { core } from 'zod'
import type { SourceFile } from '../core/document.ts'
import type { PublishedResult } from '../core/experiment-result.ts'
import { compareProblems, problem, type Checked, type Problem } from '../core/problem.ts'
import { ResultFields } from './schemas/result.ts'
import { readText, type FileText } from './text.ts'

const mostProblems = 20
const deepestResult = 32

const afterReason = / in JSON at position.*$| \(line.*$|, (?:\.\.\.)?".*" is not valid JSON$/s

/**
 * Reads the published result of an experiment. Total: any text gives a value or problems. What the
 * value says of itself, such as its digest, is not believed here: running it again tells.
 */
export function readResult(file: SourceFile): Checked<PublishedResult> {
  const { value: text, problems } = readText(file)
  if (text === undefined) return { problems }
  const tooDeep = findTooDeep(text.text)
  if (tooDeep !== undefined) {
    const what = { what: 'lists and objects', limit: deepestResult }
    problems.push(problem('nesting-too-deep', text.placeOf(tooDeep, tooDeep + 1), what))
    return { problems: problems.sort(compareProblems) }
  }
  try {
    const fields = ResultFields.safeParse(JSON.parse(text.text))
    if (!fields.success) problems.push(...toResultProblems(fields.error.issues, text))
    problems.sort(compareProblems)
    return fields.success ? { value: fields.data as PublishedResult, problems } : { problems }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const at = findError(text.text)
    const end = at === text.text.length || text.text[at] === '\n' ? at : at + 1
    problems.push(
      problem('invalid-json', text.placeOf(at, end), {
        error: error.message.replace(afterReason, ''),
        text: text.text.slice(at, end),
      }),
    )
    return { problems: problems.sort(compareProblems) }
  }
}

// What reads and draws a result recurs. Brackets in texts of a result are few and in pairs.
function findTooDeep(text: string): number | undefined {
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > deepestResult) return index
  }
  return undefined
}

function toResultProblems(issues: readonly core.$ZodIssue[], text: FileText): Problem[] {
  const document = parseDocument(text.text, { schema: 'json', prettyErrors: false })
  return issues.slice(0, mostProblems).map((issue) => {
    const { start, end, isThere } = locate(document, issue.path)
    const stop = isThere ? end : start + 1
    return problem('invalid-result', text.placeOf(start, stop), {
      field: issue.path.map(String).join('.'),
      text: isThere ? (text.text.slice(start, stop).split('\n')[0] ?? '') : '',
      expected: issue.code === 'unrecognized_keys' ? 'no other fields' : issue.message,
    })
  })
}

/** Where a value stands, or what is nearest around it. */
function locate(document: Document, path: readonly PropertyKey[]) {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (!isNode(node) || !node.range) continue
    return { start: node.range[0], end: node.range[1], isThere: length === path.length }
  }
  return { start: 0, end: 1, isThere: false }
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
