import { describe, expect, it } from 'vitest'
import { check } from '../../src/analysis/check.ts'
import type { ProblemCode } from '../../src/core/problem.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { joinSketch } from '../graph/builder.ts'

type Files = Readonly<Record<string, string>>

function found(files: Files, code: ProblemCode): readonly string[] {
  const kb = assemble(Object.entries(files).map(([path, text]) => ({ path, text })))
  return check(kb)
    .filter((problem) => problem.code === code)
    .map(({ place, actual }) => `${place.file} ${actual}`)
}

const nodeText = (front: string, body = 'A body.', kind = 'claim') =>
  `---\nkind: ${kind}\ntitle: A title\nstatement: It is so.\n${front}\n---\n\n${body}\n`
const sourceText = (how: string) =>
  `---\ntype: book\ntitle: A book\nauthor: [{ literal: Somebody }]\nissued: 1999\nchecked: { how: ${how}, where: Here }\n---\n\nText.\n`
const mapText = (front: string) =>
  `---\ntitle: A map\nquestion: Why?\nthesis: the-thesis\n${front}parts: []\n---\n\nAn introduction.\n`

describe('second-hand-figure', () => {
  const figures = (body: string, how = 'secondary') =>
    found(
      {
        'content/map/trial.md': nodeText('sources: [book]', body, 'evidence'),
        'content/sources/book.md': sourceText(how),
      },
      'second-hand-figure',
    ).length

  it.each(['It rose by 3%.', 'Of 2,000 birds 80 died (1993).', 'They gained 0.7 nats.'])(
    'is found where figures rest on hearsay: %s',
    (body) => {
      expect(figures(body)).toBe(1)
      expect(figures(body, 'unread')).toBe(1)
      expect(figures(body, 'abstract')).toBe(0)
    },
  )

  it.each([
    'Smith (2013) and GPT-4 agree with UCB1.',
    'The loss is $0.5 x^2$ or $$D(H_{t+1}) = 3$$ there.',
    'See [this](https://example.org/a/12/3) and that.[^1]\n\n[^1]: A note.',
  ])('does not take years, names, formulas and addresses for figures: %s', (body) => {
    expect(figures(body)).toBe(0)
  })
})

describe('unreachable-node', () => {
  it('spares what the thesis or rival bears on, questions, and what bears on a broken file', () => {
    const files = {
      'content/map/index.md': mapText('rival: the-rival\n'),
      'content/map/the-thesis.md': nodeText(''),
      'content/map/the-rival.md': nodeText('supports: [consequence]\nrebuts: [the-thesis]'),
      'content/map/consequence.md': nodeText(''),
      'content/map/an-ally.md': nodeText('supports: [consequence]'),
      'content/map/a-doubt.md': nodeText('undercuts: [{ from: an-ally, to: consequence }]'),
      'content/map/open-question.md': nodeText('', 'A body.', 'question'),
      'content/map/an-answer.md': nodeText('answers: [open-question]'),
      'content/map/broken.md': 'no front matter',
      'content/map/on-broken.md': nodeText('supports: [broken]'),
      'content/map/on-on-broken.md': nodeText('supports: [on-broken]'),
      'content/map/lost.md': nodeText(''),
      'content/map/on-lost.md': nodeText('supports: [lost]'),
    }
    expect(found(files, 'unreachable-node')).toEqual([
      'content/map/lost.md `lost` without a way to the thesis',
      'content/map/on-lost.md `on-lost` without a way to the thesis',
    ])
  })
})

describe('one mistake', () => {
  const codesOf = (files: Files) =>
    check(assemble(Object.entries(files).map(([path, text]) => ({ path, text }))))
      .filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code)
  const thesis = {
    'content/map/index.md': mapText(''),
    'content/map/the-thesis.md': nodeText(''),
  }
  const because = 'because: It says so.'

  it.each([
    ['unknown-target', `supports: [{ to: the-tesis, ${because} }]`],
    ['self-relation', `supports: [{ to: my-claim, ${because} }]`],
    ['unknown-step', `undercuts: [{ from: the-thesis, to: my-claim, ${because} }]`],
  ])('in a relation is reported as %s and not as unreachable-node as well', (code, front) => {
    expect(codesOf({ ...thesis, 'content/map/my-claim.md': nodeText(front) })).toEqual([code])
  })

  it('in the name of the thesis is not reported of every node', () => {
    const files = {
      'content/map/index.md': mapText('').replace('the-thesis', 'the-tesis'),
      'content/map/the-thesis.md': nodeText(''),
      'content/map/my-claim.md': nodeText(`supports: [{ to: the-thesis, ${because} }]`),
    }
    expect(codesOf(files)).toEqual(['missing-thesis'])
  })
})

