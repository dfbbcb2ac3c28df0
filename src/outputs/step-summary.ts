import { compareProblems, type Problem } from '../core/problem.ts'
import { toMarkdownText } from './markdown-text.ts'
import { problemUrl } from './problem-url.ts'
import { counted } from './text-report.ts'

/** Rows for which a summary has room: GitHub takes 1 MiB. */
const most = 500

/** Problems as the Markdown table of a workflow's summary; `base` is where the site stands. */
export function toStepSummary(
  problems: readonly Problem[],
  { base }: { readonly base: string },
): string {
  if (problems.length === 0) return '### Content\n\nNo problems.\n'
  const rows = problems.toSorted(compareProblems).map(({ severity, code, place, message }) => {
    const where = `${toMarkdownText(place.file)}:${place.start.line}:${place.start.column}`
    return `| ${severity} | ${where} | ${pageLink(base, code)} | ${toMarkdownText(message)} |`
  })
  return [
    '### Content',
    '',
    `${counted(problems.length, 'problem')}.`,
    '',
    '| Severity | Place | Code | Problem |',
    '| --- | --- | --- | --- |',
    ...rows.slice(0, most),
    ...(rows.length > most ? ['', `${counted(rows.length - most, 'more problem')} not shown.`] : []),
    '',
  ].join('\n')
}

function pageLink(base: string, code: string): string {
  return /^https?:/.test(base) ? `[${code}](${problemUrl(base, code)})` : code
}
