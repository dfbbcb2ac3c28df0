import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseBody } from '../../src/readers/markdown.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { readResult } from '../../src/readers/read-result.ts'

const root = join(import.meta.dirname, '../..')
const paths = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
  .map((path) => `content/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.md') && path !== 'content/README.md')

describe('the content of this repository', () => {
  it('is read without an error', () => {
    expect(paths.length).toBeGreaterThan(200)
    const errors = paths.flatMap((path) => {
      const { value, problems } = readDocument({ path, text: readFileSync(join(root, path), 'utf8') })
      const found = problems.filter(({ severity }) => severity === 'error')
      return found.length === 0 && value !== undefined ? [] : [{ path, found }]
    })
    expect(errors).toEqual([])
  })

  it('is read the same with CRLF', () => {
    for (const path of paths.slice(0, 60)) {
      const text = readFileSync(join(root, path), 'utf8')
      const lf = readDocument({ path, text })
      const crlf = readDocument({ path, text: text.replaceAll('\n', '\r\n') })
      expect(crlf).toEqual(lf)
      if (lf.value && crlf.value) expect(parseBody(crlf.value)).toEqual(parseBody(lf.value))
    }
  })
})

describe('readResult', () => {
  const path = 'content/results/some-run.json'

  const written = readFileSync(
    join(root, 'test/examples/stale-figure/right/content/results/double-slit.json'),
    'utf8',
  )

  it('gives what JSON says', () => {
    const text = written.replaceAll('\n', '\r\n')
    expect(readResult({ path, text })).toEqual({ value: JSON.parse(written), problems: [] })
  })

  it('says what is missing, in words', () => {
    const { value, problems } = readResult({ path, text: '{"peak": [1.5]}' })
    expect(value).toBeUndefined()
    expect(problems.map(({ code }) => code)).toEqual(problems.map(() => 'invalid-result'))
    const messages = problems.map(({ message }) => message).join('\n')
    expect(messages).toContain('Unexpected nothing as `version`, expected a whole number')
    expect(messages).toContain('Unexpected `[1.5]` as `peak`, expected a measure')
    expect(messages).not.toContain('Invalid input')
  })

  it.each(['{"presets": %}', '%'])('survives deep nesting in %s', (around) => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const { problems } = readResult({ path, text: around.replace('%', deep) })
    expect(problems.map(({ code }) => code)).toEqual(['nesting-too-deep'])
  })

  it.each([
    ['', '1:1-1:1'],
    ['{', '1:2-1:2'],
    ['{"a": 1,\n "b": NaN}', '2:7-2:8'],
    ['{"a": 1,\n}', '2:1-2:2'],
    ['[1, 2,, 3]', '1:7-1:8'],
    ['{"a": "b\nc"}', '1:9-1:9'],
    ['nul', '1:4-1:4'],
    ['{} {}', '1:4-1:5'],
  ])('places the error of %.30j', (text, at) => {
    const { value, problems } = readResult({ path, text })
    expect(value).toBeUndefined()
    expect(problems.map(({ code }) => code)).toEqual(['invalid-json'])
    const [{ start, end } = { start: undefined, end: undefined }] = problems.map(({ place }) => place)
    expect(`${start?.line}:${start?.column}-${end?.line}:${end?.column}`).toBe(at)
  })
})
