import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openReadCache } from '../../src/disk/read-cache.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { folderWith, nodeFile, write } from '../scripts/folder.ts'

const file = { path: 'content/light/wave.md', text: nodeFile() }
const broken = { path: 'content/light/broken.md', text: '---\nkind: opinion\n---\n<b>' }

const cached = 'node_modules/.cache/assay/documents.json'

beforeEach(() => vi.stubEnv('ASSAY_CACHE', undefined))
afterEach(() => vi.unstubAllEnvs())

function checkout(): string {
  return folderWith({ 'src/core/a.ts': 'a', 'src/readers/deep/b.ts': 'b', 'package-lock.json': '{}' })
}

function fill(root: string): void {
  const cache = openReadCache(root)
  cache.read(file)
  cache.read(broken)
  cache.save()
}

describe('openReadCache', () => {
  it('gives what reading gives, the first time and the next', () => {
    const root = checkout()
    fill(root)
    const again = openReadCache(root)
    for (const each of [file, broken]) {
      const found = again.read(each)
      expect(found).toEqual(JSON.parse(JSON.stringify(readDocument(each))))
      expect(again.read(each)).toBe(found)
    }
  })

  it('remembers: an unchanged run writes nothing, a new text does', () => {
    const root = checkout()
    fill(root)
    const before = fs.statSync(path.join(root, cached), { bigint: true })
    fill(root)
    expect(fs.statSync(path.join(root, cached), { bigint: true }).ino).toBe(before.ino)
    const cache = openReadCache(root)
    expect(cache.read({ ...file, text: nodeFile({ title: 'Another' }) }).value?.title).toBe('Another')
    cache.save()
    expect(fs.statSync(path.join(root, cached), { bigint: true }).ino).not.toBe(before.ino)
    expect(fs.readdirSync(path.join(root, 'node_modules/.cache/assay'))).toEqual(['documents.json'])
  })

  it('tells the same text at another path apart', () => {
    const root = checkout()
    fill(root)
    const other = openReadCache(root).read({ ...file, path: 'content/light/film.md' })
    expect(other.value).toMatchObject({ id: 'film' })
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['changed', (text: string) => text.replace('Light is a wave', 'Light is a lie!')],
    ['empty', () => ''],
    ['other JSON', () => 'x\n{"a":1}'],
  ])('does not believe a cache that is %s', (_, damage) => {
    const root = checkout()
    fill(root)
    write(root, { [cached]: damage(fs.readFileSync(path.join(root, cached), 'utf8')) })
    const cache = openReadCache(root)
    expect(cache.read(file).value?.title).toBe('Light is a wave')
    cache.save()
    fill(root)
    expect(fs.readFileSync(path.join(root, cached), 'utf8')).toContain('Light is a wave')
  })

  it.each(['src/core/a.ts', 'src/readers/deep/b.ts', 'src/readers/new.ts', 'package-lock.json'])(
    'forgets all when %s changes',
    (name) => {
      const root = checkout()
      fill(root)
      const before = fs.statSync(path.join(root, cached), { bigint: true }).ino
      write(root, { [name]: 'changed' })
      fill(root)
      expect(fs.statSync(path.join(root, cached), { bigint: true }).ino).not.toBe(before)
    },
  )

  it('works where it cannot write, and where there is no code', () => {
    const root = checkout()
    write(root, { 'node_modules/.cache': 'a file in the way' })
    fill(root)
    const cache = openReadCache(folderWith({}))
    expect(cache.read(file).value?.title).toBe('Light is a wave')
    cache.save()
  })
})
