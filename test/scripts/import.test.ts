import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../scripts/interchange/read-source.ts'
import { folderWith, mapFile, nodeFile, runScript } from './folder.ts'

const debate = '[wave]: Light is a wave.\n    + <Slits>: Light through slits makes fringes. #pro\n        - [wave-2]: It does not.\n'
const content = { 'content/light/wave.md': nodeFile(), 'content/light/index.md': mapFile }

function run(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = folderWith(files)
  return { folder, ...runScript('import.ts', args, { cwd: folder }) }
}

describe('import', () => {
  it('makes a map of a file, and says what it left out and what to do next', () => {
    const { folder, code, out, err } = run({ 'a.argdown': `// A comment.\n\n${debate}` }, 'a.argdown', '--map', 'new-map')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(fs.readdirSync(path.join(folder, 'content/new-map')).sort()).toEqual(['index.md', 'slits.md', 'wave-2.md', 'wave.md'])
    expect(out).toContain('4 files from 7 things in the source: 6 carried, 1 left out.')
    expect(out).toContain('the file: Comments are left out.')
    expect(out).toMatch(/The content has \d+ problems, of which 0 errors\. `npm run check` shows them\.\n$/)
    const check = runScript('check.ts', ['--quiet'], { cwd: folder })
    expect(check.code).toBe(0)
  })

  it('never overwrites, and takes no id that is taken in any map', () => {
    const { folder, code } = run({ ...content, 'a.argdown': debate }, 'a.argdown', '--map', 'light')
    expect(code).toBe(0)
    expect(fs.readFileSync(path.join(folder, 'content/light/wave.md'), 'utf8')).toBe(nodeFile())
    expect(fs.readFileSync(path.join(folder, 'content/light/index.md'), 'utf8')).toBe(mapFile)
    expect(fs.readdirSync(path.join(folder, 'content/light')).sort()).toEqual(['index.md', 'slits.md', 'wave-2.md', 'wave-3.md', 'wave.md'])
  })

  it('writes nothing in a dry run, takes a thesis by its name, and AIF by the end of the name', () => {
    const aif = JSON.stringify({ nodes: [{ nodeID: 1, text: 'Light is a wave.', type: 'I' }] })
    const dry = run({ ...content, 'a.json': aif }, 'a.json', '--map', 'dark', '--dry-run')
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was written.') })
    expect(fs.existsSync(path.join(dry.folder, 'content/dark'))).toBe(false)
    const { folder } = run({ 'a.argdown': debate }, 'a.argdown', '--map', 'dark', '--thesis', 'Slits', '--out', 'other')
    expect(fs.readFileSync(path.join(folder, 'other/dark/index.md'), 'utf8')).toContain('thesis: slits')
  })

  it('honours the mode of the command over that of the file', () => {
    const strict = `===\nmodel: {mode: strict}\n===\n\n[some-a]: It is so.\n    - [some-b]: It is not.\n`
    const of = (...args: string[]) => {
      const { folder } = run({ 'a.argdown': strict }, 'a.argdown', '--map', 'map-a', ...args)
      return fs.readFileSync(path.join(folder, 'content/map-a/some-a.md'), 'utf8').includes('rebuts')
    }
    expect([of(), of('--strict'), of('--loose')]).toEqual([true, true, false])
  })

  it.each([
    [[]],
    [['a.argdown']],
    [['a.argdown', '--map', '../x']],
    [['a.argdown', '--map', 'sources']],
    [['a.argdown', '--map', 'light', '--strict', '--loose']],
    [['a.argdown', '--map', 'light', '--thesis', 'nothing']],
    [['a.txt', '--map', 'light']],
    [['nowhere.argdown', '--map', 'light']],
    [['a.argdown', '--map', 'light', '--format', 'xml']],
  ])('is told in a sentence what is wrong with %j', (args) => {
    const { code, out, err } = run({ 'a.argdown': debate, 'a.txt': debate }, ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^Unexpected .*\.\n$/)
  })

  it('says that a file is none of the format, and shows no control characters of it', () => {
    const bad = run({ 'a.json': '\u001b[31m{' }, 'a.json', '--map', 'light')
    expect(bad).toMatchObject({ code: 1, out: '' })
    expect(bad.err).toMatch(/^`a\.json`: Unexpected text that is no JSON/)
    const loud = run({ 'a.argdown': '# \u001b[31mRed\n\n[some-a]: It is so.\n' }, 'a.argdown', '--map', 'light')
    expect(loud.out).toContain('⟨U+001B⟩[31mRed')
    expect(bad.err + loud.out).not.toContain('\u001b')
  })

  it('ends when reading takes too long', async () => {
    const text = `[a]: x\n${'{'.repeat(200_000)}`
    const result = await readSource({ format: 'argdown', text, mode: undefined }, 1_500)
    expect(result).toEqual({ unreadable: 'Unexpected text that takes more than 1.5 seconds to read.' })
  })
})

describe('export', () => {
  it.each(['argdown', 'aif', 'graphml', 'csv', 'dot', 'json-ld'])('writes %s and says what is lost', (form) => {
    const folder = folderWith(content)
    const { code, out, err } = runScript('export.ts', ['--as', form, '--map', 'light'], { cwd: folder })
    expect(code).toBe(0)
    expect(out).toContain('Light is a wave')
    expect(err).toContain('left out')
    const again = runScript('export.ts', ['--as', form, '--out', 'x'], { cwd: folder })
    expect(again).toMatchObject({ code: 0, out: '' })
    expect(fs.readFileSync(path.join(folder, 'x'), 'utf8')).toBe(out)
    expect(runScript('export.ts', ['--as', form, '--out', 'x'], { cwd: folder }).code).toBe(2)
  })

  it('writes the table that is asked for, of csv alone', () => {
    const folder = folderWith(content)
    expect(runScript('export.ts', ['--as', 'csv', '--table', 'edges'], { cwd: folder }).out).toMatch(/^id,from,kind,to/)
    expect(runScript('export.ts', ['--as', 'dot', '--table', 'edges'], { cwd: folder }).code).toBe(2)
  })
})
