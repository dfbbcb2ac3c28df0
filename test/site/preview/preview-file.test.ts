import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeKinds, type ArgumentNode } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import { fileStart } from '../../../src/core/place.ts'
import { previewOf } from '../../../src/site/model/preview.ts'
import { mostBytes, type PreviewFile } from '../../../src/site/preview/preview-file.ts'
import { node as sketch, type NodeSketch } from '../../graph/builder.ts'
import { hostileTexts } from '../cards/hostile-texts.ts'
import { contentOf } from './sketch-content.ts'

const node = (id: string, about: NodeSketch = {}, rest: Partial<ArgumentNode> = {}): ArgumentNode => ({
  ...sketch(id, about),
  ...rest,
})

function previewIn(nodes: readonly ArgumentNode[], id: string, part?: string): PreviewFile {
  const content = contentOf(nodes, part)
  return previewOf(content, content.kb.graph.nodes.get(id as NodeId) as ArgumentNode)
}

const bytes = (file: PreviewFile) => Buffer.byteLength(JSON.stringify(file))
const place = fileStart('content/map/x.md')
const reference = (id: string) => ({ id, place })
const body = (markdown: string) => ({ body: { markdown, line: 9 } })

describe('the preview of a node', () => {
  const nodes = [
    node('thesis', { part: 'waves', statement: 'Light is "a wave".' }, body('It **bends**.\n')),
    node('slit', { kind: 'evidence', supports: ['thesis'] }),
    node('rings', { kind: 'evidence', supports: ['thesis'] }),
    node('bodies', { kind: 'counterargument', rebuts: ['thesis'] }),
    node('limit', { kind: 'counterargument', undercuts: ['slit>thesis'] }, { caveat: true }),
    node('why', { kind: 'question' }),
    node('so', { answers: ['why'] }),
  ]

  it('says of a claim what it is, how it stands and how its text begins', () => {
    expect(previewIn(nodes, 'thesis')).toEqual({
      title: 'thesis',
      statement: 'Light is “a wave”.',
      kind: 'claim',
      kindWords: 'Claim',
      label: 'out',
      labelWords: 'Open objection',
      // By quadratic energy: 0.5 + 0.5 h(0.4), for the step in doubt passes on 0.8 of 0.5.
      strength: 0.57,
      counts: '1\u00a0objection · 2\u00a0supports',
      part: 'Argument 1: Waves',
      lines: 'It bends.',
    })
  })

  it.each([
    ['slit', 'evidence', 'Evidence', 'in'],
    ['bodies', 'counterargument', 'Objection', 'in'],
    ['limit', 'counterargument', 'Caveat', 'in'],
    ['why', 'question', 'Open question', undefined],
  ])('says of %s that it is of kind %s, in words %s', (id, kind, kindWords, label) => {
    const file = previewIn(nodes, id)
    expect(file).toMatchObject({ kind, kindWords })
    expect(file.label).toBe(label)
  })

  it('gives a question no label and no strength, but its answers', () => {
    const file = previewIn(nodes, 'why')
    expect(Object.keys(file)).toEqual(['title', 'statement', 'kind', 'kindWords', 'counts', 'part'])
    expect(file).toMatchObject({ counts: '1\u00a0answer', part: 'Light' })
  })

  it('says of what was withdrawn why, and what to see instead, however long the reason is', () => {
    const withdrawn = {
      on: '2026-01-31',
      reason: 'It was wrong. '.repeat(400),
      see: ['thesis', 'so', 'no-such-node'].map(reference),
    }
    const file = previewIn([...nodes, node('gone', {}, { withdrawn, ...body('Words.') })], 'gone')
    expect(file).toMatchObject({ label: 'none', labelWords: 'Withdrawn' })
    expect(file.note).toMatch(/^Withdrawn on 31 January 2026; see “thesis”, “so”\. It was wrong\. /)
    expect(file.note).toMatch(/…$/)
    expect(Object.keys(file)).not.toEqual(expect.arrayContaining(['strength']))
    expect(Object.keys(file)).not.toEqual(expect.arrayContaining(['lines']))
    expect(bytes(file)).toBeLessThanOrEqual(mostBytes)
  })

  it('says of what was merged into what, at the end of all merges', () => {
    const into = (id: string) => ({
      withdrawn: { on: '2026-01-31', reason: 'The same.', see: [], mergedInto: reference(id) },
    })
    const merged = [node('first', {}, into('second')), node('second', {}, into('thesis'))]
    const file = previewIn([...nodes, ...merged], 'first')
    expect(file).toMatchObject({ label: 'none', labelWords: 'Merged' })
    expect(file.note).toBe('Merged on 31 January 2026 into “thesis”: Light is “a wave”.')
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3000, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 1000, size: 'max' }),
  fc.constantFrom(...Object.values(hostileTexts)),
  fc.tuple(fc.constantFrom('a', '\u0301', '👩‍👩‍👧', '知', '\\', '"', '\u0001', '\ud800', ' '), fc.nat(3000))
    .map(([text, times]) => text.repeat(times)),
)
const withdrawal = fc.option(
  fc.record({
    on: fc.constant('2026-01-31'),
    reason: anyText,
    see: fc.constant([reference('other')]),
    mergedInto: fc.option(fc.constant(reference('other')), { nil: undefined }),
  }),
  { nil: undefined },
)

describe('whatever a file says', () => {
  it('a preview is no larger than it may be, and plain text on one line each', () => {
    const given = [anyText, anyText, anyText, anyText, withdrawal, fc.constantFrom(...nodeKinds)] as const
    fc.assert(
      fc.property(...given, (title, statement, markdown, part, withdrawn, kind) => {
        const rest = { title, statement, ...body(markdown), ...(withdrawn ? { withdrawn } : {}) }
        const one = node('one', { kind, part: 'waves' }, rest as Partial<ArgumentNode>)
        const other = node('other', { rebuts: ['one'] }, { title, statement })
        const file = previewIn([one, other], 'one', part)
        expect(bytes(file)).toBeLessThanOrEqual(mostBytes)
        for (const text of Object.values(file).filter((value) => typeof value === 'string')) {
          expect(text.isWellFormed()).toBe(true)
          expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a title and a statement that may be written are there whole, and some of the text', () => {
    const lengths = ['知', 'é', '"', '\\', '🙂', 'W', '\u0301']
    for (const letter of lengths) {
      const [title, statement] = [60, 240].map((most) => letter.repeat(most / letter.length)) as [string, string]
      const rest = { title, statement, ...body('Some words of a text. '.repeat(40)) }
      const file = previewIn([node('one', { part: 'waves' }, rest)], 'one', '知'.repeat(60))
      expect([letter, file.title.length, file.statement.length]).toEqual([letter, 60, 240])
      expect(file.lines).toMatch(/^Some words of a text\. .{100,}…$/)
      expect(bytes(file)).toBeLessThanOrEqual(mostBytes)
    }
  })
})
