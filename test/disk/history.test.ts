import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { historyState, readHistory, type CommittedContent } from '../../src/disk/history.ts'
import { commit, folderWith, git, repository, write } from '../scripts/folder.ts'

afterEach(() => vi.unstubAllEnvs())

const wave = 'content/light/wave.md'

function contentOf(folder: string): string {
  return path.join(folder, 'content')
}

function historyOf(content: string): CommittedContent {
  const state = historyState(content)
  const history = 'value' in state ? readHistory(content, state.value) : state
  if ('unknown' in history) throw new Error(history.unknown)
  return history.value
}

/** What each commit made of each file; undefined where it deleted it. */
function changesOf(content: string) {
  return historyOf(content).commits.map(({ changed }) =>
    Object.fromEntries(changed.map(({ path: file, text }) => [file, text])),
  )
}

describe('readHistory', () => {
  it('gives the commits that changed the content, the oldest first, with their time in UTC', () => {
    const folder = repository({ [wave]: 'a', 'other.md': 'x' })
    const first = git(folder, 'rev-parse', 'HEAD')
    write(folder, { 'other.md': 'y', 'contents/light/wave.md': 'x' })
    commit(folder)
    write(folder, { [wave]: 'b', 'content/light/film.md': 'c' })
    vi.stubEnv('GIT_COMMITTER_DATE', '2026-03-01T01:30:00+02:00')
    const third = commit(folder)
    fs.rmSync(path.join(folder, wave))
    vi.stubEnv('GIT_COMMITTER_DATE', '2026-02-28T00:00:00Z')
    const last = commit(folder)
    const { commits, isCut } = historyOf(contentOf(folder))
    expect(commits.map((each) => each.commit)).toEqual([first, third, last])
    expect(commits[1]?.on).toBe('2026-02-28T23:30:00Z')
    expect(commits.slice(1).map(({ changed }) => changed)).toEqual([
      [
        { path: 'content/light/film.md', text: 'c' },
        { path: wave, text: 'b' },
      ],
      [{ path: wave }],
    ])
    expect(isCut).toBe(false)
  })

  it('counts a merge once, by what it has otherwise than its first parent', () => {
    const folder = repository({ [wave]: 'a', 'content/light/film.md': 'a' })
    git(folder, 'checkout', '--quiet', '-b', 'topic')
    for (const text of ['b', 'c']) {
      write(folder, { [wave]: text })
      commit(folder)
    }
    git(folder, 'checkout', '--quiet', 'main')
    write(folder, { 'content/light/film.md': 'd' })
    commit(folder)
    git(folder, 'merge', '--quiet', '--no-ff', '--message', 'x', 'topic')
    git(folder, 'checkout', '--quiet', '-b', 'squashed')
    write(folder, { [wave]: 'e' })
    commit(folder)
    write(folder, { [wave]: 'f' })
    commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    git(folder, 'merge', '--quiet', '--squash', 'squashed')
    commit(folder)
    expect(changesOf(contentOf(folder)).slice(1)).toEqual([
      { 'content/light/film.md': 'd' },
      { [wave]: 'c' },
      { [wave]: 'f' },
    ])
  })

  it('takes a renamed file for one that went and one that came', () => {
    const folder = repository({ [wave]: 'a long text that stays the same\n' })
    git(folder, 'mv', wave, 'content/light/film.md')
    commit(folder)
    expect(changesOf(contentOf(folder))[1]).toEqual({
      [wave]: undefined,
      'content/light/film.md': 'a long text that stays the same\n',
    })
  })

  it('finds content anywhere in a repository, by paths as the site has them', () => {
    const folder = repository({ 'deep [*] ü/texts/light/wave.md': 'a', [wave]: 'b' })
    expect(changesOf(path.join(folder, 'deep [*] ü/texts'))).toEqual([{ [wave]: 'a' }])
    const whole = repository({ 'light/wave.md': 'a' })
    expect(changesOf(whole)).toEqual([{ [wave]: 'a' }])
    const link = path.join(folderWith({}), 'linked')
    fs.symlinkSync(contentOf(folder), link)
    expect(changesOf(link)).toEqual([{ [wave]: 'b' }])
  })

  it('tells files apart whatever they are called', () => {
    const names = [
      'line\nbreak.md',
      '\n:100644 100644 0 1 M',
      '"quoted".md',
      '$(touch pwned).md',
      '-rf.md',
      'back\\slash\ttab.md',
      'é 語.md',
      ':(exclude)*.md',
      '.hidden.md',
      'a'.repeat(65) + '.md',
    ]
    const files = Object.fromEntries(names.map((name) => [`content/light/${name}`, 'x']))
    const folder = repository({
      ...files,
      [wave]: 'a',
      'content/.light/wave.md': 'x',
      'content/:x/wave.md': 'x',
    })
    expect(changesOf(contentOf(folder))).toEqual([{ [wave]: 'a' }])
    expect(fs.readdirSync(folder).sort()).toEqual(['.git', 'content'])
  })

  it('reads bytes, links, large files and submodules as the working tree is read', () => {
    const folder = repository({
      [wave]: Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x0d, 0x0a, 0x00]),
      'content/light/large.md': 'x'.repeat(2 ** 21 + 5),
      'content/light/empty.md': '',
      'content/light/same.md': '',
    })
    fs.symlinkSync('../../../etc/passwd', path.join(folder, 'content/light/link.md'))
    commit(folder)
    git(
      folder,
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${'1'.repeat(40)},content/light/module.md`,
    )
    git(folder, 'commit', '--quiet', '--message', 'x')
    const [first, second, third] = changesOf(contentOf(folder))
    expect(first).toMatchObject({
      [wave]: '\ufeff\ufffd\r\n\0',
      'content/light/empty.md': '',
      'content/light/same.md': '',
    })
    expect(first?.['content/light/large.md']).toHaveLength(2 ** 21)
    expect(second).toEqual({ 'content/light/link.md': '../../../etc/passwd' })
    expect(third).toEqual({ 'content/light/module.md': undefined })
  })

  it('does not depend on what a repository is set to', () => {
    const folder = repository({ [wave]: 'a\n'.repeat(9), 'content/light/film.md': 'x' })
    git(folder, 'checkout', '--quiet', '-b', 'topic')
    git(folder, 'mv', wave, 'content/light/ray.md')
    commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    git(folder, 'merge', '--quiet', '--no-ff', '--message', 'x', 'topic')
    const plain = historyOf(contentOf(folder))
    const settings = [
      'log.showRoot=false',
      'log.follow=true',
      'log.showSignature=true',
      'log.diffMerges=off',
      'log.date=relative',
      'diff.renames=copies',
      'diff.noprefix=true',
      'diff.orderFile=nowhere',
      'diff.relative=false',
      'diff.external=touch pwned',
      'color.ui=always',
      'core.quotePath=true',
      'core.abbrev=4',
      'core.pager=touch pwned',
      'core.fsmonitor=touch pwned',
      'format.pretty=fuller',
      'notes.displayRef=*',
    ]
    git(folder, 'notes', 'add', '--message', 'a note')
    for (const setting of settings) git(folder, 'config', ...setting.split(/=(.*)/s).slice(0, 2))
    git(folder, 'replace', 'HEAD', 'HEAD^')
    expect(historyOf(contentOf(folder))).toEqual(plain)
    expect(plain.commits).toHaveLength(2)
    expect(fs.readdirSync(folder).sort()).toEqual(['.git', 'content'])
  })

  it.each([
    ['-5 +0000', '1970-01-01T00:00:00Z'],
    ['99999999999999 +0000', /^(?:9999-12-31T23:59:59|1970-01-01T00:00:00)Z$/],
  ])('bears the time %s', (time, expected) => {
    const folder = repository({ [wave]: 'a' })
    const tree = git(folder, 'rev-parse', 'HEAD^{tree}')
    const by = `A <a@example.org> ${time}`
    const text = `tree ${tree}\nauthor ${by}\ncommitter ${by}\n\nx\n`
    const made = execFileSync(
      'git',
      ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
      {
        cwd: folder,
        input: text,
        encoding: 'utf8',
      },
    )
    git(folder, 'reset', '--quiet', made.trim())
    expect(historyOf(contentOf(folder)).commits[0]?.on).toMatch(expected)
  })

  it('says of a shallow clone where it begins, and of its root commit that it is none', () => {
    const folder = repository({ [wave]: 'a' })
    write(folder, { [wave]: 'b' })
    const second = commit(folder)
    write(folder, { 'other.md': 'x' })
    commit(folder)
    const clone = (...args: readonly string[]) => {
      const target = folderWith({})
      git(target, 'clone', '--quiet', ...args, pathToFileURL(folder).href, '.')
      return target
    }
    const shallow = clone('--depth', '2')
    expect(historyOf(contentOf(shallow))).toMatchObject({
      isCut: true,
      commits: [{ commit: second, changed: [{ path: wave, text: 'b' }] }],
    })
    expect(historyOf(contentOf(clone())).isCut).toBe(false)
    const before = historyState(contentOf(shallow))
    git(shallow, 'fetch', '--quiet', '--unshallow')
    expect(historyState(contentOf(shallow))).not.toEqual(before)
    expect(historyOf(contentOf(shallow))).toEqual(historyOf(contentOf(folder)))
  })

  it('says that files are missing in a clone without them', () => {
    const folder = repository({ [wave]: 'a' })
    const blob = git(folder, 'rev-parse', `HEAD:${wave}`)
    write(folder, { [wave]: 'b' })
    commit(folder)
    fs.rmSync(path.join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    expect(() => historyOf(contentOf(folder))).toThrow(
      'some files of the history are not in this clone.',
    )
  })
})

describe('historyState', () => {
  const none = 'the content is in no git repository that has a commit and can be read.'

  it('is the same until there is another commit', () => {
    const folder = repository({ [wave]: 'a' })
    const state = historyState(contentOf(folder))
    expect(state).toEqual({
      value: { head: git(folder, 'rev-parse', 'HEAD'), prefix: 'content/', boundary: [] },
    })
    write(folder, { [wave]: 'b' })
    expect(historyState(contentOf(folder))).toEqual(state)
    commit(folder)
    expect(historyState(contentOf(folder))).not.toEqual(state)
  })

  it('says what is missing', () => {
    const folder = folderWith({ [wave]: 'a' })
    expect(historyState(contentOf(folder))).toEqual({ unknown: none })
    git(folder, 'init', '--quiet')
    expect(historyState(contentOf(folder))).toEqual({ unknown: none })
    expect(historyState(path.join(folder, 'nowhere'))).toEqual({
      unknown: 'there is no folder of content.',
    })
    vi.stubEnv('PATH', '')
    expect(historyState(contentOf(folder))).toEqual({ unknown: 'git is not installed.' })
  })

  it('has no commits for content that is in none', () => {
    const folder = repository({ 'other.md': 'x', '.gitignore': 'content' })
    write(folder, { [wave]: 'a' })
    expect(historyOf(contentOf(folder))).toEqual({ commits: [], isCut: false })
  })
})
