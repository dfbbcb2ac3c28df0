import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readComparison } from '../../src/outputs/comparison-json.ts'
import { commit, folderWith, git, mapFile, nodeFile, repository, runScript, write } from './folder.ts'

const slits = { kind: 'evidence', statement: 'Two slits make fringes.', supports: ['wave'] }
const good = {
  'content/light/index.md': mapFile,
  'content/light/wave.md': nodeFile(),
  'content/light/slits.md': nodeFile(slits),
}
const blur = nodeFile({
  kind: 'counterargument',
  title: 'A blur',
  statement: 'Fringes so faint may be a blur.',
  rebuts: ['wave'],
})

function compare(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runScript('compare.ts', args, { cwd, env })
}

function found(cwd: string, ...args: readonly string[]) {
  const { out } = compare(cwd, ['--format', 'json', ...args])
  const { value } = readComparison(out)
  if (value === undefined) throw new Error(out)
  return value
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('compare', () => {
  it('compares the working tree with a commit, as text, JSON and Markdown', () => {
    const folder = repository(good)
    write(folder, { 'content/light/blur.md': blur })
    const { code, out, err } = compare(folder, ['HEAD'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^The thesis falls from .* one objection is new and unanswered\.\n/)
    expect(ids(found(folder, 'HEAD').added)).toEqual(['blur'])
    const env = { ASSAY_SITE: 'https://example.org', ASSAY_BASE: '/assay/' }
    const markdown = compare(folder, ['HEAD', '--format', 'markdown'], env).out
    expect(markdown).toMatch(/^<!-- assay-comparison -->\n/)
    expect(markdown).toContain('](https://example.org/assay/c/wave/)')
  })

  it('says that nothing changed', () => {
    const { code, out } = compare(repository(good), ['HEAD'])
    expect(code).toBe(0)
    expect(out).toMatch(/^The thesis stays at .*; nothing in the content changed\.\n/)
  })

  it('compares commits from where they parted, or exactly', () => {
    const folder = repository(good)
    git(folder, 'checkout', '--quiet', '-b', 'topic')
    write(folder, { 'content/light/blur.md': blur })
    commit(folder)
    git(folder, 'checkout', '--quiet', 'main')
    write(folder, { 'content/light/lens.md': nodeFile({ supports: ['wave'] }) })
    commit(folder)
    expect(found(folder, 'main', 'topic')).toMatchObject({ added: [{ id: 'blur' }], removed: [] })
    expect(ids(found(folder, '--exact', 'main', 'topic').removed)).toEqual(['lens'])
  })

  it('compares folders, of any name', () => {
    const folder = folderWith({ 'main/content/light/wave.md': nodeFile(), '-x/light/wave.md': nodeFile() })
    write(folder, { '-x/light/blur.md': blur })
    expect(ids(found(folder, 'main', './-x').added)).toEqual(['blur'])
    expect(ids(found(folder, '--', 'main', '-x').added)).toEqual(['blur'])
    expect(ids(found(folder, './-x', 'main').removed)).toEqual(['blur'])
  })

  it('means the folder by a name that is also a branch, which can be named in full', () => {
    const folder = repository(good)
    git(folder, 'branch', 'other')
    write(folder, { 'other/light/blur.md': blur })
    expect(ids(found(folder, 'other').removed)).toEqual(['blur'])
    expect(found(folder, 'refs/heads/other')).toMatchObject({ removed: [], added: [] })
  })

  it('exits with 1 on a new error, and not on one that was there', () => {
    const wrong = { 'content/light/lens.md': nodeFile({ supports: ['nowhere'] }) }
    const folder = repository(good)
    write(folder, wrong)
    expect(compare(folder, ['HEAD'])).toMatchObject({ code: 1, out: expect.stringContaining('1 new error') })
    commit(folder)
    expect(compare(folder, ['HEAD']).code).toBe(0)
  })

  it('compares what can be read of a base that does not build', () => {
    const folder = repository({ ...good, 'content/light/slits.md': '---\nkind: [\n---\n' })
    write(folder, { ...good, 'content/light/blur.md': blur })
    const { code, out } = compare(folder, ['HEAD'])
    expect(code).toBe(0)
    expect(out).toContain('content/light/slits.md before the change')
    expect(ids(found(folder, 'HEAD').added)).toEqual(['blur'])
  })

  it('compares with a commit that had no content', () => {
    const folder = repository({ 'other.md': 'x' })
    write(folder, good)
    expect(ids(found(folder, 'HEAD').added)).toEqual(['slits', 'wave'])
  })

  it('reports ids that are deleted, renamed, written otherwise and brought back', () => {
    const withdrawn = { on: '2026-01-31', reason: 'It was wrong.', see: [] }
    const folder = repository({
      ...good,
      'content/light/lens.md': nodeFile({ title: 'Lens', statement: 'A lens bends it.' }),
      'content/light/prism.md': nodeFile({ title: 'Prism', statement: 'A prism parts it.' }),
      'content/light/ether.md': nodeFile({ statement: 'There is an ether.', withdrawn }),
    })
    const at = (name: string) => path.join(folder, 'content/light', name)
    fs.rmSync(at('slits.md'))
    fs.renameSync(at('lens.md'), at('lenses.md'))
    fs.renameSync(at('prism.md'), at('Prism.md'))
    write(folder, { 'content/light/ether.md': nodeFile({ statement: 'There is an ether.' }) })
    const { removed, added, resurrected, problemsNew } = found(folder, 'HEAD')
    expect(ids(removed)).toEqual(['lens', 'prism', 'slits'])
    expect(ids(added)).toEqual(['lenses'])
    expect(ids(resurrected)).toEqual(['ether'])
    const gone = problemsNew.filter(({ code }) => code === 'published-id-vanished')
    expect(gone.map(({ file }) => path.basename(file))).toEqual(['lens.md', 'prism.md', 'slits.md'])
    expect(problemsNew).toContainEqual(expect.objectContaining({ code: 'invalid-file-name' }))
    expect(compare(folder, ['HEAD']).code).toBe(1)
  })

  it('takes files of any name on both sides as data', () => {
    const names = ['a\nb.md', '"q".md', '$(touch pwned).md', '`touch pwned`.md', '-rf.md', '::error::x.md', '--help.md']
    const hostile = Object.fromEntries(names.map((name) => [`content/light/${name}`, blur]))
    const folder = repository({ ...good, ...hostile })
    const before = commit(folder)
    for (const name of names.slice(0, 3)) fs.rmSync(path.join(folder, 'content/light', name))
    write(folder, { 'content/light/::warning::y\r\n.md': blur })
    const after = commit(folder)
    const { code, out } = compare(folder, [before, after])
    expect(code).toBe(1)
    expect(out).not.toMatch(/^\s*::/m)
    expect(out).toContain('⟨U+000D⟩⟨U+000A⟩')
    expect(fs.readdirSync(folder).sort()).toEqual(['.git', 'content'])
    expect(compare(folder, [before, after, '--format', 'markdown']).out).not.toMatch(/::|<!-- assay.*<!-- assay/s)
  })

  it('lets no line of content be a command of a workflow', () => {
    const folder = repository(good)
    write(folder, { 'content/light/blur.md': blur.replace('A blur', '::error::x ##[add-path]/tmp') })
    const env = { GITHUB_ACTIONS: 'true' }
    const { out } = compare(folder, ['HEAD'], env)
    const token = /^::stop-commands::(\S{36})\n/.exec(out)?.[1]
    expect(out.endsWith(`\n::${token ?? ''}::\n`)).toBe(true)
    expect(compare(folder, ['HEAD', '--format', 'json'], env).out).not.toMatch(/::|##\[/)
    expect(compare(folder, ['HEAD', '--format', 'markdown'], env).out).not.toMatch(/::|##\[/)
  })

  it('writes a file, a summary, and reads what it wrote', () => {
    const folder = repository(good)
    write(folder, { 'content/light/blur.md': blur })
    const env = { GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md') }
    const args = ['HEAD', '--format', 'json', '--out', 'comparison.json', '--summary']
    expect(compare(folder, args, env)).toEqual({ code: 0, out: '', err: '' })
    const summary = fs.readFileSync(path.join(folder, 'summary.md'), 'utf8')
    expect(summary).toMatch(/^### What this does to the argument\n/)
    const again = compare(folder, ['--read', 'comparison.json', '--format', 'markdown'])
    expect(again.out).toBe(compare(folder, ['HEAD', '--format', 'markdown']).out)
    write(folder, { 'forged.json': '{"format":"assay-comparison-1","@octocat":1}' })
    expect(compare(folder, ['--read', 'forged.json'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^`forged\.json`: Unexpected value at .*\n$/),
    })
  })

  it('says in a shallow clone what it cannot know', () => {
    const folder = repository(good)
    const first = git(folder, 'rev-parse', 'HEAD')
    write(folder, { 'content/light/blur.md': blur })
    commit(folder)
    const shallow = folderWith({})
    git(shallow, 'clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, '.')
    expect(compare(shallow, [first])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Nothing could be compared: .*`git fetch --unshallow`\.\n$/),
    })
    git(shallow, 'fetch', '--quiet', '--depth', '1', 'origin', first)
    const { code, err } = compare(shallow, [first])
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('branched off') })
  })

  it.each([
    [[], 'lack of a base'],
    [['a', 'b', 'c'], 'Unexpected `c`'],
    [['nowhere'], '"nowhere" is not in this clone'],
    [['HEAD', 'nowhere'], '"nowhere" is not in this clone'],
    [['--upload-pack=x'], 'Unexpected option'],
    [['--', '--upload-pack=touch pwned'], 'is not in this clone'],
    [['a\nb\u001b[31m'], 'is not in this clone'],
    [['HEAD', '--read', 'x'], 'expected one of the two'],
    [['--read', 'nowhere.json'], 'Expected `nowhere.json` to be a file'],
    [['HEAD', '--out', 'no/where.md'], 'Expected `no/where.md` to be a file'],
    [['HEAD', '--content', 'nowhere'], 'to be a folder with content'],
  ])('is told in a sentence what is wrong with %j', (args, sentence) => {
    const folder = repository(good)
    const { code, out, err } = compare(folder, args)
    expect(err).toContain(sentence)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).not.toContain('\u001b')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('explains itself', () => {
    expect(compare(repository(good), ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('refs/heads/') })
  })
})
