import { visible } from '../core/catalogue/entry.ts'
import { compareProblems, type Problem, type Severity } from '../core/problem.ts'
import { problemUrl } from './problem-url.ts'

/** Lines of a file, from 1, the last included. */
interface LineRange {
  readonly first: number
  readonly last: number
}

export interface AnnotationOptions {
  /** Where the site is published. */
  readonly base: string
  /** Lines that a pull request changes, by file: problems there come first. */
  readonly changed?: ReadonlyMap<string, readonly LineRange[]>
}

/** GitHub shows no more of each severity for one step of a workflow. */
const most = 10

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/**
 * Problems as commands that a GitHub workflow turns into annotations, one on each line, and the
 * problems for which GitHub has no room.
 */
export function toGithubAnnotations(
  problems: readonly Problem[],
  options: AnnotationOptions,
): { readonly commands: string; readonly overflow: readonly Problem[] } {
  const ordered = problems.toSorted(
    (a, b) =>
      Number(isChanged(b, options)) - Number(isChanged(a, options)) || compareProblems(a, b),
  )
  const used: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const lines: string[] = []
  const overflow: Problem[] = []
  for (const problem of ordered) {
    if (used[problem.severity] >= most) overflow.push(problem)
    else lines.push(`${command(problem, options.base)}\n`)
    used[problem.severity] += 1
  }
  return { commands: lines.join(''), overflow: overflow.sort(compareProblems) }
}

function isChanged({ place }: Problem, { changed }: AnnotationOptions): boolean {
  const ranges = changed?.get(place.file) ?? []
  return ranges.some(({ first, last }) => place.start.line <= last && place.end.line >= first)
}

function command({ code, severity, message, place, hint }: Problem, base: string): string {
  const { file, start, end } = place
  const oneLine = start.line === end.line
  const properties = Object.entries({
    file,
    line: start.line,
    ...(oneLine
      ? { col: start.column, endColumn: Math.max(end.column - 1, start.column) }
      : { endLine: end.line }),
    title: code,
  }).map(([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`)
  const text = [message, ...(hint === undefined ? [] : [hint]), problemUrl(base, code)]
  const data = escapeData(text.map(visible).join('\n'))
  return `::${commands[severity]} ${properties.join(',')}::${data}`
}

/** As `escapeData` of `@actions/core`. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** As `escapeProperty` of `@actions/core`. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
