import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHistory } from '../../src/analysis/history/content-history.ts'
import { foldHistory } from '../../src/analysis/history/fold.ts'
import type { NodeHistory } from '../../src/analysis/history/history.ts'
import type { ArgumentNode } from '../../src/core/document.ts'
import { wordingHash } from '../../src/core/wording.ts'
import { typographic } from '../../src/outputs/typography.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { changesBetween, wordingsFile } from '../../src/site/model/earlier-wordings.ts'
import { historyLine, rowsOf } from '../../src/site/model/history-words.ts'
import { commitsOf, moment } from '../analysis/history/commits.ts'
import { nodeFile } from '../scripts/folder.ts'

const said = (statement: string) => ({ wave: nodeFile({ statement }) })

function objectionTo(to: string): string {
  return nodeFile({ kind: 'counterargument', rebuts: [{ to, because: 'It tells them apart.' }] })
}

/** The past of `wave` after commits, with a statement that is in the working tree now. */
function pastOf(
  now: string,
  commits: readonly Readonly<Record<string, string | undefined>>[],
  isCut = false,
): NodeHistory {
  const file = { path: 'content/light/wave.md', text: nodeFile({ statement: now }) }
  const node = readDocument(file).value as ArgumentNode
  const past = foldHistory(commitsOf(...commits), readDocument, isCut)
  return contentHistory([node], past).nodes.get(node.id) as NodeHistory
}

describe('historyLine', () => {
  const first = said('A is B.')

  it.each([
    [
      'a node that was always so',
      [first],
      'In the map since 1 January 2026; its wording has not changed.',
    ],
    [
      'one reworded',
      [said('x'), first],
      'In the map since 1 January 2026; in this wording since 2 January 2026.',
    ],
    [
      'one not committed',
      [said('x')],
      'In the map since 1 January 2026; this wording is in no commit yet.',
    ],
    ['nothing', [], ''],
    [
      'a label that changed',
      [first, { drop: objectionTo('wave') }],
      'In the map since 1 January 2026; its wording has not changed; its label changed once, on 2 January 2026.',
    ],
    [
      'a label that changed three times',
      [first, { drop: objectionTo('wave') }, { film: objectionTo('drop') }, { film: undefined }],
      'In the map since 1 January 2026; its wording has not changed; its label changed three times, last on 4 January 2026.',
    ],
  ])('says of %s what is known', (_, commits, expected) => {
    expect(historyLine(pastOf('A is B.', commits))).toBe(expected)
  })

  it('says what is not known where the beginning is not there', () => {
    const gap = 'What was before is not known.'
    const commits = [said('x'), first]
    expect(historyLine(pastOf('A is B.', commits, true), gap)).toBe(
      `In this wording since 2 January 2026. ${gap}`,
    )
    expect(historyLine(pastOf('A is B.', [first], true), gap)).toBe(gap)
    expect(historyLine(pastOf('A is B.', []), gap)).toBe(gap)
    expect(historyLine(pastOf('A is B.', [{}, said('x'), first], true), gap)).not.toContain(gap)
  })
})

describe('rowsOf', () => {
  const rows = (history: NodeHistory) =>
    rowsOf(history).map(({ at, events, wording }) => [
      at?.on.slice(8, 10),
      events.map(({ type }) => type).join(),
      wording && `${wording.was ?? ''}→${wording.statement}${wording.isNewest ? '!' : ''}`,
    ])

  it('has the newest commit first, and each wording’s name once, where it came last', () => {
    const commits = [
      said('A is B.'),
      said('A is C.'),
      { drop: objectionTo('wave') },
      said('A is B.'),
    ]
    expect(rows(pastOf('A is B.', commits))).toEqual([
      ['04', 'reworded', 'A is C.→A is B.!'],
      ['03', 'label-changed', undefined],
      ['02', 'reworded', 'A is B.→A is C.!'],
      ['01', 'added', '→A is B.'],
    ])
  })

  it('puts above what is in no commit, and below what was there before', () => {
    const commits = [said('A is B.'), said('A is C.')]
    expect(rows(pastOf('A is D.', commits, true))).toEqual([
      [undefined, '', 'A is C.→A is D.!'],
      ['02', 'reworded', 'A is B.→A is C.!'],
      [undefined, '', '→A is B.!'],
    ])
    expect(rows(pastOf('A is B.', [said('A is B.')], true))).toEqual([[undefined, '', '→A is B.!']])
    expect(rows(pastOf('A is B.', []))).toEqual([[undefined, '', '→A is B.!']])
  })
})

describe('wordingsFile', () => {
  it('is there only for a node that was worded otherwise', () => {
    expect(wordingsFile(pastOf('A is B.', [said('A is B.')]))).toBeUndefined()
    expect(wordingsFile(pastOf('A is B.', []))).toBeUndefined()
  })

  it('has every earlier wording with when it came and went, and how to get to the present one', () => {
    const statements = ['A is "B".', 'A is C.', 'A is "B".', 'A is D.']
    expect(wordingsFile(pastOf('A is D.', statements.map(said)))).toEqual({
      version: 1,
      id: 'wave',
      now: { hash: wordingHash('A is D.'), statement: 'A is D.', since: moment(3).on },
      wordings: [
        {
          hash: wordingHash('A is C.'),
          statement: 'A is C.',
          on: moment(1).on,
          commit: moment(1).commit,
          until: moment(2).on,
          diff: [
            [0, 'A is '],
            [-1, 'C'],
            [1, 'D'],
            [0, '.'],
          ],
        },
        {
          hash: wordingHash('A is "B".'),
          statement: 'A is "B".',
          on: moment(2).on,
          commit: moment(2).commit,
          until: moment(3).on,
          diff: [
            [0, 'A is '],
            [-1, '“B”'],
            [1, 'D'],
            [0, '.'],
          ],
        },
      ],
    })
  })

  it('leaves out moments that are not known', () => {
    const file = wordingsFile(pastOf('A is C.', [said('A is B.')], true))
    expect(file?.now).not.toHaveProperty('since')
    expect(Object.keys(file?.wordings[0] ?? {})).toEqual(['hash', 'statement', 'diff'])
  })
})

describe('changesBetween', () => {
  it('gives back both texts, whatever they are', () => {
    const words = [
      'light',
      '"wave"',
      '</script>',
      '{{x}}',
      ']]>',
      '😀',
      '\u202e',
      'שלום',
      '—',
      '',
      "it's",
      '.',
      ',',
    ]
    const text = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(text, text, (was, is) => {
        const changes = changesBetween(was, is)
        const side = (gone: number) =>
          changes
            .filter(([op]) => op !== gone)
            .map(([, run]) => run)
            .join('')
        const plain = (all: string) => typographic(all).replace(/\s+/g, ' ').trim()
        expect(plain(side(1))).toBe(plain(was))
        expect(plain(side(-1))).toBe(plain(is))
      }),
      { seed: 6, numRuns: 300 },
    )
  })
})
