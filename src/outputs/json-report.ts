import { compareProblems, type Problem } from '../core/problem.ts'
import { problemUrl } from './problem-url.ts'

/**
 * Problems as JSON for other programs: how many of each severity, and each problem with the address
 * of its page. `base` is where the site is published.
 */
export function toJsonReport(
  problems: readonly Problem[],
  { base }: { readonly base: string },
): string {
  const count = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length
  const report = {
    version: 1,
    counts: { errors: count('error'), warnings: count('warning'), infos: count('info') },
    problems: problems
      .toSorted(compareProblems)
      .map((problem) => ({ ...problem, url: problemUrl(base, problem.code) })),
  }
  return `${forLogs(JSON.stringify(report, null, 2))}\n`
}

/** JSON that says the same where `##[` would be taken for a command by the log of a workflow. */
export function forLogs(json: string): string {
  return json.replaceAll('##[', '#\\u0023[')
}
