import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/core/document.ts'
import { schemaFile, schemaTypes, toEditorSchema } from '../../src/outputs/editor-schemas.ts'
import { readFields } from '../../src/outputs/fix/read-fields.ts'
import { classifyPath } from '../../src/readers/path.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { root, runScript, folderWith } from '../scripts/folder.ts'
import { filesOf } from './fix/files.ts'

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false })
addFormats.default(ajv)
const validate = Object.fromEntries(
  schemaTypes.map((type) => [type, ajv.compile(JSON.parse(toEditorSchema(type)))]),
)
const here = (...names: readonly string[]): string => path.join(root, ...names)

function typeOf(name: string): Document['type'] | undefined {
  const type = classifyPath(name).value?.type
  return schemaTypes.find((each) => each === type)
}

/** What the schema says of the front matter of a file; undefined where it has none. */
function errorsOf(file: { path: string; text: string }): readonly string[] | undefined {
  const type = typeOf(file.path)
  const data = readFields(file)?.data
  if (type === undefined || data === undefined) return undefined
  const check = validate[type]
  if (check === undefined) throw new TypeError('Expected a schema for each type')
  return check(data) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

describe('editor schemas', () => {
  it.each(schemaTypes)('of a %s are committed as the code makes them', (type) => {
    expect(readFileSync(here('.vscode/schemas', schemaFile(type)), 'utf8')).toBe(toEditorSchema(type))
  })

  it('are told apart from what is committed by --check', () => {
    const folder = folderWith({})
    expect(runScript('schemas.ts', ['--check', '--out', folder]).code).toBe(1)
    expect(runScript('schemas.ts', ['--out', folder]).code).toBe(0)
    expect(runScript('schemas.ts', ['--check', '--out', folder])).toEqual({ code: 0, out: '', err: '' })
  })

  it('accept the front matter of every content file', () => {
    const files = filesOf(here('content')).filter(({ path: name }) => typeOf(name) !== undefined)
    expect(files.length).toBeGreaterThan(100)
    const wrong = files.flatMap((file) => (errorsOf(file) ?? ['none']).map((error) => `${file.path} ${error}`))
    expect(wrong).toEqual([])
  })

  it('refuse what the reader refuses in fields, but for what they say they cannot', () => {
    const ofFields = ['missing-field', 'unknown-field', 'invalid-field', 'invalid-id', 'too-long', 'invalid-date']
    const passed = ofFields.flatMap((code) =>
      ['wrong', 'right'].flatMap((side) => {
        const folder = here('test/examples', code, side, 'content')
        return filesOf(folder).flatMap((file) => {
          const errors = errorsOf(file)
          const isWrong = readDocument(file).problems.some(({ code: found }) => ofFields.includes(found))
          if (errors === undefined || errors.length > 0 === isWrong) return []
          return [`${code} ${side} ${file.path} ${errors.join('; ')}`]
        })
      }),
    )
    expect(passed).toEqual([])
  })

  it('are named by a line that the reader passes over', () => {
    const file = filesOf(here('content')).find(({ path: name }) => typeOf(name) === 'node')
    const line = '# yaml-language-server: $schema=../../.vscode/schemas/node.schema.json\n'
    const text = file?.text.replace('---\n', `---\n${line}`) ?? ''
    const named = readDocument({ path: file?.path ?? '', text })
    expect(named.problems).toEqual(readDocument(file ?? { path: '', text }).problems)
    expect(named.value?.title).toBe(readDocument(file ?? { path: '', text }).value?.title)
    expect(existsSync(path.join(here('content/alignment'), '../../.vscode/schemas/node.schema.json'))).toBe(true)
  })
})

describe('settings of VS Code', () => {
  const json = (name: string) => JSON.parse(readFileSync(here('.vscode', name), 'utf8'))

  it('name schemas that are there', () => {
    for (const name of Object.keys(json('settings.json')['yaml.schemas'])) {
      expect(existsSync(here(name))).toBe(true)
    }
    expect(readdirSync(here('.vscode/schemas')).sort()).toEqual(schemaTypes.map(schemaFile).sort())
  })

  it('have snippets that are valid front matter as they stand', () => {
    const filled = (body: readonly string[]): string =>
      body
        .join('\n')
        .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
        .replace(/\$\{\d+:([^}]*)\}/g, '$1')
        .replaceAll('\\$', '$')
    const snippets: Record<string, { body: string[]; prefix: string }> = json('assay.code-snippets')
    for (const { body, prefix } of Object.values(snippets)) {
      if (prefix !== 'node' && prefix !== 'source') continue
      const folder = prefix === 'node' ? 'light' : 'sources'
      expect(errorsOf({ path: `content/${folder}/some-id.md`, text: filled(body) })).toEqual([])
    }
  })

  it('find in the output of the check what it found', () => {
    const matcher = json('tasks.json').tasks[0].problemMatcher.pattern
    const { out } = runScript('check.ts', ['--format', 'github', '--no-cache', '--content', 'test/examples/unknown-field/wrong/content'])
    const found = out.split('\n').map((line) => new RegExp(matcher.regexp).exec(line)).filter((match) => match !== null)
    const unknown = found.find((match) => match[matcher.message]?.includes('Unexpected field'))
    expect(unknown?.[matcher.severity]).toBe('error')
    expect(existsSync(here('test/examples/unknown-field/wrong', unknown?.[matcher.file] ?? ''))).toBe(true)
    expect(Number(unknown?.[matcher.line])).toBeGreaterThan(1)
    expect(unknown?.[matcher.message]).not.toContain('%0A')
    expect(out.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(found.length)
  })
})
