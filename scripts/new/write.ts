import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { check } from '../../src/analysis/check.ts'
import { visible } from '../../src/core/catalogue/entry.ts'
import type { SourceFile } from '../../src/core/document.ts'
import type { Problem } from '../../src/core/problem.ts'
import { openReadCache } from '../../src/disk/read-cache.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { toTextReport } from '../../src/outputs/text-report.ts'
import { classifyPath } from '../../src/readers/path.ts'
import { publishedAt, quote, UsageError } from '../lib/command.ts'
import type { Known } from './known.ts'

/** A file and the problems that it would bring. */
export interface Trial {
  readonly file: SourceFile
  readonly problems: readonly Problem[]
}

/** Reads and judges the content as if the file were in it. */
export function tryFile({ files, kb }: Known, file: SourceFile): Trial {
  const { read } = openReadCache()
  const before = new Set(check(kb).map(nameOf))
  const after = check(assemble([...files, file], read))
  return { file, problems: after.filter((each) => !before.has(nameOf(each))) }
}

function nameOf({ code, place, message }: Problem): string {
  return JSON.stringify([code, place, message])
}

/** Whether a file would make the content wrong. */
export function hasErrors({ problems }: Trial): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

/** Says the problems of a new file as `npm run check` says them. */
export function report({ file, problems }: Trial, { files }: Known): string {
  const { NO_COLOR: no, TERM: terminal } = process.env
  return toTextReport(problems, {
    texts: new Map([...files, file].map(({ path: name, text }) => [name, text])),
    colour: (no === undefined || no === '') && process.stdout.isTTY && terminal !== 'dumb',
    base: publishedAt(),
    width: process.stdout.columns ?? 100,
  })
}

/**
 * Writes a new file. What is there is never written over, not even a link that leads nowhere.
 *
 * @throws UsageError when the path is no place of a node or source, or there is such a file.
 */
export function writeNew({ folder }: Known, { path: name, text }: SourceFile): string {
  const { value } = classifyPath(name)
  if (value?.type !== 'node' && value?.type !== 'source') {
    throw new UsageError(`Unexpected path ${quote(name)}, expected a place for a node or source.`)
  }
  const target = path.join(folder, path.relative('content', name))
  try {
    if (value.type === 'source') fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, text, { flag: 'wx' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === '') throw error
    const why = code === 'EEXIST' ? 'there is a file already' : code
    throw new UsageError(`Unexpected fault when writing ${quote(target)}: ${why}.`)
  }
  return target
}

/** What to do once a file is written, a line each. */
export function nextSteps({ path: name, text }: SourceFile, target: string): string {
  const { value } = classifyPath(name)
  const isSource = value?.type === 'source'
  const page = isSource ? `/sources/${value.id}/` : pageOf(name)
  const missing = isSource ? 'what it shows, in your words' : 'what is claimed, and why'
  const hasBody = text.split('\n---\n').slice(1).join('').trim() !== ''
  return [
    `Written: ${visible(target)}`,
    ...(hasBody ? [] : [`The body is empty: write below the second \`---\` ${missing}.`]),
    `Its page: npm run dev, then ${page}`,
    'Once it is right: git add the file, commit, open a pull request.',
    '',
  ].join('\n')
}

function pageOf(name: string): string {
  return `/c/${path.posix.basename(name, '.md')}/`
}
