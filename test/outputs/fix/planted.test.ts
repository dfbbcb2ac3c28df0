import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/analysis/check.ts'
import type { SourceFile } from '../../../src/core/document.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { fixContent } from '../../../src/outputs/fix/fix-content.ts'
import { remembering } from '../../../src/outputs/fix/judge.ts'
import { root } from '../../scripts/folder.ts'
import { filesOf } from './files.ts'

const files = filesOf(path.join(root, 'content'))
const nodes = files.filter(({ path, text }) => /^content\/alignment\/(?!index|outline)/.test(path) && /^  - to: /m.test(text))
const read = remembering()

/** A slip that one can make in a file, and that can be mended without a doubt. */
type Fault = (text: string, at: number) => string

/** Changes one of the places where a pattern matches. */
function inOne(pattern: RegExp, change: (found: string) => string): Fault {
  return (text, at) => {
    const found = [...text.matchAll(pattern)]
    const match = found[at % Math.max(1, found.length)]
    if (match === undefined) return text
    const end = match.index + match[0].length
    return text.slice(0, match.index) + change(match[0]) + text.slice(end)
  }
}

const faults: Readonly<Record<string, Fault>> = {
  'CR LF': (text) => text.replaceAll('\n', '\r\n'),
  'a line end CR': inOne(/\n/g, () => '\r'),
  'no last line end': (text) => text.replace(/\s+$/, ''),
  'byte order mark': (text) => `\ufeff${text}`,
  'a fence of four': inOne(/^---$/gm, () => '----'),
  'a space after a fence': inOne(/^---$/gm, () => '--- '),
  'blank lines above': (text) => `\n\n${text}`,
  'yaml after the fence': (text) => text.replace('---', '---yaml'),
  'a doubled letter in a target': inOne(/(?<=^  - to: )[a-z-]+/gm, (id) => id.replace(/[a-z]$/, '$&$&')),
  'two letters of a target the wrong way round': inOne(/(?<=^  - to: )[a-z-]+/gm, (id) =>
    id.replace(/([a-z])([a-z])$/, '$2$1'),
  ),
  'a target as words': inOne(/(?<=^  - to: )[a-z-]+/gm, (id) => id.replaceAll('-', ' ')),
  'a target as a file': inOne(/(?<=^  - to: )[a-z-]+/gm, (id) => `"content/alignment/${id}.md"`),
  'a target as an address': inOne(/(?<=^  - to: )[a-z-]+/gm, (id) => `https://example.org/c/${id}/`),
  'a letter too few in a field': inOne(/^(?:statement|supports|rebuts|sources)(?=:)/gm, (name) => name.slice(0, -2) + name.slice(-1)),
  'a field in capitals': inOne(/^(?:kind|title|statement)(?=:)/gm, (name) => name.toUpperCase()),
  'a doubled letter in a link': inOne(/(?<=\]\()[a-z-]+(?=\.md\))/g, (id) => id.replace(/[a-z]$/, '$&$&')),
}

const planted = fc.record({
  file: fc.constantFrom(...nodes),
  slips: fc.uniqueArray(fc.constantFrom(...Object.keys(faults)), { minLength: 1, maxLength: 4 }),
  at: fc.nat(20),
  comment: fc.constantFrom('', '# a note: "kept"\n', "odd: 'x'   # kept\n"),
})

function contentWith(changed: SourceFile): readonly SourceFile[] {
  return files.map((file) => (file.path === changed.path ? changed : file))
}

function errorsOf(content: readonly SourceFile[]): readonly string[] {
  return check(assemble(content, read))
    .filter(({ severity }) => severity === 'error')
    .map(({ place, code, message }) => `${place.file} ${code} ${message}`)
}

describe('fixContent', () => {
  it.each(Object.keys(faults))('undoes %s', (name) => {
    for (const file of nodes.slice(0, 6)) {
      const text = faults[name]?.(file.text, 1) ?? ''
      const content = contentWith({ ...file, text })
      const fixed = fixContent(content, undefined, read)
      const after = fixed.files.find(({ path }) => path === file.path)?.text ?? text
      if (/target as/.test(name)) expect(after.replaceAll('"', '')).toBe(file.text.replaceAll('"', ''))
      else expect(after).toBe(file.text)
    }
  })

  it('fixes once and for all, brings no error and leaves the rest as it is', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(planted, ({ file, slips, at, comment }) => {
        const start = file.text.replace('---\n', `---\n${comment}`)
        const text = slips.reduce((before, slip) => faults[slip]?.(before, at) ?? before, start)
        const content = contentWith({ ...file, text })
        const fixed = fixContent(content, undefined, read)
        expect(fixed.files.map(({ path }) => path).filter((path) => path !== file.path)).toEqual([])
        const after = fixed.files[0]?.text ?? text
        const again = fixContent(contentWith({ ...file, text: after }), undefined, read)
        expect(again.files).toEqual([])
        expect(again.mended).toEqual([])

        const before = new Set(errorsOf(content))
        const isHidden = read({ ...file, text }).value === undefined
        const brought = errorsOf(contentWith({ ...file, text: after })).filter((error) => !before.has(error))
        if (!isHidden) expect(brought).toEqual([])

        const said = new Set(fixed.mended.map(({ line }) => line))
        const old = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replace(/^\s*\n/, '').replace(/\n?$/, '\n').split('\n')
        const now = after.replace(/^\s*\n/, '').split('\n')
        expect(now).toHaveLength(old.length)
        const changed = now.flatMap((line, index) => (line === old[index] ? [] : [index + 1]))
        const shift = old.length - text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replace(/\n?$/, '\n').split('\n').length
        expect(changed.filter((line) => !said.has(line) && !said.has(line - shift))).toEqual([])
      }),
      { numRuns: 25, seed: 5 },
    )
  })
})
