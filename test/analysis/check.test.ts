import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allRules, check, type Rule } from '../../src/analysis/check.ts'
import { labelGrounded } from '../../src/analysis/labels/labelling.ts'
import { checkPublished } from '../../src/analysis/published.ts'
import type { SourceFile } from '../../src/core/document.ts'
import { compareProblems, problem } from '../../src/core/problem.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { joinSketch } from '../graph/builder.ts'

describe('check', () => {
  it('gives problems of joining and of rules in reading order', () => {
    const kb = joinSketch({ bbb: { supports: ['zzz'] }, aaa: {} })
    const found = check(kb)
    expect(found).toEqual([...found].sort(compareProblems))
    expect(found.map(({ code }) => code)).toContain('unknown-target')
    expect(found.map(({ code }) => code)).toContain('claim-without-support')
  })

  it('runs only the rules it is given', () => {
    const kb = joinSketch({ aaa: {} })
    const rule: Rule = function* ({ graph }) {
      for (const { place, id } of graph.nodes.values()) {
        yield problem('claim-without-support', place, { id })
      }
    }
    expect(check(kb, [])).toEqual([])
    expect(check(kb, [rule])).toHaveLength(1)
  })
})

describe('checkPublished', () => {
  const kb = joinSketch({
    'light-is-a-wave': { statement: 'Light spreads out as a wave does.' },
    unrelated: { statement: 'Bees can count up to four.' },
  })
  const vanished = (id: string, statement?: string) =>
    checkPublished(kb, [
      { id, path: `content/map/${id}.md`, ...(statement === undefined ? {} : { statement }) },
    ])

  it('is content while the file is there, in whichever folder', () => {
    expect(checkPublished(kb, [{ id: 'unrelated', path: 'content/old/unrelated.md' }])).toEqual([])
  })

  it('offers the node that says the same, else the id most like it', () => {
    expect(vanished('bee-arithmetic', 'Bees can count up to four.')).toMatchObject([
      { code: 'published-id-vanished', nearest: 'unrelated' },
    ])
    expect(vanished('bee-arithmetic', 'Up to four, bees can count.')).toMatchObject([
      { nearest: 'unrelated' },
    ])
    expect(vanished('light-is-wave')).toMatchObject([{ nearest: 'light-is-a-wave' }])
    expect(vanished('bee-arithmetic')[0]?.nearest).toBeUndefined()
  })
})

const ids = ['aaa', 'bbb', 'ccc', 'ddd', 'thesis', 'Aaa', 'what is this']
const someId = fc.constantFrom(...ids)
const kinds = fc.constantFrom('claim', 'evidence', 'counterargument', 'question', 'axiom')
const relation = fc.tuple(
  fc.constantFrom('supports', 'rebuts', 'refines', 'answers', 'undercuts'),
  fc.array(fc.oneof(someId, fc.record({ to: someId }), fc.record({ from: someId, to: someId })), {
    maxLength: 3,
  }),
)
const nodeText = fc
  .tuple(kinds, fc.string({ maxLength: 30 }), fc.uniqueArray(relation, { selector: ([k]) => k }))
  .map(([kind, statement, relations]) => {
    const fields = relations.map(([name, targets]) => `${name}: ${JSON.stringify(targets)}\n`)
    return `---\nkind: ${kind}\ntitle: A title\nstatement: ${JSON.stringify(statement)}\n${fields.join('')}---\n\nA [link](bbb.md).\n`
  })
const mapText = someId.map(
  (thesis) =>
    `---\ntitle: A map\nquestion: Why?\nthesis: ${thesis}\nparts: []\n---\n\nAn introduction.\n`,
)
const path = fc
  .tuple(
    fc.constantFrom('content/one/', 'content/two/', 'content/sources/', 'content/results/', ''),
    fc.oneof(someId, fc.constantFrom('index', 'outline')),
    fc.constantFrom('.md', '.md', '.md', '.json', '.txt'),
  )
  .map((parts) => parts.join(''))
const file: fc.Arbitrary<SourceFile> = fc.record({
  path,
  text: fc.oneof(nodeText, nodeText, mapText, fc.string({ unit: 'binary' })),
})

describe('any set of files', () => {
  it('can be assembled, checked and labelled, the same in every order', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 9 }), (files) => {
        const kb = assemble(files)
        const problems = check(kb)
        const again = assemble([...files].reverse())
        expect(check(again)).toEqual(problems)
        expect([...again.graph.edges]).toEqual([...kb.graph.edges])
        const labels = labelGrounded(kb.graph)
        for (const id of kb.graph.nodes.keys()) expect(labels.has(id)).toBe(true)
        for (const { id, kind } of kb.graph.edges.values()) {
          expect(labels.has(id)).toBe(kind === 'supports' || kind === 'rebuts')
        }
        const known = new Set(files.map((each) => each.path))
        for (const { place, message } of problems) {
          expect(known.has(place.file)).toBe(true)
          expect(message).not.toMatch(/undefined|\[object/)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('does not report a broken file again at what points at it', () => {
    const broken = { path: 'content/map/broken.md', text: 'no front matter' }
    const text =
      '---\nkind: claim\ntitle: A\nstatement: It is so.\nsupports: [broken]\nundercuts: [{from: broken, to: other}]\n---\n\n[Link](broken.md)\n'
    const problems = check(assemble([broken, { path: 'content/map/other.md', text }]))
    const about = problems.filter(({ message }) => message.includes('broken'))
    expect(about.map(({ code }) => code)).toEqual([
      'relation-without-because',
      'relation-without-because',
    ])
    expect(problems.map(({ code }) => code)).toContain('missing-front-matter')
  })
})

describe('10,000 nodes', () => {
  it('with as many wrong ids are checked, and suggestions stop at a bound', () => {
    const sketches = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [
        `node-number-${String(i)}`,
        {
          supports: [`nobody-number-${String(i)}`],
          undercuts: [`node-number-${String(i)}x>node-number-${String(i)}`],
          statement: `Node ${String(i)} says that ${String(i * 7919)} differs from ${String(i % 89)}.`,
        },
      ]),
    )
    const problems = check(joinSketch(sketches), allRules)
    const unknown = problems.filter(({ code }) => code === 'unknown-target')
    expect(unknown).toHaveLength(10_000)
    expect(unknown.filter(({ nearest }) => nearest !== undefined)).toHaveLength(200)
  })
})
