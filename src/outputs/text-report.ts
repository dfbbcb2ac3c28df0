import { createColors } from 'picocolors'
import { visible } from '../core/catalogue/entry.ts'
import type { Place } from '../core/place.ts'
import { compareProblems, type Problem, type Severity } from '../core/problem.ts'
import { codeFrame } from './code-frame.ts'
import { problemUrl } from './problem-url.ts'

export interface TextReportOptions {
  /** Texts of the files by path, for showing the lines. */
  readonly texts: ReadonlyMap<string, string>
  readonly colour: boolean
  /** Where the site is published: `https://example.org/assay`, or a path, or nothing. */
  readonly base: string
  /** Columns of the terminal. */
  readonly width?: number
  /** Leaves problems of the severity `info` to the final count. */
  readonly withoutInfos?: boolean
}

type Colours = ReturnType<typeof createColors>

/**
 * Problems for a terminal, by file, each with the line it is about and the exact characters
 * underlined, and a count at the end. No character of content reaches the terminal as a control.
 */
export function toTextReport(problems: readonly Problem[], options: TextReportOptions): string {
  const colours = createColors(options.colour)
  const shownProblems = problems
    .filter(({ severity }) => !(options.withoutInfos === true && severity === 'info'))
    .toSorted(compareProblems)
  const byFile = Map.groupBy(shownProblems, ({ place }) => place.file)
  const blocks = [...byFile].map(([file, found]) =>
    [
      colours.underline(visible(file)),
      '',
      ...found.flatMap((problem) => [...problemLines(problem, options, colours), '']),
    ].join('\n'),
  )
  return [...blocks, countLines(problems, options, colours), ''].join('\n')
}

function problemLines(
  problem: Problem,
  { texts, base, width = 100 }: TextReportOptions,
  colours: Colours,
): readonly string[] {
  const { severity, code, place } = problem
  const paint = painter(severity, colours)
  const frame = codeFrame(texts.get(place.file), place, width - 4)
  const related = (problem.related ?? []).map(
    (other) => `see ${where(other.place)}: ${visible(other.message)}`,
  )
  const notes = [
    ...(problem.nearest === undefined ? [] : [`try \`${visible(problem.nearest)}\``]),
    ...(problem.hint === undefined ? [] : [visible(problem.hint)]),
    ...related,
    colours.dim(problemUrl(base, code)),
  ]
  return [
    `  ${position(place)}  ${paint(severity)}  ${colours.bold(code)}  ${visible(problem.message)}`,
    ...frame.map(
      ({ gutter, text, mark }) => `    ${colours.dim(gutter)}${mark ? paint(text) : text}`,
    ),
    ...notes.map((note) => `    ${note}`),
  ]
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  if (severity === 'error') return colours.red
  return severity === 'warning' ? colours.yellow : colours.cyan
}

function position({ start }: Place): string {
  return `${start.line}:${start.column}`
}

function where(place: Place): string {
  return `${visible(place.file)}:${position(place)}`
}

function countLines(
  problems: readonly Problem[],
  { withoutInfos }: TextReportOptions,
  colours: Colours,
): string {
  if (problems.length === 0) return colours.green('No problems.')
  const files = new Set(problems.map(({ place }) => place.file)).size
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return count === 0 ? [] : [counted(count, severity === 'info' ? 'note' : severity)]
  })
  const line = `${listed(counts)} in ${counted(files, 'file')}.`
  const hidden = withoutInfos === true && problems.some(({ severity }) => severity === 'info')
  return hidden ? `${line} Notes are shown by --all.` : line
}

/** A number with its noun: `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