describe('missing-thesis', () => {
  it('is found for a folder of which no file can be read, and names what took a place', () => {
    const gone = 'withdrawn: { on: 2026-01-31, reason: It was wrong., see: [my-claim] }'
    const files = {
      'content/map/index.md': mapText(''),
      'content/map/the-thesis.md': nodeText(gone),
      'content/map/my-claim.md': nodeText(''),
      'content/other/broken.md': '',
    }
    const problems = check(
      assemble(Object.entries(files).map(([path, text]) => ({ path, text }))),
    ).filter(({ code }) => code === 'missing-thesis')
    expect(problems.map(({ place, nearest }) => [place.file, nearest])).toEqual([
      ['content/map/index.md', 'my-claim'],
      ['content/other/broken.md', undefined],
    ])
  })
})

describe('duplicate-id', () => {
  it('sees a node and a source, and names that differ by case only', () => {
    const files = {
      'content/map/book.md': nodeText(''),
      'content/sources/book.md': sourceText('primary'),
      'content/map/Some-Claim.md': nodeText(''),
      'content/map/some-claim.md': nodeText(''),
      'content/map/index.md': mapText(''),
      'content/other/index.md': mapText(''),
    }
    expect(found(files, 'duplicate-id')).toEqual([
      'content/map/Some-Claim.md second file with the id `Some-Claim`',
      'content/sources/book.md second file with the id `book`',
    ])
  })
})

describe('near-duplicate', () => {
  const first = 'Reward models are small and cheap to train.'
  const second = 'Reward models are cheap to train, and small.'
  const codes = (front: { readonly refines?: string[]; readonly rebuts?: string[] }) =>
    check(joinSketch({ aaa: { statement: first }, bbb: { statement: second, ...front } }))
      .map(({ code }) => code)
      .filter((code) => code === 'near-duplicate')

  it('is not found between nodes that a relation joins', () => {
    expect(codes({})).toHaveLength(1)
    expect(codes({ refines: ['aaa'] })).toEqual([])
    expect(codes({ rebuts: ['aaa'] })).toEqual([])
  })
})

describe('source-counted-twice', () => {
  const files = (link: string) => ({
    'content/map/the-thesis.md': nodeText(''),
    'content/map/one-trial.md': nodeText(
      `supports: [{ to: the-thesis${link} }]\nsources: [book]`,
      'A body.',
      'evidence',
    ),
    'content/map/same-trial.md': nodeText(
      `supports: [{ to: the-thesis${link} }]\nsources: [book]`,
      'A body.',
      'evidence',
    ),
    'content/sources/book.md': sourceText('primary'),
  })

  it('is not found among linked premises, which count once', () => {
    expect(found(files(''), 'source-counted-twice')).toHaveLength(1)
    expect(found(files(', linked: both'), 'source-counted-twice')).toEqual([])
  })
})

describe('withdrawn nodes', () => {
  it('need no support, source or way to the thesis any more', () => {
    const front = 'withdrawn: { on: 2026-01-31, reason: It was wrong. }'
    const files = {
      'content/map/index.md': mapText(''),
      'content/map/the-thesis.md': nodeText(''),
      'content/map/old-claim.md': nodeText(front),
      'content/map/old-trial.md': nodeText(`${front}\nsupports: [old-claim]`, 'B.', 'evidence'),
    }
    const kb = assemble(Object.entries(files).map(([path, text]) => ({ path, text })))
    const old = check(kb).filter(({ place }) => place.file.includes('/old-'))
    expect(old.map(({ code }) => code)).toEqual(['body-length', 'body-length'])
  })
})

describe('unknown-mention', () => {
  it('leaves links that name carriers to outline-unknown-node', () => {
    const outline =
      '---\ntitle: An outline\n---\n\nSee [this](missing-page.md).\n\n## One\n\n- **S1** It is so.\n  - [A](missing-node.md)\n'
    const files = { 'content/map/outline.md': outline }
    expect(found(files, 'unknown-mention')).toEqual([
      'content/map/outline.md link to missing file `missing-page.md`',
    ])
    expect(found(files, 'outline-unknown-node')).toHaveLength(1)
  })

  it('is found for a figure whose result is missing, once', () => {
    const body = 'It is [1.1](../results/nothing.json#/peak).'
    const files = { 'content/map/trial.md': nodeText('', body) }
    expect(found(files, 'unknown-mention')).toEqual([
      'content/map/trial.md link to missing file `../results/nothing.json#/peak`',
    ])
    expect(found(files, 'stale-figure')).toEqual([])
  })
})
