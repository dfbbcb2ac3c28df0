import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedLines, contentPathsAt, textAt } from '../../src/disk/git.ts'
import { commit, folderWith, git, repository, write } from '../scripts/folder.ts'

const ten = 'one\ntwo\n++ three\n-- four\nfive\nsix\n@@ -1 +1 @@\neight\nnine\nten\n'

describe('changedLines', () => {
  it('tells the lines that the working tree has otherwise', () => {
    const folder = repository({ 'content/a.md': ten, 'content/b.md': ten, 'other.md': ten })
    const edited = ten.replace('two', 'TWO\n++ b/content/x.md').replace('six\n', '').replace('nine', '@@ -9 +99,9 @@')
    write(folder, { 'content/a.md': edited, 'content/new é.md': 'x\n', 'other.md': 'x\n' })
    expect(changedLines(folder, 'HEAD')).toEqual({
      value: new Map([
        ['content/a.md', [{ first: 2, last: 3 }, { first: 6, last: 6 }, { first: 9, last: 9 }]],
        ['content/new é.md', [{ first: 1, last: Infinity }]],
      ]),
    })
  })

  it('compares with where a branch began, not with what happened there since', () => {
    const folder = repository({ 'content/a.md': ten })
    git(folder, 'checkout', '--quiet', '-b', 'topic')
    write(folder, { 'content/a.md': ten.replace('one', 'ONE') })
    commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    write(folder, { 'content/a.md': ten.replace('ten', 'TEN') })
    commit(folder)
    git(folder, 'checkout', '--quiet', 'topic')
    expect(changedLines(folder, 'main')).toEqual({
      value: new Map([['content/a.md', [{ first: 1, last: 1 }]]]),
    })
  })

  it('reads names of any characters, and files without a last line end', () => {
    const name = 'content/a "b"\t\\é\u0007.md'
    const folder = repository({ [name]: 'a', 'content/z.md': 'z' })
    write(folder, { [name]: 'b', 'content/z.md': 'y' })
    expect(changedLines(folder, 'HEAD')).toEqual({
      value: new Map([[name, [{ first: 1, last: 1 }]], ['content/z.md', [{ first: 1, last: 1 }]]]),
    })
  })
})

describe('contentPathsAt', () => {
  it('gives the content files of a commit, and what they said', () => {
    const folder = repository({ 'content/a/x y.md': 'old', 'content/é.md': '', 'README.md': '' })
    const base = git(folder, 'rev-parse', 'HEAD')
    fs.rmSync(path.join(folder, 'content/a'), { recursive: true })
    commit(folder)
    expect(contentPathsAt(folder, base)).toEqual({ value: ['content/a/x y.md', 'content/é.md'] })
    expect(textAt(folder, base, 'content/a/x y.md')).toBe('old')
    expect(textAt(folder, base, 'content/none.md')).toBeUndefined()
  })
})

describe('contentPathsAt on a branch', () => {
  it('does not miss what came to the base after the branch began', () => {
    const folder = repository({ 'content/a.md': 'a' })
    git(folder, 'checkout', '--quiet', '-b', 'topic')
    write(folder, { 'content/b.md': 'b' })
    commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    write(folder, { 'content/c.md': 'c' })
    commit(folder)
    git(folder, 'checkout', '--quiet', 'topic')
    expect(contentPathsAt(folder, 'main')).toEqual({ value: ['content/a.md'] })
  })
})

describe('a commit that cannot be had', () => {
  it.each(['main~9', '--output=evil', '-x', '', 'a b', '$(touch evil)', 'HEAD:README.md', '../x', '@{upstream}'])(
    'is said in a sentence: %s',
    (base) => {
      const folder = repository({ 'content/a.md': ten })
      for (const answer of [changedLines(folder, base), contentPathsAt(folder, base)]) {
        expect(answer).toEqual({ unknown: expect.stringMatching(/is not in this clone.*\.$/) })
      }
      expect(fs.readdirSync(folder).sort()).toEqual(['.git', 'content'])
    },
  )

  it('is said of a shallow clone and of a folder that is no clone', () => {
    const origin = repository({ 'content/a.md': ten })
    const first = git(origin, 'rev-parse', 'HEAD')
    write(origin, { 'content/a.md': 'x' })
    commit(origin)
    const clone = path.join(folderWith({}), 'clone')
    git(origin, 'clone', '--quiet', '--depth', '1', `file://${origin}`, clone)
    expect(changedLines(clone, first)).toEqual({ unknown: expect.stringContaining('--unshallow') })
    expect(changedLines(folderWith({}), 'HEAD')).toHaveProperty('unknown')
  })
})
