import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ContentFolderError, readContent } from '../../src/disk/read-content.ts'
import { largestFile } from '../../src/readers/text.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { folderWith } from '../scripts/folder.ts'

describe('readContent', () => {
  it('gives every file by its path in the repository, in order', () => {
    const folder = folderWith({ 'b/é.md': 'é', 'b/a.md': '\ufeffa\r\n', 'a.md': '', 'B/.hidden': 'x', 'b/deep/er/x': 'x' })
    expect(readContent(folder)).toEqual([
      { path: 'content/a.md', text: '' },
      { path: 'content/b/a.md', text: '\ufeffa\r\n' },
      { path: 'content/b/deep/er/x', text: 'x' },
      { path: 'content/b/é.md', text: 'é' },
    ])
  })

  it('follows no link, neither to a file nor to a folder', () => {
    const secret = folderWith({ 'secret.md': 'secret' })
    const folder = folderWith({ 'light/wave.md': 'x' })
    fs.symlinkSync(path.join(secret, 'secret.md'), path.join(folder, 'light/link.md'))
    fs.symlinkSync(secret, path.join(folder, 'other'))
    fs.symlinkSync('.', path.join(folder, 'light/round'))
    const files = readContent(folder)
    expect(files.map((file) => file.path)).toEqual([
      'content/light/link.md',
      'content/light/round',
      'content/light/wave.md',
      'content/other',
    ])
    expect(files[0]?.text).toBe(path.join(secret, 'secret.md'))
    for (const file of files.slice(0, 2)) expect(readDocument(file).problems).not.toEqual([])
  })

  it('gives what is not UTF-8, or no file at all, so that the reader reports it', () => {
    const folder = folderWith({ 'light/wave.md': Buffer.from([0x2d, 0xff, 0x2d]) })
    execFileSync('mkfifo', [path.join(folder, 'light/pipe.md')])
    const [pipe, wave] = readContent(folder)
    expect(pipe).toEqual({ path: 'content/light/pipe.md', text: '\ufffd' })
    expect(wave?.text).toBe('-\ufffd-')
    for (const file of readContent(folder)) {
      expect(readDocument(file).problems.map(({ code }) => code)).toContain('invalid-character')
    }
  })

  it('reads no more of a huge file than is needed to call it too large', () => {
    const folder = folderWith({ 'light/wave.md': '' })
    fs.truncateSync(path.join(folder, 'light/wave.md'), 2 ** 32)
    const [file] = readContent(folder)
    expect(file?.text.length).toBeGreaterThan(largestFile)
    expect(file?.text.length).toBeLessThan(2 ** 22)
  })

  it('says so when there is no folder', () => {
    expect(() => readContent(path.join(folderWith({}), 'none'))).toThrow(ContentFolderError)
    expect(() => readContent(path.join(folderWith({ file: '' }), 'file'))).toThrow(ContentFolderError)
  })
})
