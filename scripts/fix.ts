import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { visible } from '../src/core/catalogue/entry.ts'
import { readContent } from '../src/disk/read-content.ts'
import { assemble } from '../src/graph/assemble.ts'
import { fixFigures, type FixedFile } from '../src/outputs/fix-figures.ts'
import { contentFolder, readOptions, runCommand } from './lib/command.ts'

const help = `Usage: npm run fix -- [options]

Writes numbers that are bound to results anew, where the results have changed. Read the sentences
around them again: they may no longer be true. Exits with 1 when a figure needs a person.

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
  const fixes = fixFigures(assemble(files), files)
  const isTrial = given.flags.has('check')
  for (const fix of fixes) {
    tell(fix)
    const isChanged = fix.fixed.length > 0
    if (isChanged && !isTrial) {
      fs.writeFileSync(path.join(folder, path.relative('content', fix.path)), fix.text)
    }
  }
  if (fixes.length === 0) process.stdout.write('Every bound figure agrees with its result.\n')
  const isLeft = fixes.some(({ left }) => left.length > 0)
  return isLeft || (isTrial && fixes.length > 0) ? 1 : 0
})

function tell({ path: file, fixed, left }: FixedFile): void {
  for (const { line, from, to } of fixed) {
    process.stdout.write(`${file}:${String(line)} ${visible(from)} is now ${visible(to)}\n`)
  }
  for (const { line, text, expected } of left) {
    process.stdout.write(`${file}:${String(line)} ${visible(text)}: expected ${expected}\n`)
  }
}
