import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { folderWith, git, mapFile, nodeFile, root, runScript, write } from './folder.ts'

const good = { 'content/light/index.md': mapFile, 'content/light/wave.md': nodeFile() }
const bad = { ...good, 'content/light/slits.md': nodeFile({ kind: 'evidence', supports: ['wawe'] }) }

function check(folder: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  return runScript('check.ts', args, { cwd: folder, env })
}

describe('check', () => {
  it('exits with 0 where nothing is wrong, though something may be missing', () => {
    const { code, out, err } = check(folderWith(good))
    expect(err).toBe('')
    expect(out).toMatch(/^\d+ notes? in 1 file\. Notes are shown by --all\.\n$/)
    expect(code).toBe(0)
    expect(check(folderWith(good), ['--all']).out).toContain('/problems/claim-without-support/')
  })

  it('exits with 1 on an error and shows where it is and what is near', () => {
    const { code, out } = check(folderWith(bad))
    expect(code).toBe(1)
    expect(out).toContain('content/light/slits.md\n')
    expect(out).toContain('error  unknown-target')
    expect(out).toMatch(/5 \| supports: \["wawe"\]\n +\| +\^+\n +try `wave`/)
  })

  it('prints JSON and SARIF that can be read, with the address of the site', () => {
    const folder = folderWith(bad)
    const env = { ASSAY_SITE: 'https://example.org', ASSAY_BASE: '/assay/' }
    const json = JSON.parse(check(folder, ['--format', 'json'], env).out)
    expect(json.counts.errors).toBe(1)
    expect(json.problems.find(({ severity }: { severity: string }) => severity === 'error').url).toBe(
      'https://example.org/assay/problems/unknown-target/',
    )
    const sarif = JSON.parse(check(folder, ['--format=sarif', '--quiet'], env).out)
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['unknown-target'])
  })

  it('colours as NO_COLOR and FORCE_COLOR say', () => {
    const folder = folderWith(bad)
    expect(check(folder).out).not.toContain('\u001b')
    expect(check(folder, [], { FORCE_COLOR: '1' }).out).toContain('\u001b[')
    expect(check(folder, [], { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain('\u001b')
    expect(check(folder, [], { CI: '1', FORCE_COLOR: '0' }).out).not.toContain('\u001b')
  })

  it('keeps quiet about all but errors where asked to', () => {
    expect(check(folderWith(good), ['--quiet'])).toMatchObject({ code: 0, out: '' })
    expect(check(folderWith(bad), ['--quiet'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/1 error in 1 file\.\n$/),
    })
  })

  it('annotates a pull request and writes its summary', () => {
    const folder = folderWith(bad)
    const summary = path.join(folder, 'summary.md')
    const { code, out } = check(folder, ['--format', 'github'], { GITHUB_STEP_SUMMARY: summary })
    expect(code).toBe(1)
    expect(out).toContain('::error file=content/light/slits.md,line=5,')
    expect(fs.readFileSync(summary, 'utf8')).toContain('unknown-target')
    const nowhere = check(folder, ['--format', 'github'], { GITHUB_STEP_SUMMARY: folder })
    expect(nowhere).toMatchObject({ code: 1, err: 'The summary of this step could not be written.\n' })
  })

  it('lets no line of content be a command of a workflow', () => {
    const { out } = check(folderWith(bad), [], { GITHUB_ACTIONS: 'true' })
    const token = /^::stop-commands::(\S{36})\n/.exec(out)?.[1]
    expect(out.endsWith(`::${token ?? ''}::\n`)).toBe(true)
  })

  it('reports an id that was published and is gone, and passes nothing where it cannot tell', () => {
    const folder = folderWith({ ...good, 'content/light/slits.md': nodeFile({ statement: 'Two slits give fringes.' }) })
    git(folder, 'init', '--quiet')
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message', 'x')
    fs.renameSync(path.join(folder, 'content/light/slits.md'), path.join(folder, 'content/light/two-slits.md'))
    const { code, out } = check(folder, ['--base', 'main', '--format', 'json'])
    expect(code).toBe(1)
    expect(JSON.parse(out).problems).toContainEqual(
      expect.objectContaining({ code: 'published-id-vanished', nearest: 'two-slits' }),
    )
    const unknown = check(folder, ['--base', 'nowhere'])
    expect(unknown).toMatchObject({
      code: 2,
      out: expect.stringMatching(/\d notes in 2 files\./),
      err: expect.stringContaining('Published ids are not checked'),
    })
  })

  it.each([
    [['--formt', 'x'], 'such as `--format`'],
    [['--format', 'jso'], 'such as `json`'],
    [['--format'], 'lack of a value'],
    [['--quiet=yes'], 'takes none'],
    [['content'], 'Unexpected `content`'],
    [['-x'], 'Unexpected option `-x`'],
    [['--__proto__'], 'Unexpected option'],
    [['--content', 'no\u001bwhere'], 'Expected `no⟨U+001B⟩where` to be a folder with content (ENOENT)'],
  ])('is told in a sentence what is wrong with %j', (args, sentence) => {
    const { code, out, err } = check(folderWith(good), args)
    expect(err).toContain(sentence)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('does not pass a folder without files', () => {
    const folder = folderWith(good)
    fs.mkdirSync(path.join(folder, 'nothing'))
    const { code, out, err } = check(folder, ['--content', 'nothing'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe('Unexpected empty folder `nothing`, expected files of content.\n')
  })

  it('refuses a site that is no address', () => {
    expect(check(folderWith(good), [], { ASSAY_SITE: 'javascript:x' })).toMatchObject({ code: 2 })
  })

  it('explains itself', () => {
    expect(check(folderWith({}), ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--base') })
  })

  it('ends quietly when nobody listens any more', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`content/light/x${index}.md`, nodeFile({ supports: ['gone'] })]),
    )
    const script = path.join(root, 'scripts/check.ts')
    const child = spawn(process.execPath, [script, '--all'], { cwd: folderWith({ ...good, ...many }) })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.stdout.once('data', () => child.stdout.destroy())
    await once(child, 'close')
    expect(err).toBe('')
  })
})

describe('export', () => {
  it('writes the same JSON twice, and says so when the content has errors', () => {
    const folder = folderWith(bad)
    const first = runScript('export.ts', [], { cwd: folder })
    expect(JSON.parse(first.out).nodes).toHaveLength(2)
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('1 error;') })
    expect(runScript('export.ts', ['--as', 'json'], { cwd: folder }).out).toBe(first.out)
  })

  it('writes a flowchart of all maps or one, and the schema', () => {
    const folder = folderWith(good)
    write(folder, { 'content/sound/hum.md': nodeFile({ title: 'Hum' }) })
    const mermaid = (...args: string[]) => runScript('export.ts', ['--as', 'mermaid', ...args], { cwd: folder })
    expect(mermaid().out).toContain('Hum')
    expect(mermaid('--map', 'light').out).not.toContain('Hum')
    expect(mermaid('--map', 'lihgt')).toMatchObject({ code: 2, err: expect.stringContaining('`light`') })
    const schema = runScript('export.ts', ['--as', 'schema'], { cwd: folderWith({}) })
    expect(JSON.parse(schema.out).title).toBe('Assay export')
  })

  it.each([[['--map', 'light']], [['--as', 'yaml']], [['--content', 'nowhere']]])(
    'is told in a sentence what is wrong with %j',
    (args) => {
      const { code, out, err } = runScript('export.ts', args, { cwd: folderWith(good) })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/^[UE]\w+ .*\.\n$/)
    },
  )
})
