import { describe, expect, it } from 'vitest'
import { check } from '../../src/analysis/check.ts'
import { checkDraft } from '../../src/analysis/draft/check-draft.ts'
import { toContentIndex } from '../../src/analysis/draft/content-index.ts'
import { openDraftBase } from '../../src/analysis/draft/draft-base.ts'
import { toViewData } from '../../src/analysis/stance/to-view-data.ts'
import type { ProblemCode } from '../../src/core/problem.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { mapFile, nodeFile } from '../scripts/folder.ts'

const gone = (id: string, rest: object, on = '2026-01-31') =>
  nodeFile({ title: `The node ${id}`, statement: `Of ${id}.`, withdrawn: { on, reason: 'No.', ...rest } })
const standing = (id: string, rest: object = {}) =>
  nodeFile({ title: `The node ${id}`, statement: `Of ${id}.`, ...rest })

const texts: Readonly<Record<string, string>> = {
  index: mapFile.replace('wave', 'first'),
  first: gone('first', { 'merged-into': 'second', see: ['other'] }),
  second: gone('second', { 'merged-into': 'third' }),
  third: standing('third'),
  other: standing('other'),
  plain: gone('plain', { see: ['other', 'first'] }, '2026-01-01'),
  late: gone('late', { 'merged-into': 'plain' }),
  early: gone('early', { 'merged-into': 'plain' }, '2025-12-31'),
  ally: standing('ally', { kind: 'evidence', supports: [{ to: 'first', because: 'It shows it.' }] }),
  foe: standing('foe', { kind: 'counterargument', rebuts: [{ to: 'late', because: 'It is not so.' }] }),
}
const files = Object.entries(texts).map(([id, text]) => ({ path: `content/light/${id}.md`, text }))
const kb = assemble(files)

function told(code: ProblemCode) {
  return check(kb)
    .filter((each) => each.code === code)
    .map(({ place, nearest }) => [place.file, nearest])
}

describe('where something names a merged node', () => {
  it('the end of its merges is suggested, or what took the place of that', () => {
    expect(told('missing-thesis')).toEqual([['content/light/index.md', 'third']])
    expect(told('withdrawn-target')).toEqual([
      ['content/light/ally.md', 'third'],
      ['content/light/foe.md', 'other'],
    ])
  })

  it('a merge into what had been withdrawn is told, and one into what was withdrawn later is not', () => {
    expect(told('merged-into-withdrawn')).toEqual([['content/light/late.md', 'other']])
  })

  it('a draft is told the same', () => {
    const base = openDraftBase(JSON.parse(JSON.stringify(toContentIndex(kb))))
    for (const file of files.filter(({ path }) => /ally|foe|late|early|first|second/.test(path))) {
      const short = check(kb).filter(({ place }) => place.file === file.path)
      const drafted = checkDraft(base, file, kb.results).problems
      expect(drafted.map(({ message }) => message)).toEqual(short.map(({ message }) => message))
    }
  })

  it('a view that names it is told the end first', () => {
    const { withdrawn } = toViewData(kb.graph, kb.maps)
    expect(withdrawn.map(({ id, see }) => [id, ...see])).toEqual([
      ['early', 'plain'],
      ['first', 'third', 'other'],
      ['late', 'plain'],
      ['plain', 'other', 'third'],
      ['second', 'third'],
    ])
  })
})
