import { readFileSync } from 'node:fs'
import path from 'node:path'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-software-formats'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const text = readFileSync(path.join(root, 'CITATION.cff'), 'utf8')
const file = plugins.input.data(text, '@else/yaml')
const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly license: string
}

// Of the Citation File Format 1.2.0, "Valid keys": those of the file, and of a reference.
const keys =
  'abstract authors cff-version commit contact date-released doi identifiers keywords license license-url message preferred-citation references repository repository-artifact repository-code title type url version'
const referenceKeys = 'abstract authors date-published doi journal notes title type url version year'

describe('CITATION.cff', () => {
  it('has the keys that the format requires, and none that it does not know', () => {
    expect(Object.keys(file).filter((key) => !keys.split(' ').includes(key))).toEqual([])
    for (const key of ['authors', 'cff-version', 'message', 'title']) expect(file).toHaveProperty(key)
    expect(file['cff-version']).toBe('1.2.0')
    expect(['software', 'dataset']).toContain(file['type'])
    expect(file['authors']).toEqual([{ name: 'Assay contributors' }])
    const [essay, ...rest] = file['references'] as readonly Record<string, unknown>[]
    expect(rest).toEqual([])
    expect(Object.keys(essay ?? {}).filter((key) => !referenceKeys.split(' ').includes(key))).toEqual([])
    for (const key of ['authors', 'title', 'type']) expect(essay).toHaveProperty(key)
  })

  it('says of the project what package.json says', () => {
    expect([String(file['version']), file['license']]).toEqual([own.version, own.license])
  })

  it('is read by citation-js with the essay, its author and its address', () => {
    const [software, essay] = plugins.input.data(file, '@cff/object')
    expect(software).toMatchObject({
      type: 'software',
      title: file['title'],
      author: [{ literal: 'Assay contributors' }],
      version: own.version,
    })
    const { csl, url } = assemble(readContent(path.join(root, 'content'))).sources.get(
      'millidge2024alignment' as never,
    ) ?? { csl: undefined, url: undefined }
    expect(essay).toMatchObject({
      type: csl?.type,
      title: csl?.title,
      author: csl?.author,
      issued: csl?.issued,
      URL: url,
    })
  })
})
