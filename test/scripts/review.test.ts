import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, git, mapFile, nodeFile, root, runScript, write } from './folder.ts'

const file = 'content/reviews.tsv'
const wave = nodeFile({ statement: 'Light is a wave.' })
const bearing = (title: string, kind = 'supports') =>
  nodeFile({
    kind: kind === 'supports' ? 'evidence' : 'counterargument',
    title,
    statement: `${title} are seen.`,
    [kind]: [{ to: 'wave', because: `${title} say so.` }],
  })
const content = {
  'content/light/index.md': mapFile,
  'content/light/wave.md': wave,
  'content/light/bows.md': bearing('Bows'),
  'content/light/fringes.md': bearing('Fringes'),
  'content/light/quanta.md': bearing('Quanta', 'rebuts'),
}
const ids = ['bows>wave', 'fringes>wave', 'quanta>wave']

const review = (folder: string, ...args: readonly string[]) =>
  runScript('review.ts', args, { cwd: folder })
const reviewed = (folder: string) => fs.readFileSync(path.join(folder, file), 'utf8')
const edges = (folder: string) => reviewed(folder).trimEnd().split('\n').map((line) => line.split('\t')[0])

describe('review', () => {
  it('shows the relations of a node and writes nothing without a word of agreement', () => {
    const folder = folderWith(content)
    const { code, out, err } = review(folder, 'bows')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('supports: bows>wave (never reviewed)\n  bows: Bows are seen.\n  because: Bows say so.\n  to wave: Light is a wave.\n')
    expect(out).toContain('Nothing was written.')
    expect(fs.existsSync(path.join(folder, file))).toBe(false)
  })

  it('records what was judged, so that a change is seen until it is judged again', () => {
    const folder = folderWith(content)
    expect(review(folder, '--all', '--yes')).toMatchObject({ code: 0, err: '' })
    expect(edges(folder)).toEqual(ids)
    const before = reviewed(folder)
    expect(review(folder, '--list')).toMatchObject({ code: 0 })

    write(folder, { 'content/light/wave.md': nodeFile({ statement: 'Light is a kind of wave.' }) })
    expect(review(folder, '--list')).toMatchObject({ code: 1, out: expect.stringContaining('3 judged against an earlier wording') })
    expect(review(folder, 'bows')).toMatchObject({ code: 1 })
    expect(reviewed(folder)).toBe(before)
    const json = JSON.parse(runScript('check.ts', ['--format', 'json'], { cwd: folder }).out)
    const codes = json.problems.map(({ code }: { code: string }) => code)
    expect(codes.filter((code: string) => code === 'suspect-relation')).toHaveLength(3)

    expect(review(folder, '--edge', 'bows>wave', '--yes')).toMatchObject({ code: 0 })
    expect(review(folder, '--list').out).toContain('2 judged against an earlier wording')
    expect(review(folder, 'wave', '--yes')).toMatchObject({ code: 0 })
    expect(review(folder, '--list')).toMatchObject({ code: 0 })
    expect(edges(folder)).toEqual(ids)
    expect(fs.readdirSync(path.join(folder, 'content')).sort()).toEqual(['light', 'reviews.tsv'])
  })

  it('writes LF whatever it found', () => {
    const folder = folderWith(content)
    review(folder, '--all', '--yes')
    const before = reviewed(folder)
    write(folder, { [file]: before.replaceAll('\n', '\r\n') })
    expect(review(folder, '--tidy')).toMatchObject({ code: 0 })
    expect(reviewed(folder)).toBe(before)
  })

  it('does not write over lines that it cannot read, unless it is told to', () => {
    const folder = folderWith(content)
    review(folder, '--edge', 'bows>wave', '--yes')
    const broken = `<<<<<<< HEAD\n${reviewed(folder)}`
    write(folder, { [file]: broken })
    const refused = review(folder, '--all', '--yes')
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(`${file}:1 Unexpected \`<<<<<<< HEAD\``) })
    expect(review(folder, '--tidy')).toMatchObject({ code: 1 })
    expect(reviewed(folder)).toBe(broken)
    expect(review(folder, '--tidy', '--yes')).toMatchObject({ code: 0 })
    expect(edges(folder)).toEqual(['bows>wave'])
  })

  it('does not write through a link', () => {
    const folder = folderWith({ ...content, 'elsewhere.tsv': 'kept' })
    fs.symlinkSync('../elsewhere.tsv', path.join(folder, file))
    expect(review(folder, '--all', '--yes')).toMatchObject({ code: 1 })
    expect(fs.readFileSync(path.join(folder, 'elsewhere.tsv'), 'utf8')).toBe('kept')
  })

  it('shows a stranger’s text without what could move the cursor or hide', () => {
    const hostile = nodeFile({ statement: 'It is \u001b[2J\u202eso.\n::error::x', supports: [{ to: 'wave', because: '\u0007 ::set-output::' }] })
    const { out } = review(folderWith({ ...content, 'content/light/evil.md': hostile }), 'wave')
    expect(out).not.toMatch(/[\u001b\u0007\u202e]|^\s*::/m)
  })

  it.each([
    [[], 'lack of a node'],
    [['wawe'], 'such as `wave`'],
    [['--edge', 'bow>wave'], 'such as `bows>wave`'],
    [['--edge', '$(touch evil)>wave'], 'expected the id of a relation'],
    [['wave', '--tidy'], 'with `--tidy`'],
    [['--lits'], 'such as `--list`'],
    [['wave', 'bows'], 'Unexpected `bows`'],
    [['constructor'], 'expected the id of a node'],
  ])('is told in a sentence what is wrong with %j', (args, sentence) => {
    const { code, out, err } = review(folderWith(content), ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('explains itself', () => {
    expect(review(folderWith({}), '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--edge') })
  })
})

