import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openHistory, type KnownPast } from '../../src/disk/history-cache.ts'
import { historyState } from '../../src/disk/history.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { commit, folderWith, nodeFile, repository, write } from '../scripts/folder.ts'

vi.mock('../../src/readers/read-document.ts', async (original) => {
  const { readDocument } = await original<typeof import('../../src/readers/read-document.ts')>()
  return { readDocument: vi.fn(readDocument) }
})

const wave = 'content/light/wave.md'
const cached = 'node_modules/.cache/assay/history.json'
const code = ['core', 'readers', 'graph', 'analysis', 'disk'].map((name) => `src/${name}/a.ts`)

beforeEach(() => vi.stubEnv('ASSAY_CACHE', undefined))
afterEach(() => vi.unstubAllEnvs())

function checkout(): string {
  const files = Object.fromEntries(code.map((name) => [name, 'a']))
  return folderWith({ ...files, 'package-lock.json': '{}' })
}

/** The past, how many files were read for it, and whether it was told. */
function read(root: string, folder: string, reader = openHistory(root)) {
  vi.mocked(readDocument).mockClear()
  const content = path.join(folder, 'content')
  const state = historyState(content)
  const answer = 'value' in state ? reader.read(content, state.value) : state
  const { value } = answer as { value: KnownPast }
  return { value, files: vi.mocked(readDocument).mock.calls.length }
}

function threeCommits(): string {
  const folder = repository({ [wave]: nodeFile({ statement: 'A is B.' }) })
  for (const statement of ['A is C.', 'A is "D".']) {
    write(folder, { [wave]: nodeFile({ statement }) })
    commit(folder)
  }
  return folder
}

describe('openHistory', () => {
  it('reads no file again while nothing changed, in the same run and in the next', () => {
    const [root, folder] = [checkout(), threeCommits()]
    const reader = openHistory(root)
    const first = read(root, folder, reader)
    expect(first.files).toBe(3)
    expect(first.value.past.nodes[0]?.[1].wordings).toHaveLength(3)
    expect(first.value).toMatchObject({
      isCut: false,
      from: first.value.past.nodes[0]?.[1].events[0]?.at.on,
    })
    expect(read(root, folder, reader)).toEqual({ value: first.value, files: 0 })
    expect(read(root, folder)).toEqual({ value: first.value, files: 0 })
  })

  it('reads after a new commit what that brought, and writes it', () => {
    const [root, folder] = [checkout(), threeCommits()]
    const reader = openHistory(root)
    read(root, folder, reader)
    write(folder, { [wave]: nodeFile({ statement: 'A is E.' }) })
    commit(folder)
    const again = read(root, folder, reader)
    expect(again.files).toBe(1)
    expect(again.value.past.nodes[0]?.[1].wordings).toHaveLength(4)
    expect(read(root, folder)).toEqual({ value: again.value, files: 0 })
  })

  it.each(code)('reads all again when %s is another', (name) => {
    const [root, folder] = [checkout(), threeCommits()]
    const first = read(root, folder)
    write(root, { [name]: 'b' })
    expect(read(root, folder)).toEqual(first)
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['changed', (text: string) => text.replace('A is B.', 'A is A.')],
    ['empty', () => ''],
    ['other JSON', () => 'x\n{"past":{"nodes":[]}}'],
  ])('does not believe a cache that is %s', (_, damage) => {
    const [root, folder] = [checkout(), threeCommits()]
    const first = read(root, folder)
    const file = path.join(root, cached)
    fs.writeFileSync(file, damage(fs.readFileSync(file, 'utf8')))
    expect(read(root, folder)).toEqual(first)
    expect(read(root, folder)).toEqual({ ...first, files: 0 })
  })

  it('keeps nothing without its code, and nothing where it cannot write', () => {
    const folder = threeCommits()
    const bare = folderWith({})
    expect([read(bare, folder).files, read(bare, folder).files]).toEqual([3, 3])
    expect(fs.readdirSync(bare)).toEqual([])
    const full = checkout()
    write(full, { 'node_modules/.cache/assay': 'a file' })
    expect([read(full, folder).files, read(full, folder).files]).toEqual([3, 3])
  })
})
