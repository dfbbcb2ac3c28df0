import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRegularFile, replaceText } from '../../src/disk/replace-text.ts'
import { folderWith, mapFile, nodeFile, runScript } from './folder.ts'

const wrong = nodeFile({ supports: ['waev'] }).replace('kind:', '# kept\nkind:')
const files = {
  'content/light/index.md': mapFile,
  'content/light/wave.md': nodeFile(),
  'content/light/fringes.md': wrong,
}

function fix(folder: string, ...args: readonly string[]) {
  return runScript('fix.ts', args, { cwd: folder })
}

function read(folder: string, name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8')
}

describe('npm run fix', () => {
  it('writes what is meant, says so, and has nothing to do the second time', () => {
    const folder = folderWith({ ...files, 'content/light/fringes.md': wrong.replace('waev', 'waves') })
    expect(fix(folder)).toEqual({
      code: 0,
      out: 'content/light/fringes.md:6 `"waves"` is now `"wave"`\n',
      err: '',
    })
    expect(read(folder, 'content/light/fringes.md')).toBe(wrong.replace('waev', 'wave'))
    expect(fix(folder)).toEqual({ code: 0, out: 'There is nothing to mend.\n', err: '' })
    expect(fs.readdirSync(path.join(folder, 'content/light'))).toHaveLength(3)
  })

  it('writes nothing with --check', () => {
    const text = wrong.replace('waev', 'waves')
    const folder = folderWith({ ...files, 'content/light/fringes.md': text })
    const { code, out } = fix(folder, '--check')
    expect([code, out]).toEqual([1, 'content/light/fringes.md:6 `"waves"` is now `"wave"`\n'])
    expect(read(folder, 'content/light/fringes.md')).toBe(text)
  })

  it('leaves to a person what is in doubt', () => {
    const folder = folderWith({ ...files, 'content/light/fringes.md': wrong.replace('waev', 'wxyz') })
    const { code, out } = fix(folder)
    expect(code).toBe(1)
    expect(out).toMatch(/^content\/light\/fringes\.md:6 Unexpected relation to unknown node `wxyz`, /)
    expect(read(folder, 'content/light/fringes.md')).toBe(wrong.replace('waev', 'wxyz'))
  })

  it('keeps the rights of a file', () => {
    const folder = folderWith({ ...files, 'content/light/wave.md': `\ufeff${nodeFile()}` })
    const file = path.join(folder, 'content/light/wave.md')
    fs.chmodSync(file, 0o640)
    fix(folder)
    expect(fs.statSync(file).mode & 0o777).toBe(0o640)
    expect(fs.readFileSync(file, 'utf8')).toBe(nodeFile())
  })

  it('says in one sentence how it was called wrongly', () => {
    const { code, err } = fix(folderWith(files), '--chek')
    expect([code, err.split('\n').length]).toEqual([2, 2])
    expect(err).toContain('`--check`')
  })
})

describe('hostile files', () => {
  it('follows no link, of a file or of a folder', () => {
    const folder = folderWith({ ...files, 'secret.md': `\ufeff${nodeFile()}`, 'away/other.md': `\ufeff${nodeFile()}` })
    fs.symlinkSync('../../secret.md', path.join(folder, 'content/light/secret.md'))
    fs.symlinkSync('../away', path.join(folder, 'content/away'))
    fs.symlinkSync('/etc/hostname', path.join(folder, 'content/light/host.md'))
    const { out } = fix(folder)
    expect(out).not.toMatch(/ (?:is|are) now |has its end/)
    expect(read(folder, 'secret.md')).toBe(`\ufeff${nodeFile()}`)
    expect(read(folder, 'away/other.md')).toBe(`\ufeff${nodeFile()}`)
    expect(fs.readlinkSync(path.join(folder, 'content/light/secret.md'))).toBe('../../secret.md')
  })

  it('does not write a file in which bytes are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(nodeFile()), Buffer.from([0xff, 0x0d])])
    const folder = folderWith({ ...files, 'content/light/latin.md': bytes })
    fix(folder)
    expect(fs.readFileSync(path.join(folder, 'content/light/latin.md')).equals(bytes)).toBe(true)
  })

  it('shows names and values that would move the cursor as codes', () => {
    const name = 'content/light/a\u001b[2J\n::error::b.md'
    const folder = folderWith({
      ...files,
      [name]: '---js\n',
      'content/light/fringes.md': `${wrong.replace('"waev"', '"\\u001b[31m"')}`,
    })
    const { out } = fix(folder)
    expect(out).not.toMatch(/[^\n\P{Cc}]/u)
    expect(out).not.toMatch(/^::/m)
    expect(read(folder, name)).toBe('---js\n')
  })

  it('replaces a text only where it is what was read', () => {
    const folder = folderWith(files)
    const content = path.join(folder, 'content')
    const name = 'content/light/wave.md'
    expect(replaceText(content, name, 'other', 'new')).toBe(false)
    expect(replaceText(content, 'content/../outside.md', '', 'new')).toBe(false)
    expect(replaceText(content, 'content/none/x.md', '', 'new')).toBe(false)
    expect(isRegularFile(content, 'content/light')).toBe(false)
    expect(read(folder, name)).toBe(nodeFile())
    expect(replaceText(content, name, nodeFile(), 'new')).toBe(true)
    expect(read(folder, name)).toBe('new')
    expect(fs.readdirSync(path.join(content, 'light'))).toHaveLength(3)
  })
})
