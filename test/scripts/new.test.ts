import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOptions, UsageError } from '../../scripts/lib/command.ts'
import { readKnown } from '../../scripts/new/known.ts'
import { draftOf } from '../../scripts/new/node-flags.ts'
import { newOptions } from '../../scripts/new/options.ts'
import { folderWith, mapFile, nodeFile, runScript } from './folder.ts'

const record =
  '@article{x, title={A Difficulty}, author={Arrow, Kenneth J.}, year=1950, doi={10.1086/256963}, issn={1}}'
const withdrawn = { on: '2026-03-01', reason: 'It does not stand.' }

function content(more: Readonly<Record<string, string>> = {}) {
  return folderWith({
    'content/light/index.md': mapFile,
    'content/light/wave.md': nodeFile(),
    'content/light/fringes.md': nodeFile({
      title: 'Fringes',
      statement: 'Two slits make fringes on a screen behind them.',
      supports: [{ to: 'wave', because: 'Only waves make them.' }],
    }),
    'content/light/ether.md': nodeFile({
      title: 'An ether',
      statement: 'Waves need an ether that fills all space.',
      withdrawn,
    }),
    'record.bib': record,
    ...more,
  })
}

const node = ['--title', 'Photons', '--statement', 'Light is counted in whole photons by a detector.']
const run = (folder: string, ...args: readonly string[]) =>
  runScript('new.ts', args, { cwd: folder })
const filesIn = (folder: string) =>
  readdirSync(path.join(folder, 'content'), { recursive: true, encoding: 'utf8' }).sort()

