import process from 'node:process'
import { visible } from '../src/core/catalogue/entry.ts'
import type { SourceFile } from '../src/core/document.ts'
import { openReadCache } from '../src/disk/read-cache.ts'
import { readContent } from '../src/disk/read-content.ts'
import { isRegularFile, replaceText } from '../src/disk/replace-text.ts'
import { fixContent, type FixedContent } from '../src/outputs/fix/fix-content.ts'
import { contentFolder, readOptions, runCommand } from './lib/command.ts'

const help = `Usage: npm run fix -- [options]

Mends what leaves no doubt of what was meant: fences, line ends, slips in the names of fields, in
ids and in links, and numbers that are bound to results. Comments, order and quotes stay. Read the
sentences around changed numbers again: they may no longer be true. Exits with 1 when something of
these kinds needs a person.

  --check             say what would be changed and write nothing; exits with 1 if anything would
  --content <folder>  the folder of content, else ASSAY_CONTENT, else content
  --help              this text
`

await runCommand((argv) => {
  const given = readOptions(argv, { check: 'flag', content: 'text', help: 'flag' })
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const folder = contentFolder(given)
  const files = readContent(folder)
  const cache = openReadCache()
  const fixed = fixContent(files, (path) => isRegularFile(folder, path), cache.read)
  cache.save()
  tell(fixed)
  const isTrial = given.flags.has('check')
  const unwritten = isTrial ? [] : fixed.files.filter((file) => !write(folder, files, file))
  for (const { path } of unwritten) {
    process.stdout.write(`${visible(path)} could not be written and is as it was\n`)
  }
  const isLeft = fixed.left.length + unwritten.length > 0
  return isLeft || (isTrial && fixed.files.length > 0) ? 1 : 0
})

function write(folder: string, files: readonly SourceFile[], { path, text }: SourceFile): boolean {
  const before = files.find((file) => file.path === path)?.text ?? ''
  return replaceText(folder, path, before, text)
}

function tell({ mended, left }: FixedContent): void {
  for (const { file, line, says } of mended) {
    process.stdout.write(`${visible(file)}:${String(line)} ${says}\n`)
  }
  for (const { place, message } of left) {
    process.stdout.write(`${visible(place.file)}:${String(place.start.line)} ${message}.\n`)
  }
  if (mended.length + left.length === 0) process.stdout.write('There is nothing to mend.\n')
}
