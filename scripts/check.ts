import process from 'node:process'
import { check } from '../src/analysis/check.ts'
import { visible } from '../src/core/catalogue/entry.ts'
import type { SourceFile } from '../src/core/document.ts'
import type { Problem } from '../src/core/problem.ts'
import { changedLines } from '../src/disk/git.ts'
import { checkPublishedAt } from '../src/disk/published.ts'
import { openReadCache } from '../src/disk/read-cache.ts'
import { readContent } from '../src/disk/read-content.ts'
import { assemble } from '../src/graph/assemble.ts'
import { toGithubAnnotations } from '../src/outputs/github-annotations.ts'
import { toJsonReport } from '../src/outputs/json-report.ts'
import { toSarif } from '../src/outputs/sarif.ts'
import { toStepSummary } from '../src/outputs/step-summary.ts'
import { counted, toTextReport } from '../src/outputs/text-report.ts'
import {
  contentFolder,
  publishedAt,
  quote,
  readOptions,
  runCommand,
  UsageError,
  type Given,
} from './lib/command.ts'
import { appendStepSummary, printText, wantsColour } from './lib/print.ts'

const help = `Usage: npm run check -- [options]

Reports what is wrong or missing in the content. Exits with 1 when there are errors, with 2 when
it was called wrongly, there is no content, or published ids could not be compared.

  --format <name>     text (default), json, github or sarif
  --base <commit>     compare with a commit: ids published there must stay, and problems
                      on changed lines come first in the github format
  --content <folder>  the folder to check, else ASSAY_CONTENT, else content
  --all               show notes one by one in the text format
  --quiet             errors only
  --no-cache          read every file anew
  --help              this text

ASSAY_SITE and ASSAY_BASE say where the site is published, for the addresses of problem pages.
`

const table = {
  format: ['text', 'json', 'github', 'sarif'],
  base: 'text',
  content: 'text',
  all: 'flag',
  quiet: 'flag',
  'no-cache': 'flag',
  help: 'flag',
} as const

await runCommand((argv) => {
  const given = readOptions(argv, table)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const base = publishedAt()
  const folder = contentFolder(given)
  const files = readContent(folder)
  const { problems: found, isCompared } = findProblems(files, given)
  if (files.length === 0 && found.length === 0) {
    throw new UsageError(`Unexpected empty folder ${quote(folder)}, expected files of content.`)
  }
  const problems = given.flags.has('quiet') ? found.filter(isError) : found
  print(problems, files, given, base)
  if (found.some(isError)) return 1
  return isCompared ? 0 : 2
})

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

interface Findings {
  readonly problems: readonly Problem[]
  /** Whether published ids were looked at, or nobody asked for it. */
  readonly isCompared: boolean
}

function findProblems(files: readonly SourceFile[], { flags, values }: Given): Findings {
  const cache = flags.has('no-cache') ? undefined : openReadCache()
  const kb = assemble(files, cache?.read)
  cache?.save()
  const revision = values.get('base')
  const problems = check(kb)
  if (revision === undefined) return { problems, isCompared: true }
  const published = checkPublishedAt(kb, process.cwd(), revision)
  if ('value' in published) {
    return { problems: [...problems, ...published.value], isCompared: true }
  }
  process.stderr.write(`Published ids are not checked: ${visible(published.unknown)}\n`)
  return { problems, isCompared: false }
}

function print(
  problems: readonly Problem[],
  files: readonly SourceFile[],
  given: Given,
  base: string,
): void {
  const format = given.values.get('format') ?? 'text'
  if (format === 'json') process.stdout.write(toJsonReport(problems, { base }))
  else if (format === 'sarif') process.stdout.write(toSarif(problems, { base }))
  else if (format === 'github') printAnnotations(problems, given, base)
  else if (problems.length > 0 || !given.flags.has('quiet')) printReport(problems, files, given, base)
}

function printReport(
  problems: readonly Problem[],
  files: readonly SourceFile[],
  { flags }: Given,
  base: string,
): void {
  const text = toTextReport(problems, {
    texts: new Map(files.map((file) => [file.path, file.text])),
    colour: wantsColour(),
    base,
    width: process.stdout.columns ?? 100,
    withoutInfos: !flags.has('all'),
  })
  printText(text)
}

function printAnnotations(problems: readonly Problem[], { values }: Given, base: string): void {
  const revision = values.get('base')
  const changes = revision === undefined ? undefined : changedLines(process.cwd(), revision)
  if (changes !== undefined && 'unknown' in changes) {
    process.stderr.write(`Changed lines are not known: ${visible(changes.unknown)}\n`)
  }
  const changed = changes !== undefined && 'value' in changes ? changes.value : undefined
  const { commands, overflow } = toGithubAnnotations(problems, {
    base,
    ...(changed === undefined ? {} : { changed }),
  })
  process.stdout.write(commands)
  process.stdout.write(`${counted(problems.length, 'problem')}.`)
  if (overflow.length > 0) {
    process.stdout.write(` ${counted(overflow.length, 'problem')} without annotation.`)
  }
  process.stdout.write('\n')
  appendStepSummary(toStepSummary(problems, { base }))
}
