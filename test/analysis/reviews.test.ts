import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/analysis/check.ts'
import { reviewStates, suspectEdges, tidyReviews, wordingOf } from '../../src/analysis/reviews.ts'
import { edgeId, type EdgeId, type NodeId } from '../../src/core/id.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import { experimentIds } from '../../src/experiments/registry.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { nodeFile } from '../scripts/folder.ts'

const thesis = (statement = 'It is so.') => nodeFile({ title: 'Thesis', statement })
const ally = (because = 'It follows.', kind = 'supports') =>
  nodeFile({ title: 'Ally', statement: 'A fact.', [kind]: [{ to: 'thesis', because }] })
const doubt = nodeFile({
  kind: 'counterargument',
  title: 'Doubt',
  statement: 'A doubt.',
  undercuts: [{ from: 'ally', to: 'thesis', because: 'It does not follow.' }],
})

function kbOf(files: Readonly<Record<string, string>>, reviews = ''): KnowledgeBase {
  const all = Object.entries(files).map(([id, text]) => ({ path: `content/map/${id}.md`, text }))
  return assemble([...all, { path: 'content/reviews.tsv', text: reviews }])
}

const files = { thesis: thesis(), ally: ally(), doubt }
const step = edgeId('ally' as NodeId, 'thesis' as NodeId)
const lines = [...tidyReviews(kbOf(files), new Set(kbOf(files).graph.edges.keys()))]
const reviews = lines.map((line) => `${line.join('\t')}\n`).join('')
const suspects = (changed: Readonly<Record<string, string>>, text = reviews) =>
  suspectEdges(kbOf({ ...files, ...changed }, text)).map(({ edge }) => edge.id)

describe('wordingOf', () => {
  it('is the digest that anybody can work out', () => {
    const { graph } = kbOf(files)
    const text = 'undercuts\nA doubt.\nA fact.\nIt is so.\nIt does not follow.'
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
    const undercut = [...graph.edges.values()].find(({ kind }) => kind === 'undercuts')
    expect(undercut && wordingOf(graph, undercut)).toBe(digest)
  })
})

describe('suspectEdges', () => {
  it('are those of which a statement, the reason or the kind has changed', () => {
    expect(suspects({})).toEqual([])
    expect(suspects({ thesis: thesis('It is not so.') })).toEqual([step, `doubt>${step}`])
    expect(suspects({ ally: ally('It nearly follows.') })).toEqual([step])
    expect(suspects({ ally: ally('It follows.', 'rebuts') })).toEqual([step])
  })

  it('are not those of which only white space or other fields have changed', () => {
    const spaced = { thesis: thesis('It  is so. '), ally: ally('It\nfollows.').replace('Ally', 'An ally') }
    expect(suspects(spaced)).toEqual([])
  })

  it('count the line that fits, where a merge left several of one edge', () => {
    const old = `${step}\t000000000000\n`
    expect(suspects({}, `${old}${reviews}`)).toEqual([])
    expect(suspects({}, `${reviews}${old}`)).toEqual([])
    expect(suspects({}, `${old}${old.replace('0\n', '1\n')}`)).toEqual([step])
  })

  it('are none where nobody reviewed, as of a new node', () => {
    expect(suspects({}, '')).toEqual([])
    expect(reviewStates(kbOf(files)).get(step)).toBe('unreviewed')
  })
})

describe('unknown-review', () => {
  const found = (kb: KnowledgeBase) => check(kb).filter(({ code }) => code === 'unknown-review')

  it('is found for an edge that left the argument, not for one of a broken file', () => {
    const gone = thesis().replace('---\n\n', 'withdrawn: { on: 2026-01-31, reason: It was wrong. }\n---\n\n')
    expect(found(kbOf({ ...files, thesis: gone }, reviews))).toHaveLength(2)
    expect(found(kbOf({ ...files, thesis: 'no front matter' }, reviews))).toEqual([])
    expect(found(kbOf(files, reviews.replaceAll('doubt>', 'doubd>')))).toMatchObject([
      { severity: 'info', nearest: `doubt>${step}` },
    ])
  })
})

describe('tidyReviews', () => {
  it('sorts, keeps what fits, and keeps lines of files that cannot be read', () => {
    const untidy = `${[...reviews.trim().split('\n')].reverse().join('\n')}\n${step}\t000000000000\nxxx>yyy\t000000000000\n`
    expect([...tidyReviews(kbOf(files, untidy))]).toEqual(lines)
    expect([...tidyReviews(kbOf({ ...files, thesis: 'broken' }, reviews))]).toEqual(lines)
  })

  it('judges nothing that it was not told', () => {
    const changed = kbOf({ ...files, thesis: thesis('It is not so.') }, reviews)
    expect([...tidyReviews(changed)]).toEqual(lines)
    const one = new Map(tidyReviews(changed, new Set([step])))
    expect(one.get(step)).not.toBe(new Map(lines).get(step))
    expect(one.get(`doubt>${step}` as EdgeId)).toBe(new Map(lines).get(`doubt>${step}` as EdgeId))
  })
})

describe('edited-result', () => {
  const published = (id: string) =>
    readFileSync(join(import.meta.dirname, `../../content/results/${id}.json`), 'utf8')
  const found = (text: string, path = 'content/results/policing.json') =>
    check(assemble([{ path, text }])).filter(({ code }) => code === 'edited-result')
  const policing = published('policing')

  it.each(experimentIds)('is not found in what was published of %s', (id) => {
    expect(found(published(id), `content/results/${id}.json`)).toEqual([])
  })

  it('is found where data, settings, seed, version or digest were edited', () => {
    const result = JSON.parse(policing)
    const edits: readonly object[] = [
      { seed: result.seed + 1 },
      { version: result.version + 1 },
      { settings: { ...result.settings, extra: 1 } },
      { digest: '0'.repeat(64) },
      { result: { ...result.result, extra: [1e9] } },
    ]
    for (const edit of edits) {
      expect(found(JSON.stringify({ ...result, ...edit })).length).toBeGreaterThan(0)
    }
    const attack = { ...result.presets.attack, result: {} }
    const edited = { ...result, presets: { ...result.presets, attack } }
    expect(found(JSON.stringify(edited)).map(({ actual }) => actual)).toEqual([
      'data of the preset `attack` that its digest does not fit',
    ])
  })

  it('is found for a result of another experiment under this name, and for numbers that are none', () => {
    expect(found(published('set-points')).length).toBeGreaterThan(0)
    expect(found(policing.replace(/"result": ?\{/, '"result": {"huge": 1e999,')).length).toBeGreaterThan(0)
  })

  it('does not mind how the JSON is laid out', () => {
    expect(found(JSON.stringify(JSON.parse(policing), null, 4))).toEqual([])
  })
})
