import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Options of vitest that take the next argument as their value. */
const withValue = new Set([
  '-t',
  '--testNamePattern',
  '--reporter',
  '--project',
  '--shard',
  '--retry',
  '--bail',
])

/**
 * What `npm test` with these arguments has to do: which arguments go to vitest, whether tests of
 * pages run in a browser, whether the site is needed, and whether this is the whole suite, with
 * types and content. Arguments that are not options name test files by a part of their path.
 */
export function planTests(args, testFiles) {
  const forVitest = args.filter((arg) => arg !== '--no-browser')
  const filters = forVitest.filter(
    (arg, i) => !arg.startsWith('-') && !withValue.has(forVitest[i - 1] ?? ''),
  )
  const named = testFiles.filter(
    (file) =>
      filters.length === 0 || filters.some((filter) => file.includes(filter.replace(/^\.\//, ''))),
  )
  const wanted = !args.includes('--no-browser')
  return {
    forVitest,
    whole: filters.length === 0,
    site: named.some((file) => file.startsWith('test/site/')),
    browser: wanted && named.some((file) => file.startsWith('test/site/browser/')),
    leftOut: wanted ? [] : named.filter((file) => file.startsWith('test/site/browser/')),
  }
}

/** All files of tests, relative to the repository, with `/`. */
export function findTestFiles(root) {
  return readdirSync(path.join(root, 'test'), { recursive: true })
    .map((file) => `test/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
}

/**
 * The numbers of vitest's JSON report. A file that could not be run at all counts as one that
 * failed, so that failures never read as none.
 */
export function countTests(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}
