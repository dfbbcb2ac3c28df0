import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findCommit, readContentAt } from '../../src/disk/content-at.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { commit, folderWith, git, repository, write } from '../scripts/folder.ts'

const names = [
  'content/m/line\nbreak.md',
  'content/m/"quoted" \'twice\'.md',
  'content/m/$(touch pwned).md',
  'content/m/`touch pwned`.md',
  'content/m/::error::x.md',
  'content/m/back\\slash\ttab.md',
  'content/-rf.md',
  'content/--help/-x.md',
  'content/m/é 語.md',
]

describe('readContentAt', () => {
  it('gives the same files as the folder that was committed, whatever they are called', () => {
    const folder = repository({
      ...Object.fromEntries(names.map((name, at) => [name, `Text ${at}\n`])),
      'content/empty.md': '',
      'content/bytes.md': Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x0a, 0x00]),
      'content/crlf.md': 'a\r\nb',
      'content/large.md': 'x'.repeat(2 ** 21 + 5),
      'content/.hidden/a.md': 'x',
      'content/m/.b.md': 'x',
      'other.md': 'x',
    })
    fs.symlinkSync('../../../etc/passwd', path.join(folder, 'content/link.md'))
    commit(folder)
    const { value = [] } = readContentAt(folder, 'HEAD') as { value: { path: string; text: string }[] }
    const expected = readContent(path.join(folder, 'content'))
    const isLarge = ({ path: name }: { path: string }) => name === 'content/large.md'
    expect(value.filter((file) => !isLarge(file))).toEqual(expected.filter((file) => !isLarge(file)))
    expect(value.find(isLarge)?.text).toHaveLength(2 ** 21)
    expect(fs.readdirSync(folder).sort()).toEqual(['.git', 'content', 'other.md'])
  })

  it('gives nothing for a commit without content, and the repository’s content from a folder in it', () => {
    const folder = repository({ 'other.md': 'x' })
    expect(readContentAt(folder, 'HEAD')).toEqual({ value: [] })
    write(folder, { 'content/a.md': 'a', 'deep/content/b.md': 'b' })
    commit(folder)
    expect(readContentAt(path.join(folder, 'deep'), 'HEAD')).toEqual({
      value: [{ path: 'content/a.md', text: 'a' }],
    })
  })

  it.each(['nowhere', '--upload-pack=touch pwned', '-x', '$(touch pwned)', 'HEAD:content', 'a\nb', ''])(
    'says that %j is no commit',
    (revision) => {
      const folder = repository({ 'content/a.md': 'a' })
      expect(readContentAt(folder, revision)).toEqual({ unknown: expect.stringContaining('not in this clone') })
      expect(fs.existsSync(path.join(folder, 'pwned'))).toBe(false)
    },
  )

  it('says that files are missing in a clone without them', () => {
    const folder = repository({ 'content/a.md': 'a' })
    const blob = git(folder, 'rev-parse', 'HEAD:content/a.md')
    fs.rmSync(path.join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    expect(readContentAt(folder, 'HEAD')).toEqual({
      unknown: 'some files of that commit are not in this clone.',
    })
  })
})

describe('findCommit', () => {
  it('gives where two branches parted, and the commit itself in a clone that does not know', () => {
    const folder = repository({ 'content/a.md': 'a' })
    const root = git(folder, 'rev-parse', 'HEAD')
    git(folder, 'checkout', '--quiet', '-b', 'topic')
    const topic = commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    write(folder, { 'content/b.md': 'b' })
    const main = commit(folder)
    expect(findCommit(folder, 'main', 'topic')).toEqual({ value: { name: root, isShared: true } })
    expect(findCommit(folder, 'main')).toEqual({ value: { name: main, isShared: false } })
    const shallow = folderWith({})
    git(shallow, 'clone', '--quiet', '--depth', '1', '--no-single-branch', pathToFileURL(folder).href, '.')
    expect(findCommit(shallow, main, topic)).toEqual({ value: { name: main, isShared: false } })
    expect(findCommit(shallow, root, topic)).toEqual({ unknown: expect.stringContaining('--unshallow') })
  })
})