describe('a node from flags', () => {
  it('is written, judged as check judges it, and told of', () => {
    const folder = content()
    const because = ['--because', 'Waves are not counted.']
    const { code, out, err } = run(folder, ...node, '--rebuts', 'wave', ...because, '--body', 'Short.')
    expect([code, err]).toEqual([0, ''])
    expect(readFileSync(path.join(folder, 'content/light/photons.md'), 'utf8')).toBe(
      [
        '---',
        '# yaml-language-server: $schema=../../.vscode/schemas/node.schema.json',
        'kind: counterargument',
        'title: Photons',
        'statement: "Light is counted in whole photons by a detector."',
        'rebuts:',
        '  - to: wave',
        '    because: "Waves are not counted."',
        '---',
        '',
        'Short.',
        '',
      ].join('\n'),
    )
    expect(out).toContain('body-length')
    expect(out).toContain('Written: content/light/photons.md')
    expect(out).toContain('/c/photons/')
    const checked = runScript('check.ts', ['--all'], { cwd: folder }).out
    const line = out.split('\n').find((each) => each.includes('body-length'))
    expect(checked).toContain(line)
  })

  it('may doubt a step, written either way', () => {
    for (const step of ['fringes..wave', 'fringes>wave']) {
      const folder = content()
      expect(run(folder, ...node, '--undercuts', step).code).toBe(0)
      const text = readFileSync(path.join(folder, 'content/light/photons.md'), 'utf8')
      expect(text).toContain('undercuts:\n  - from: fringes\n    to: wave\n')
    }
  })

  it('is shown and not written with --dry-run', () => {
    const folder = content()
    const before = filesIn(folder)
    const { code, out } = run(folder, ...node, '--rebuts', 'wave', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('title: Photons')
    expect(filesIn(folder)).toEqual(before)
  })

  it('that says what is said is written only with --yes', () => {
    const folder = content()
    const same = ['--title', 'Slits', '--statement', 'Two slits make fringes on the screen behind them.']
    const refused = run(folder, ...same, '--supports', 'wave')
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('the same: fringes')
    expect(existsSync(path.join(folder, 'content/light/slits.md'))).toBe(false)
    expect(run(folder, ...same, '--supports', 'wave', '--yes').code).toBe(0)
    expect(existsSync(path.join(folder, 'content/light/slits.md'))).toBe(true)
  })

  it('that would be wrong is not written, and its problems are told', () => {
    const folder = content()
    const before = filesIn(folder)
    const long = ['--title', 'x'.repeat(61), '--id', 'too-long', '--statement', 'Cats sleep all day.']
    const { code, out } = run(folder, ...long, '--supports', 'wave')
    expect(code).toBe(1)
    expect(out).toContain('too-long')
    expect(out).toContain('expected at most 60')
    expect(run(folder, ...node, '--answers', 'wave').out).toContain('wrong-target')
    expect(filesIn(folder)).toEqual(before)
  })

  it('never writes over a file, nor through a link', () => {
    const folder = content()
    symlinkSync('/tmp/assay-nowhere', path.join(folder, 'content/light/photons.md'))
    const { code } = run(folder, ...node, '--rebuts', 'wave', '--id', 'photons')
    expect(code).toBe(2)
    expect(existsSync('/tmp/assay-nowhere')).toBe(false)
  })
})

describe('a wrong call says in one sentence what is wrong, and writes nothing', () => {
  it.each([
    [['--title', 'x'], /lack of `--kind`/],
    [['--kind', 'claim', '--title', 'x'], /lack of `--statement`/],
    [[...node, '--supports', 'wavs'], /expected the id of a node, such as `wave`/],
    [[...node, '--supports', 'two-slit-screen'], /such as `fringes`/],
    [[...node, '--supports', 'ether'], /`ether`, which was withdrawn/],
    [[...node, '--supports', 'wave', '--rebuts', 'wave'], /expected one; add others/],
    [[...node, '--supports', 'wave', '--weight', '2'], /from 0 to 1/],
    [[...node, '--kind', 'claim', '--because', 'x'], /alone/],
    [[...node, '--undercuts', 'wave'], /expected `from..to`/],
    [[...node, '--undercuts', 'fringes..fringe'], /expected one of `wave`/],
    [[...node, '--undercuts', 'wave..fringes'], /supports and rebuts nothing/],
    [[...node, '--supports', 'wave', '--source', 'nobody2020'], /id of a source/],
    [[...node, '--kind', 'claim', '--map', 'dark'], /map `dark`, expected one of `light`/],
    [[...node, '--kind', 'claim', '--map', '../..'], /map/],
    [[...node, '--kind', 'claim', '--id', 'wave'], /which is there already/],
    [[...node, '--kind', 'claim', '--id', 'light'], /which is there already/],
    [[...node, '--kind', 'claim', '--id', 'ether'], /withdrawn and is never used again/],
    [[...node, '--kind', 'claim', '--id', '../../x'], /lower-case kebab/],
    [[...node, '--kind', 'claim', '--id', 'a\nb'], /`a⟨U\+000A⟩b`/],
    [[...node, '--rebuts', '$(touch x)'], /`\$\(touch x\)`/],
    [[...node, '--rebuts', '\u001b[31m'], /⟨U\+001B⟩/],
    [[...node, '--kind', 'claim', '--body-file', 'nowhere'], /ENOENT/],
    [[...node, '--kind', 'claim', '--body', 'x', '--body-file', '-'], /expected one of them/],
  ])('%j', (args, message) => {
    const known = readKnown(path.join(content(), 'content'))
    const call = () => draftOf(readOptions(args, newOptions), known)
    expect(call).toThrow(UsageError)
    expect(call).toThrow(message)
  })

  it.each([
    [[], /nobody can be asked/],
    [[...node, '--rebuts', '$(touch x)'], /`\$\(touch x\)`/],
    [['--source-from', 'record.bib'], /lack of `--checked`/],
    [['--source-from', 'record.bib', '--checked', 'primary'], /lack of `--where`/],
    [['--source-from', 'record.bib', '--checked', 'read', '--where', 'x'], /--checked/],
    [['--checked', 'primary'], /lack of `--source-from`/],
    [['--source-from', 'record.bib', '--kind', 'claim'], /`--kind` of a source/],
  ])('%j from a shell', (args, message) => {
    const folder = content()
    const before = [filesIn(folder), readdirSync(folder)]
    const { code, err } = run(folder, ...args)
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
    expect([filesIn(folder), readdirSync(folder)]).toEqual(before)
  })
})

describe('a source from a record', () => {
  const read = ['--checked', 'unread', '--where', 'Nothing of it.']

  it('is written with what could not be carried named', () => {
    const folder = content()
    const { code, out } = run(folder, '--source-from', 'record.bib', ...read, '--body', 'A result.')
    expect(code).toBe(0)
    expect(out).toContain('Not carried over: `issn`.')
    const text = readFileSync(path.join(folder, 'content/sources/arrow1950difficulty.md'), 'utf8')
    expect(text).toContain('DOI: "10.1086/256963"\nchecked:\n  how: unread\n')
    expect(runScript('check.ts', ['--quiet'], { cwd: folder }).code).toBe(0)
  })

  it('that is there already is not', () => {
    const folder = content()
    expect(run(folder, '--source-from', 'record.bib', ...read).code).toBe(0)
    const again = run(folder, '--source-from', 'record.bib', ...read, '--id', 'arrow1950again')
    expect(again.code).toBe(1)
    expect(again.err).toContain('use `arrow1950difficulty`')
    expect(filesIn(folder)).not.toContain('sources/arrow1950again.md')
  })

  it.each([
    ['https://doi.org/10.1086/256963', /nothing is fetched/],
    ['@article{x,\n title={T}\n author={A}}', /^Line 3: /],
    [`${record}\n${record}`, /2 records/],
    ['\u001b[31m@', /expected BibTeX/],
  ])('cannot be had from %j', (text, message) => {
    const { code, err } = run(content({ 'odd.bib': text }), '--source-from', 'odd.bib', ...read)
    expect(code).toBe(1)
    expect(err).toMatch(message)
  })
})
