import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../../../src/core/document.ts'
import { fixContent } from '../../../src/outputs/fix/fix-content.ts'
import { filesOf } from './files.ts'

const base = filesOf(path.join(import.meta.dirname, 'content'))
const examples = path.join(import.meta.dirname, 'examples')
const theCase = 'content/light/light-bends.md'

function fix(text: string): { readonly text: string; readonly says: string } {
  const files: readonly SourceFile[] = [...base, { path: theCase, text }]
  const fixed = fixContent(files)
  expect(fixed.files.map((file) => file.path).filter((file) => file !== theCase)).toEqual([])
  const mended = fixed.mended.map(({ line, says }) => `${String(line)} ${says}`)
  const left = fixed.left.map(({ place, message }) => `${String(place.start.line)} ${message}.`)
  return { text: fixed.files[0]?.text ?? text, says: [...mended, ...left].map((one) => `${one}\n`).join('') }
}

describe('fixContent', () => {
  it('has nothing to mend in what the examples stand in', () => {
    expect(fixContent(base)).toEqual({ files: [], mended: [], left: [] })
  })

  it.each(readdirSync(examples))('%s', (name) => {
    const read = (file: string): string => readFileSync(path.join(examples, name, file), 'utf8')
    const fixed = fix(read('before.md'))
    expect(fixed.text).toBe(read('after.md'))
    expect(fixed.says).toBe(read('says.txt'))
    const again = fix(fixed.text)
    expect(again.text).toBe(fixed.text)
    expect(again.says.split('\n').filter((line) => line.includes(' now '))).toEqual([])
  })
})
