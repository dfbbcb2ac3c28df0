import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../scripts/setup/run.mjs'

interface Element {
  readonly type: string
  readonly id?: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly validations?: Readonly<Record<string, unknown>>
}
interface Form {
  readonly name?: unknown
  readonly description?: unknown
  readonly labels?: unknown
  readonly body?: readonly Element[]
}

const folder = path.join(root, '.github/ISSUE_TEMPLATE')
const read = (file: string) => parse(readFileSync(path.join(root, '.github', file), 'utf8')) as unknown
const forms = readdirSync(folder)
  .filter((file) => file !== 'config.yml')
  .map((file) => ({ file, form: read(`ISSUE_TEMPLATE/${file}`) as Form }))

/** What GitHub's form schema lets an element say, and what it must. */
const attributes: Readonly<Record<string, { must: readonly string[]; may: readonly string[] }>> = {
  markdown: { must: ['value'], may: [] },
  input: { must: ['label'], may: ['description', 'placeholder', 'value'] },
  textarea: { must: ['label'], may: ['description', 'placeholder', 'value', 'render'] },
  dropdown: { must: ['label', 'options'], may: ['description', 'multiple', 'default'] },
  checkboxes: { must: ['label', 'options'], may: ['description'] },
}

/** Why GitHub would not show a form; empty where it does. */
function faultsOf(form: Form): string[] {
  const { name, description, labels, body = [], ...others } = form
  const ids = body.flatMap(({ id }) => id ?? [])
  const shown = body.flatMap((element) => (element.type === 'markdown' ? [] : [element.attributes['label']]))
  return [
    ...(typeof name === 'string' && name !== '' ? [] : ['name']),
    ...(typeof description === 'string' && description !== '' ? [] : ['description']),
    ...(Array.isArray(labels) && labels.every((label) => typeof label === 'string') ? [] : ['labels']),
    ...(shown.length > 0 ? [] : ['body']),
    ...(new Set(ids).size === ids.length ? [] : ['ids']),
    ...(new Set(shown).size === shown.length ? [] : ['labels of elements']),
    ...Object.keys(others).filter((key) => !['title', 'assignees', 'projects', 'type'].includes(key)),
    ...body.flatMap(faultsOfElement),
  ]
}

function faultsOfElement({ type, id, attributes: given, validations, ...others }: Element): string[] {
  const rule = attributes[type]
  if (rule === undefined) return [`type ${type}`]
  const keys = Object.keys(given)
  const options = given['options']
  const texts = Array.isArray(options)
    ? options.map((option: unknown) => (typeof option === 'string' ? option : (option as { label: unknown }).label))
    : []
  return [
    ...(id === undefined || /^[\w-]+$/.test(id) ? [] : [`id ${id}`]),
    ...rule.must.filter((key) => given[key] === undefined || given[key] === ''),
    ...keys.filter((key) => ![...rule.must, ...rule.may].includes(key)),
    ...Object.entries(given).flatMap(([key, value]) => (/label|description|placeholder|value/.test(key) && typeof value !== 'string' ? [key] : [])),
    ...(options === undefined || (texts.length > 0 && new Set(texts).size === texts.length && texts.every((text) => typeof text === 'string')) ? [] : ['options']),
    ...Object.keys(validations ?? {}).filter((key) => key !== 'required' || type === 'markdown'),
    ...Object.keys(others),
  ]
}

describe.each(forms)('issue form $file', ({ form }) => {
  it('is one that GitHub shows', () => {
    expect(faultsOf(form)).toEqual([])
  })

  it('sets labels that the maintainers are told to make', () => {
    const guide = readFileSync(path.join(root, 'MAINTAINING.md'), 'utf8')
    for (const label of form.labels as string[]) expect(guide).toContain(`\`${label}\``)
  })
})

it('a fault of a form would be found', () => {
  const [{ form } = { form: {} }] = forms
  expect(faultsOf({ ...form, name: undefined })).toEqual(['name'])
  expect(faultsOf({ ...form, body: [{ type: 'inptu', attributes: {} }] })).toEqual(['body', 'type inptu'].slice(1))
  const twice: Element = { type: 'input', id: 'a', attributes: { label: 'A' } }
  expect(faultsOf({ ...form, body: [twice, twice] })).toEqual(['ids', 'labels of elements'])
  expect(faultsOf({ ...form, body: [{ type: 'dropdown', attributes: { label: 'A', options: ['a', 'a'] } }] })).toEqual(['options'])
})

describe('files of the repository for GitHub', () => {
  it('CODEOWNERS owns all but content, by paths that are there', () => {
    const lines = readFileSync(path.join(root, '.github/CODEOWNERS'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(/\s+/))
    for (const [pattern = ''] of lines) {
      if (pattern !== '*') expect(pattern).toMatch(/^\/[\w./-]+\/$/)
      expect(existsSync(path.join(root, pattern.replace('*', '')))).toBe(true)
    }
    const ownersOf = (file: string) =>
      lines.filter(([pattern]) => pattern === '*' || `/${file}`.startsWith(pattern ?? '')).at(-1)?.slice(1)
    expect(ownersOf('content/alignment/knowing-is-not-caring.md')).toEqual([])
    for (const file of ['src/core/id.ts', 'content/results/policing.json', '.github/workflows/check.yml', 'package.json']) {
      expect(ownersOf(file)).not.toEqual([])
    }
  })

  it('dependabot looks after packages and actions', () => {
    const { version, updates } = read('dependabot.yml') as {
      version: number
      updates: readonly Readonly<Record<string, unknown>>[]
    }
    expect(version).toBe(2)
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions'])
    for (const update of updates) {
      expect(update).toMatchObject({ directory: '/', schedule: { interval: 'weekly' }, groups: expect.anything() })
    }
  })

  it.each(['MAINTAINING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md'])('%s links only to files that are there', (file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      expect(existsSync(path.join(root, target)), target).toBe(true)
    }
    for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g)) {
      expect(text.toLowerCase().replaceAll(' ', '-')).toContain(`#-${anchor}\n`)
    }
  })
})
