import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { schemaFile, schemaTypes, toEditorSchema } from '../src/outputs/editor-schemas.ts'
import { quote, readOptions, runCommand } from './lib/command.ts'

const help = `Usage: npm run schemas -- [options]

Writes the schemas of front matter that editors read, from the schemas that the reader itself uses.

  --check         say which differ and write nothing; exits with 1 if any does
  --out <folder>  where they are written, else .vscode/schemas
  --help          this text
`

await runCommand((argv) => {
  const { flags, values } = readOptions(argv, { check: 'flag', out: 'text', help: 'flag' })
  if (flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const folder = values.get('out') ?? path.join('.vscode', 'schemas')
  const schemas = schemaTypes.map((type) => ({
    file: path.join(folder, schemaFile(type)),
    text: toEditorSchema(type),
  }))
  const stale = schemas.filter(({ file, text }) => textOf(file) !== text)
  if (flags.has('check')) {
    for (const { file } of stale) {
      process.stdout.write(`Unexpected text in ${quote(file)}, expected what \`npm run schemas\` writes.\n`)
    }
    return stale.length > 0 ? 1 : 0
  }
  fs.mkdirSync(folder, { recursive: true })
  for (const { file, text } of stale) {
    fs.writeFileSync(file, text)
    process.stdout.write(`${quote(file)} is written.\n`)
  }
  if (stale.length === 0) process.stdout.write('The schemas are as they should be.\n')
  return 0
})

function textOf(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined
}
