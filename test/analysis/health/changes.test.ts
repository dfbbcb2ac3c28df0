import { describe, expect, it } from 'vitest'
import { changesIn, type ChangeKind } from '../../../src/analysis/health/changes.ts'
import { sumOf } from '../../../src/analysis/health/tally.ts'
import { contentHistory } from '../../../src/analysis/history/content-history.ts'
import { foldHistory } from '../../../src/analysis/history/fold.ts'
import type { PastCommit } from '../../../src/analysis/history/past-commit.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { readDocument } from '../../../src/readers/read-document.ts'
import { nodeFile } from '../../scripts/folder.ts'

/** The files of nodes as a commit on each day left them, undefined for none. */
type Days = Readonly<Record<string, Readonly<Record<string, string>>>>

function commitsOn(days: Days): readonly PastCommit[] {
  return Object.entries(days).map(([day, files], number) => ({
    commit: String(number).padStart(40, '0'),
    on: `${day}T12:00:00Z`,
    changed: Object.entries(files).map(([id, text]) => ({ path: `content/light/${id}.md`, text })),
  }))
}

function changesOn(days: Days, isCut = false) {
  const texts = Object.assign({}, ...Object.values(days)) as Record<string, string>
  const files = Object.entries(texts).map(([id, text]) => ({ path: `content/light/${id}.md`, text }))
  const past = foldHistory(commitsOn(days), readDocument, isCut)
  const incomplete = isCut ? 'What was before is not known.' : undefined
  return changesIn(contentHistory(assemble(files).graph.nodes.values(), past, incomplete))
}

const counted = (counts: Readonly<Record<ChangeKind, number>> | undefined) =>
  Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0))

describe('changesIn', () => {
  it('counts by month, the newest first, back to the first of which anything is known', () => {
    const changes = changesOn({
      '2025-11-30': { wave: nodeFile() },
      '2025-12-31': { wave: nodeFile({ statement: 'Light is a field.' }), slit: nodeFile() },
      '2026-02-01': {
        wave: nodeFile({ statement: 'Light is a field.', title: 'A field' }),
        slit: nodeFile({ withdrawn: { on: '2026-02-01', reason: 'Twice.', 'merged-into': 'wave' } }),
      },
    })
    expect(changes?.months.map(({ month, counts }) => [month, counted(counts)])).toEqual([
      ['2026-02', { retitled: 1, merged: 1 }],
      ['2026-01', {}],
      ['2025-12', { added: 1, reworded: 1 }],
      ['2025-11', { added: 1 }],
    ])
    expect(changes?.months.some(({ isInPart }) => isInPart)).toBe(false)
    expect(changes?.newest.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['slit merged', 'wave retitled'])
  })

  it('counts no further back than twelve months, whatever was before', () => {
    const changes = changesOn({
      '2025-01-15': { wave: nodeFile() },
      '2025-02-01': { slit: nodeFile() },
      '2026-01-31': { wave: nodeFile({ statement: 'Light is a field.' }) },
    })
    expect(changes?.months).toHaveLength(12)
    expect(changes?.months.at(-1)).toMatchObject({ month: '2025-02', counts: { added: 1 } })
    expect(changes?.months.reduce((sum, { counts }) => sum + sumOf(counts), 0)).toBe(2)
  })

  it('invents nothing where a shallow clone begins', () => {
    const changes = changesOn(
      {
        '2026-01-10': { wave: nodeFile() },
        '2026-03-10': { slit: nodeFile() },
        '2026-04-10': { wave: nodeFile({ statement: 'Light is a field.' }) },
      },
      true,
    )
    expect(changes?.months.map(({ month, isInPart, counts }) => [month, isInPart, counted(counts)])).toEqual([
      ['2026-04', false, { reworded: 1 }],
      ['2026-03', true, { added: 1 }],
    ])
    expect(changesOn({ '2026-01-10': { wave: nodeFile() } }, true)).toMatchObject({ months: [], newest: [] })
  })

  it('is undefined without a history', () => {
    expect(changesIn(contentHistory([]))).toBeUndefined()
  })
})
