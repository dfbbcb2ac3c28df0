import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, git, mapFile, nodeFile, runScript, write } from '../scripts/folder.ts'

const gone = { withdrawn: { on: '2026-01-31', reason: 'Nobody could repeat it.' } }
const ally = nodeFile({ kind: 'evidence', statement: 'A fact.', supports: [{ to: 'wave', because: 'It follows.' }] })
const content = {
  'content/light/index.md': mapFile,
  'content/light/wave.md': nodeFile(),
  'content/light/ally.md': ally,
  'content/light/old.md': nodeFile({ statement: 'Light is old.', ...gone }),
  'content/light/moves.md': merged({ 'merged-into': 'wave', see: ['ally'] }),
}

function merged(rest: object): string {
  const withdrawn = { on: '2026-01-31', reason: 'It says what another node says.', ...rest }
  return nodeFile({ statement: 'Light moves in waves.', withdrawn })
}

interface Found {
  readonly code: string
  readonly severity: string
  readonly place: { readonly file: string; readonly start: { readonly line: number } }
  readonly related?: readonly { readonly message: string }[]
}

/** What `check --base` says of a change to published content, of the codes named. */
function found(change: (folder: string) => void, ...codes: readonly string[]): readonly Found[] {
  const folder = folderWith(content)
  runScript('review.ts', ['--all', '--yes'], { cwd: folder })
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'x')
  git(folder, 'checkout', '--quiet', '-b', 'topic')
  change(folder)
  const { out } = runScript('check.ts', ['--base', 'main', '--format', 'json'], { cwd: folder })
  return (JSON.parse(out).problems as Found[]).filter(({ code }) => codes.includes(code))
}

const move = (folder: string, from: string, to: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, to)), { recursive: true })
  fs.renameSync(path.join(folder, from), path.join(folder, to))
}

describe('a change that', () => {
  it('brings back a withdrawn node is told why it had left', () => {
    const back = (at: string) => write(at, { 'content/light/old.md': nodeFile({ statement: 'Light is old.' }) })
    expect(found(back, 'resurrected-id')).toMatchObject([
      {
        severity: 'warning',
        place: { file: 'content/light/old.md', start: { line: 1 } },
        related: [{ message: 'Was withdrawn: Nobody could repeat it.' }],
      },
    ])
  })

  it('brings it back in another map is told as well', () => {
    const back = (at: string) => {
      fs.rmSync(path.join(at, 'content/light/old.md'))
      write(at, { 'content/sound/old.md': nodeFile({ statement: 'Light is old.' }) })
    }
    expect(found(back, 'resurrected-id', 'published-id-vanished')).toMatchObject([{ code: 'resurrected-id' }])
  })

  it('edits a node that stays withdrawn, or stays in the argument, is left alone', () => {
    const edit = (at: string) => {
      write(at, { 'content/light/old.md': nodeFile({ statement: 'Light is quite old.', ...gone }) })
      write(at, { 'content/light/wave.md': nodeFile({ title: 'A wave' }) })
    }
    expect(found(edit, 'resurrected-id')).toEqual([])
  })

  it.each([
    ['deletes', (at: string) => fs.rmSync(at), 'published-id-vanished', 'error'],
    ['brings back', (at: string) => fs.writeFileSync(at, nodeFile()), 'resurrected-id', 'warning'],
    [
      'no longer merges',
      (at: string) => fs.writeFileSync(at, merged({ see: ['wave', 'ally'] })),
      'lost-successor',
      'warning',
    ],
    [
      'merges elsewhere',
      (at: string) => fs.writeFileSync(at, merged({ 'merged-into': 'ally' })),
      'lost-successor',
      'warning',
    ],
    [
      'names fewer successors of',
      (at: string) => fs.writeFileSync(at, merged({ 'merged-into': 'wave' })),
      'lost-successor',
      'warning',
    ],
  ])('%s a merged node is told', (_, change, code, severity) => {
    const file = 'content/light/moves.md'
    const codes = ['published-id-vanished', 'resurrected-id', 'lost-successor'] as const
    const all = found((at) => change(path.join(at, file)), ...codes)
    expect(all).toMatchObject([{ code, severity, place: { file } }])
  })

  it('points a merge further on, or names more, is left alone', () => {
    const further = (at: string) =>
      write(at, {
        'content/light/field.md': nodeFile({ statement: 'Light is a field.' }),
        'content/light/moves.md': merged({ 'merged-into': 'field', see: ['ally', 'old'] }),
        'content/light/wave.md': nodeFile({
          withdrawn: { on: '2026-02-01', reason: 'A field says it better.', 'merged-into': 'field' },
        }),
      })
    expect(found(further, 'lost-successor', 'resurrected-id')).toEqual([])
  })

  it.each([
    ['content/light/light-wave.md', ['published-id-vanished']],
    ['content/light/Wave.md', ['invalid-file-name', 'published-id-vanished']],
    ['content/Light/wave.md', ['invalid-file-name', 'published-id-vanished']],
    ['content/light/wave.MD', ['published-id-vanished', 'unexpected-file']],
    ['content/sound/wave.md', []],
  ])('renames a node to %s', (to, codes) => {
    const all = found((at) => move(at, 'content/light/wave.md', to), 'published-id-vanished', 'invalid-file-name', 'unexpected-file')
    expect(all.map(({ code }) => code).sort()).toEqual(codes)
  })

  it('removes a review, or the file of reviews, does not silence it', () => {
    const reviews = (at: string) => path.join(at, 'content/reviews.tsv')
    const expected = [{ severity: 'warning', place: { file: 'content/reviews.tsv' } }]
    expect(found((at) => fs.rmSync(reviews(at)), 'removed-review')).toMatchObject(expected)
    expect(found((at) => fs.writeFileSync(reviews(at), ''), 'removed-review')).toMatchObject(expected)
    const withNode = (at: string) => {
      fs.writeFileSync(reviews(at), '')
      write(at, { 'content/light/ally.md': nodeFile(gone) })
    }
    expect(found(withNode, 'removed-review')).toEqual([])
  })

  it('writes a review of a wording that is not there has it suspect at once', () => {
    const edit = (at: string) => write(at, { 'content/reviews.tsv': 'ally>wave\t0123456789ab\n' })
    expect(found(edit, 'suspect-relation', 'removed-review')).toMatchObject([
      { code: 'suspect-relation', severity: 'warning', place: { file: 'content/light/ally.md' } },
    ])
  })
})
