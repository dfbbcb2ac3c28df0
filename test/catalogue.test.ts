import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allRules } from '../src/analysis/check.ts'
import { problemCatalogue, problemCodes } from '../src/core/problem-catalogue.ts'

const here = (path: string) => new URL(path, import.meta.url)

/** Details of any entry: whatever it asks for is a text that can be seen in the wording. */
const anyDetails: unknown = new Proxy(
  {},
  {
    get: (_, name) => {
      if (['known', 'cycle', 'kinds'].includes(String(name))) return ['some-text', 'other-text']
      if (
        ['size', 'limit', 'length', 'words', 'least', 'most', 'cells', 'credence'].includes(
          String(name),
        )
      )
        return 12
      if (name === 'nearest') return undefined
      return name === 'why' ? 'no-node' : 'some text'
    },
  },
)

describe('the catalogue of problems', () => {
  it('has an example for each code and a code for each example', () => {
    expect(readdirSync(here('examples/')).sort()).toEqual(problemCodes)
  })

  it('has a code for each rule, which is the name of its file, and a file for each rule', () => {
    const files = readdirSync(here('../src/analysis/rules/')).map((name) => name.replace('.ts', ''))
    const names = allRules.map(({ name }) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`))
    expect(names.sort()).toEqual(files.sort())
    expect(problemCodes).toEqual(expect.arrayContaining(files))
  })
})

describe.each(problemCodes)('%s', (code) => {
  const { title, about, hint, severity, words } = problemCatalogue[code]
  const { actual, expected } = words(anyDetails as never)

  it('is worded so that it reads on after “Unexpected” and “expected”', () => {
    for (const text of [actual, expected]) {
      expect(text).not.toMatch(/^(?!Markdown\b)[A-Z](?![A-Z])/)
      expect(text).not.toMatch(/[.!]$/)
      expect(text).not.toMatch(/undefined|\[object|NaN|Error:|Hint:/)
      expect(text.trim()).toBe(text)
      expect(text).not.toBe('')
    }
  })

  it('has a title that is a label and a severity', () => {
    expect(title).toMatch(/^\p{Lu}.*[^.!?]$/u)
    expect(title.length).toBeLessThanOrEqual(60)
    expect(['error', 'warning', 'info']).toContain(severity)
  })

  it('says on its page in two to five sentences why it matters and how to mend it', () => {
    const sentences = about.match(/[.?!](?=\s|$)/g)?.length ?? 0
    expect(sentences).toBeGreaterThanOrEqual(2)
    expect(sentences).toBeLessThanOrEqual(5)
    expect(about.length).toBeGreaterThan(80)
    if (hint !== undefined) expect(hint).toMatch(/[.`]$/)
  })
})
