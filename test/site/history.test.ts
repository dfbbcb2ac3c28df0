import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { NodeId } from '../../src/core/id.ts'
import { wordingHash } from '../../src/core/wording.ts'
import { commit, folderWith, git, mapFile, nodeFile, repository, write } from '../scripts/folder.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const wave = 'wave' as NodeId
const file = 'content/light/wave.md'

function said(statement: string) {
  return { 'content/light/index.md': mapFile, [file]: nodeFile({ statement }) }
}

/** The site's own functions for the content of a repository, and what they print. */
async function siteOf(folder: string) {
  vi.resetModules()
  vi.stubEnv('ASSAY_CONTENT', path.join(folder, 'content'))
  vi.stubEnv('ASSAY_CACHE', folderWith({}))
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const model = await import('../../src/site/model/history.ts')
  const words = await import('../../src/site/model/history-words.ts')
  const line = () => words.historyLine(model.historyOf(wave), model.siteHistory().incomplete)
  return { ...model, ...words, line, warned: () => warned.mock.calls.map(String) }
}

function onDay(day: number): void {
  vi.stubEnv('GIT_COMMITTER_DATE', `2026-05-${String(day).padStart(2, '0')}T12:00:00Z`)
}

/** A repository in which the statement was said on 1 May, on 2 May and so on. */
function saidInTurn(...statements: readonly string[]): string {
  onDay(1)
  const folder = repository(said(statements[0] ?? ''))
  statements.slice(1).forEach((statement, index) => {
    onDay(index + 2)
    write(folder, said(statement))
    commit(folder)
  })
  return folder
}

describe('siteHistory', () => {
  it('tells what git knows, and prints nothing', async () => {
    const site = await siteOf(saidInTurn('A is B.', 'A is C.'))
    expect(site.siteHistory()).not.toHaveProperty('incomplete')
    expect(site.wordingNow(wave)).toMatchObject({
      hash: wordingHash('A is C.'),
      since: { on: '2026-05-02T12:00:00Z' },
    })
    expect(site.line()).toBe('In the map since 1 May 2026; in this wording since 2 May 2026.')
    expect(site.warned()).toEqual([])
    expect(() => site.historyOf('nothing' as NodeId)).toThrow(RangeError)
  })

  it('takes the statement as written, not as typeset', async () => {
    const site = await siteOf(saidInTurn('A is "B".'))
    expect(site.wordingNow(wave)).toMatchObject({
      hash: wordingHash('A is "B".'),
      statement: 'A is "B".',
    })
    expect(site.line()).toBe('In the map since 1 May 2026; its wording has not changed.')
  })

  it('says of a wording that it is in no commit', async () => {
    const folder = saidInTurn('A is B.')
    write(folder, said('A is C.'))
    const site = await siteOf(folder)
    expect(site.wordingNow(wave)).not.toHaveProperty('since')
    expect(site.line()).toBe('In the map since 1 May 2026; this wording is in no commit yet.')
  })

  it('says from when on a shallow clone knows anything, in one line for all pages', async () => {
    const folder = saidInTurn('A is B.', 'A is C.', 'A is D.')
    const clone = folderWith({})
    git(clone, 'clone', '--quiet', '--depth', '2', pathToFileURL(folder).href, '.')
    const site = await siteOf(clone)
    const gap = 'What was before 2 May 2026 is not known here: this was made from a shallow clone.'
    expect(site.siteHistory().incomplete).toBe(gap)
    expect(site.historyOf(wave).wordings.map(({ since }) => since?.on)).toEqual([
      undefined,
      '2026-05-03T12:00:00Z',
    ])
    expect(site.line()).toBe(`In this wording since 3 May 2026. ${gap}`)
    expect(site.warned()).toEqual([`Histories of nodes are not complete. ${gap}`])
  })

  it.each([
    [
      'no repository',
      'The content is in no git repository that has a commit and can be read.',
      (folder: string) => fs.rmSync(path.join(folder, '.git'), { recursive: true }),
    ],
    ['no git', 'Git is not installed.', () => vi.stubEnv('PATH', '')],
    [
      'no commit with the content',
      'No commit has the content yet.',
      (folder: string) => {
        git(folder, 'rm', '--quiet', '-r', '--cached', '.')
        git(folder, 'commit', '--quiet', '--amend', '--allow-empty', '--message', 'x')
      },
    ],
  ])('has every node also where there is %s', async (_, sentence, spoil) => {
    const folder = saidInTurn('A is B.')
    spoil(folder)
    const site = await siteOf(folder)
    expect(site.historyOf(wave)).toEqual({
      id: 'wave',
      events: [],
      wordings: [{ hash: wordingHash('A is B.'), statement: 'A is B.' }],
    })
    expect(site.line()).toBe(sentence)
    expect(site.warned()).toEqual([`Histories of nodes are not complete. ${sentence}`])
  })

  it('notices edits at once and commits within a second while it serves', async () => {
    const folder = saidInTurn('A is B.')
    const site = await siteOf(folder)
    const clock = vi.spyOn(performance, 'now')
    const before = performance.now()
    expect(site.historyOf(wave).wordings).toHaveLength(1)
    write(folder, said('A is C.'))
    expect(site.wordingNow(wave).statement).toBe('A is C.')
    commit(folder)
    clock.mockReturnValue(before + 1e6)
    expect(site.wordingNow(wave).since).toBeDefined()
    expect(site.siteHistory()).toBe(site.siteHistory())
  })
})
