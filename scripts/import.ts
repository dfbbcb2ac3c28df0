import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { check } from '../src/analysis/check.ts'
import { visible } from '../src/core/catalogue/entry.ts'
import type { SourceFile } from '../src/core/document.ts'
import { isId } from '../src/core/id.ts'
import { readContent } from '../src/disk/read-content.ts'
import { assemble } from '../src/graph/assemble.ts'
import { toImportedFile } from '../src/outputs/interchange/imported-file.ts'
import { counted } from '../src/outputs/text-report.ts'
import { toDrafts, type Drafts } from '../src/readers/interchange/drafts.ts'
import { largestImport, type Material, type Remark } from '../src/readers/interchange/material.ts'
import { importFormats, readSource, type ImportFormat } from './interchange/read-source.ts'
import {
  contentFolder,
  expected,
  quote,
  readOptions,
  runCommand,
  UsageError,
  type Given,
} from './lib/command.ts'

const help = `Usage: npm run import -- <file> --map <id> [options]

Makes drafts of nodes from a file of another format, says what could not be carried, and checks the
content with them. Never overwrites a file. Exits with 1 where nothing could be imported.

  --map <id>        the map the nodes go to; where it is new, its index.md is made too
  --format <name>   argdown or aif (AIF as AIFdb writes it, or xAIF), else by the file's name
  --strict, --loose how relations between statements of Argdown are meant, else as its front matter
                    says, else loose
  --thesis <id>     the thesis of a new map, by its id or its name in the file, else the statement
                    that most relations point at
  --out <folder>    the content folder, else ASSAY_CONTENT, else content
  --dry-run         write nothing
  --help            this text
`

const table = {
  map: 'text',
  format: importFormats,
  strict: 'flag',
  loose: 'flag',
  thesis: 'text',
  out: 'text',
  'dry-run': 'flag',
  help: 'flag',
} as const

await runCommand(async (argv) => {
  const given = readOptions(argv, table, 1)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const map = mapOf(given)
  const file = given.names[0]
  if (file === undefined) throw new UsageError('Unexpected lack of a file, expected its path.')
  const text = readFile(file)
  const material = await readSource({ format: formatOf(file, given), text, mode: modeOf(given) })
  if ('unreadable' in material) {
    process.stderr.write(`${quote(file)}: ${visible(material.unreadable)}\n`)
    return 1
  }
  return importInto(map, material, given)
})

function mapOf({ values }: Given): string {
  const map = values.get('map')
  if (map === undefined) throw new UsageError('Unexpected lack of `--map`, expected the id of a map.')
  if (!isId(map) || map === 'sources' || map === 'results') {
    throw new UsageError(`Unexpected map ${quote(map)}, expected an id in lower-case kebab.`)
  }
  return map
}

function formatOf(file: string, { values }: Given): ImportFormat {
  const format = values.get('format')
  if (format !== undefined) return format as ImportFormat
  if (/\.(?:argdown|ad|adown)$/i.test(file)) return 'argdown'
  if (/\.json$/i.test(file)) return 'aif'
  throw new UsageError(`Unexpected name ${quote(file)}, expected \`.argdown\`, \`.json\` or \`--format\`.`)
}

function modeOf({ flags }: Given): 'strict' | 'loose' | undefined {
  if (flags.has('strict') && flags.has('loose')) {
    throw new UsageError('Unexpected `--strict` with `--loose`, expected one of them.')
  }
  return flags.has('strict') ? 'strict' : flags.has('loose') ? 'loose' : undefined
}

function readFile(file: string): string {
  try {
    const { size } = fs.statSync(file)
    if (size > 4 * largestImport) {
      const most = String(largestImport)
      throw new UsageError(`Unexpected size of ${quote(file)}, expected at most ${most} characters.`)
    }
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new UsageError(`Unexpected file ${quote(file)}, expected one that can be read${reason}.`)
  }
}

function importInto(map: string, material: Material, given: Given): number {
  const folder = given.values.get('out') ?? contentFolder(given)
  const before = fs.existsSync(folder) ? readContent(folder) : []
  const kb = assemble(before)
  const known = [...kb.maps.values()].find(({ id }) => id === map)
  const isNew = !before.some((file) => file.path === `content/${map}/index.md`)
  const thesis = given.values.get('thesis')
  const taken = before.flatMap((file) => /([^/]+)\.md$/.exec(file.path)?.[1] ?? [])
  const drafts = toDrafts(material, {
    taken: new Set([...taken, map]),
    parts: new Set(known?.parts.map(({ id }) => id)),
    ...(thesis === undefined ? {} : { thesis }),
  })
  if (thesis !== undefined && !drafts.hasThesis) {
    const ids = drafts.nodes.map(({ id }) => id)
    throw new UsageError(`Unexpected thesis ${quote(thesis)}${expected(thesis, ids.slice(0, 20))}`)
  }
  const index = isNew && drafts.index !== undefined ? [drafts.index] : []
  const files = [...index, ...drafts.nodes].map((each) => toImportedFile(map, each))
  report(material, drafts, files)
  if (files.length === 0) return 1
  if (!given.flags.has('dry-run')) write(files, folder)
  sayProblems([...before, ...files], given)
  return 0
}

function write(files: readonly SourceFile[], folder: string): void {
  for (const file of files) {
    const target = path.join(folder, ...file.path.split('/').slice(1))
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, file.text, { flag: 'wx' })
  }
}

function report(material: Material, { remarks }: Drafts, files: readonly SourceFile[]): void {
  const { found, carried, left, changed } = material
  const lines = [
    `${counted(files.length, 'file')} from ${counted(found, 'thing')} in the source: ` +
      `${String(carried)} carried, ${String(left.length)} left out.`,
    ...section('Left out', left),
    ...section('Carried in another form', [...changed, ...remarks]),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function section(title: string, remarks: readonly Remark[]): readonly string[] {
  if (remarks.length === 0) return []
  return ['', `${title}:`, ...remarks.map(({ place, sentence }) => visible(`  ${place}: ${sentence}`))]
}

function sayProblems(files: readonly SourceFile[], given: Given): void {
  const problems = check(assemble(files))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const where = given.values.get('out')
  const folder = where === undefined ? '' : ` -- --content ${visible(where)}`
  const isDry = given.flags.has('dry-run')
  const has = isDry ? 'would have' : 'has'
  const sight = isDry ? 'Nothing was written.' : `\`npm run check${folder}\` shows them.`
  const counts = `${counted(problems.length, 'problem')}, of which ${counted(errors, 'error')}`
  process.stdout.write(`\nThe content ${has} ${counts}. ${sight}\n`)
}