const attributes = fs.readFileSync(path.join(root, '.gitattributes'), 'utf8')

/** A repository of this content on `main`, in which two people each change something and merge. */
function merged(start: Readonly<Record<string, string>>, left: (folder: string) => void, right: (folder: string) => void): string {
  const folder = folderWith({ ...content, ...start, '.gitattributes': attributes })
  const commit = () => {
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message', 'x')
  }
  git(folder, 'init', '--quiet')
  commit()
  for (const [name, change] of [['left', left], ['right', right]] as const) {
    git(folder, 'checkout', '--quiet', '-b', name, 'main')
    change(folder)
    commit()
  }
  git(folder, 'merge', '--quiet', '--no-edit', 'left')
  return folder
}

const problemsOf = (folder: string) =>
  JSON.parse(runScript('check.ts', ['--format', 'json'], { cwd: folder }).out).problems as {
    readonly code: string
    readonly severity: string
  }[]
const ours = (folder: string) =>
  problemsOf(folder)
    .map(({ code }) => code)
    .filter((code) => /review|suspect/.test(code))

describe('two people who', () => {
  it('each review other relations are merged without a conflict', () => {
    const folder = merged(
      {},
      (at) => review(at, '--edge', 'bows>wave', '--edge', 'quanta>wave', '--yes'),
      (at) => review(at, '--edge', 'fringes>wave', '--edge', 'quanta>wave', '--yes'),
    )
    expect(new Set(edges(folder))).toEqual(new Set(ids))
    expect(ours(folder).filter((code) => code !== 'untidy-reviews')).toEqual([])
    expect(review(folder, '--tidy')).toMatchObject({ code: 0 })
    expect(edges(folder)).toEqual(ids)
    expect(ours(folder)).toEqual([])
  })

  it('each change what neighbouring lines are of leave nothing suspect', () => {
    const all = folderWith(content)
    review(all, '--all', '--yes')
    const change = (name: string, title: string) => (at: string) => {
      write(at, { [`content/light/${name}.md`]: bearing(title) })
      review(at, name, '--yes')
    }
    const folder = merged({ [file]: reviewed(all) }, change('bows', 'Rainbows'), change('fringes', 'Bright fringes'))
    // The merge keeps both sides of what it could not tell apart: old lines beside new ones.
    expect(edges(folder).length).toBeGreaterThan(3)
    expect(ours(folder).filter((code) => code !== 'untidy-reviews')).toEqual([])
    review(folder, '--tidy')
    expect(edges(folder)).toEqual(ids)
    expect(ours(folder)).toEqual([])
  })

  it('change the two ends of one relation have it judged again', () => {
    const all = folderWith(content)
    review(all, '--all', '--yes')
    const folder = merged(
      { [file]: reviewed(all) },
      (at) => {
        write(at, { 'content/light/bows.md': bearing('Rainbows') })
        review(at, '--edge', 'bows>wave', '--yes')
      },
      (at) => {
        write(at, { 'content/light/wave.md': nodeFile({ statement: 'Light is a kind of wave.' }) })
        review(at, 'wave', '--yes')
      },
    )
    expect(ours(folder).filter((code) => code === 'suspect-relation')).toHaveLength(1)
    expect(review(folder, '--list').out).toContain('supports: bows>wave (judged against an earlier wording)')
  })

  it('add nodes need no line and meet in no file', () => {
    const folder = merged(
      {},
      (at) => write(at, { 'content/light/glories.md': bearing('Glories') }),
      (at) => write(at, { 'content/light/halos.md': bearing('Halos') }),
    )
    expect(ours(folder)).toEqual([])
  })

  it('add the same id in other maps are told after the merge', () => {
    const folder = merged(
      {},
      (at) => write(at, { 'content/light/halos.md': bearing('Halos') }),
      (at) => write(at, { 'content/sound/halos.md': bearing('Halos') }),
    )
    expect(problemsOf(folder)).toContainEqual(
      expect.objectContaining({ code: 'duplicate-id', severity: 'error' }),
    )
  })

  it('end a file without a line feed are merged all the same', () => {
    const one = folderWith(content)
    review(one, '--edge', 'bows>wave', '--yes')
    const folder = merged(
      { [file]: reviewed(one).trimEnd() },
      (at) => review(at, '--edge', 'fringes>wave', '--yes'),
      (at) => review(at, '--edge', 'quanta>wave', '--yes'),
    )
    expect(ours(folder).filter((code) => code !== 'untidy-reviews')).toEqual([])
  })
})
