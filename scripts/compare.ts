import fs from 'node:fs'
import process from 'node:process'
import { compare } from '../src/analysis/compare/compare.ts'
import type { Comparison } from '../src/analysis/compare/comparison.ts'
import { openReadCache } from '../src/disk/read-cache.ts'
import { assemble } from '../src/graph/assemble.ts'
import { readComparison, toComparisonJson } from '../src/outputs/comparison-json.ts'
import { toComparisonMarkdown } from '../src/outputs/comparison-markdown.ts'
import { toComparisonText } from '../src/outputs/comparison-text.ts'
import { readSides } from './compare/sides.ts'
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

const help = `Usage: npm run --silent compare -- [options] <base> [<head>]

What a change does to the argument. Both sides are commits or folders; without <head> it is the
content of the working tree. Exits with 1 when there are new errors, with 2 when it was called
wrongly or nothing could be compared.

A name that is a folder here means that folder, or the content/ in it; a branch of the same name is
written refs/heads/<name>, a folder whose name starts with a hyphen ./<name>. A commit is compared
from where the other side branched off, so that what came to it since is not counted.

  --exact             compare with the commit <base> itself
  --format <name>     text (default), json or markdown (a comment for GitHub)
  --out <file>        write there and not to standard output
  --summary           also write the summary of a workflow's step
  --read <file>       a comparison that was written as json before, in place of <base>
  --content <folder>  the content of the working tree, else ASSAY_CONTENT, else content
  --no-cache          read every file anew
  --help              this text

ASSAY_SITE and ASSAY_BASE say where the site is published, for links to it.
`

const table = {
  exact: 'flag',
  format: ['text', 'json', 'markdown'],
  out: 'text',
  summary: 'flag',
  read: 'text',
  content: 'text',
  'no-cache': 'flag',
  help: 'flag',
} as const

/** A summary has room for 1 MiB; a character of it may take three bytes. */
const summarySize = 300_000

/** Bytes of a comparison that is read. */
const largestRead = 16_000_000

await runCommand((argv) => {
  const given = readOptions(argv, table, 2)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const base = publishedAt()
  const comparison = find(given)
  write(comparison, given, base)
  if (given.flags.has('summary')) {
    const options = { base, withoutMarker: true, most: summarySize }
    appendStepSummary(toComparisonMarkdown(comparison, options))
  }
  return comparison.problemsNew.some(({ severity }) => severity === 'error') ? 1 : 0
})

function find(given: Given): Comparison {
  const { flags, values, names } = given
  const [base, head] = names
  const file = values.get('read')
  if (file !== undefined) {
    if (base === undefined) return readFile(file)
    throw new UsageError(`Unexpected ${quote(base)} with \`--read\`, expected one of the two.`)
  }
  if (base === undefined) {
    throw new UsageError('Unexpected lack of a base, expected a commit or a folder.')
  }
  const { before, after, notices } = readSides({
    base,
    ...(head === undefined ? {} : { head }),
    content: contentFolder(given),
    isExact: flags.has('exact'),
  })
  for (const notice of notices) process.stderr.write(`${notice}\n`)
  const cache = flags.has('no-cache') ? undefined : openReadCache()
  const comparison = compare(assemble(before, cache?.read), assemble(after, cache?.read))
  cache?.save()
  return comparison
}

function readFile(file: string): Comparison {
  let text: string
  try {
    if (fs.statSync(file).size > largestRead) throw new RangeError('More than any comparison has')
    text = fs.readFileSync(file, 'utf8')
  } catch {
    throw new UsageError(`Expected ${quote(file)} to be a file of at most 16 MB that can be read.`)
  }
  const { value, problem } = readComparison(text)
  if (value !== undefined) return value
  throw new UsageError(`${quote(file)}: ${problem ?? ''}`)
}

function write(comparison: Comparison, { values }: Given, base: string): void {
  const format = values.get('format') ?? 'text'
  const out = values.get('out')
  const text = toText(comparison, format, base, out === undefined && wantsColour())
  if (out !== undefined) writeOut(out, text)
  else if (format === 'text') printText(text)
  else process.stdout.write(text)
}

function toText(comparison: Comparison, format: string, base: string, colour: boolean): string {
  if (format === 'json') return toComparisonJson(comparison)
  if (format === 'text') return toComparisonText(comparison, { colour })
  return toComparisonMarkdown(comparison, { base, whole: 'the summary of the check' })
}

function writeOut(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text)
  } catch {
    throw new UsageError(`Expected ${quote(file)} to be a file that can be written.`)
  }
}
