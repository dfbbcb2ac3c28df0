import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArgumentNode, Source } from '../../src/core/document.ts'
import { suggestNodeId, suggestSourceId } from '../../src/outputs/draft-id.ts'
import { toDraft } from '../../src/outputs/draft-node.ts'
import { toSourceDraft } from '../../src/outputs/draft-source.ts'
import { readDocument } from '../../src/readers/read-document.ts'

const draft = {
  map: 'alignment',
  id: 'judges-share-blind-spots',
  kind: 'counterargument',
  title: 'Judges share: blind spots',
  statement: 'A judge errs where the policy errs #1.',
} as const
const errors = (file: { path: string; text: string }) =>
  readDocument(file).problems.filter(({ severity }) => severity === 'error')

describe('a draft', () => {
  it('reads back as it was written', () => {
    const file = toDraft({
      ...draft,
      relation: {
        kind: 'undercuts',
        to: { from: 'aaa', to: 'bbb' },
        because: 'It mends "nothing".',
        weight: 0.5,
      },
      sources: ['gao2023overoptimization', { id: 'arrow1950difficulty', at: 'p. 3: end' }],
      caveat: true,
      part: 'beyond',
      body: '\r\nWords of the body.\r\n\r\n',
    })
    const node = readDocument(file).value as ArgumentNode
    expect(file.path).toBe('content/alignment/judges-share-blind-spots.md')
    expect(node).toMatchObject({ ...draft, caveat: true, part: 'beyond' })
    expect(node.relations).toMatchObject([
      { kind: 'undercuts', to: { from: 'aaa', to: 'bbb' }, because: 'It mends "nothing".', weight: 0.5 },
    ])
    expect(node.sources).toMatchObject([
      { id: 'gao2023overoptimization' },
      { id: 'arrow1950difficulty', at: 'p. 3: end' },
    ])
    expect(node.body.markdown.trim()).toBe('Words of the body.')
    expect(file.text).toMatch(/^---\n# yaml-language-server: \$schema=\S+node\.schema\.json\nkind:/)
  })

  it.each(['supports', 'rebuts', 'refines', 'answers'] as const)('%s one target', (kind) => {
    const node = readDocument(toDraft({ ...draft, relation: { kind, to: 'aaa' } })).value
    expect((node as ArgumentNode).relations).toMatchObject([{ kind, to: 'aaa', weight: 1 }])
  })

  it('without a body says that one is missing', () => {
    const { problems } = readDocument(toDraft(draft))
    expect(problems.map(({ code }) => code)).toEqual(['body-length'])
  })

  it('cannot add a field, end the front matter or leave a value, whatever its texts are', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('---', 'x\n---\nkind: claim', '"\nwithdrawn: true', '# x', '{a: b}', '!!js x'),
    )
    fc.assert(
      fc.property(text, text, text, text, (title, statement, because, body) => {
        const relation = { kind: 'rebuts', to: 'aaa', because } as const
        const file = toDraft({ ...draft, title, statement, relation, body })
        const { value, problems } = readDocument(file)
        const node = value as ArgumentNode | undefined
        if (node === undefined) expect(problems.length).toBeGreaterThan(0)
        else {
          expect([node.title, node.statement, node.kind]).toEqual([title, statement, draft.kind])
          expect(node.relations).toMatchObject([{ to: 'aaa', because }])
          expect(node.withdrawn).toBeUndefined()
        }
      }),
    )
  })

  it('with an id that leads elsewhere is a file that the reader refuses', () => {
    for (const id of ['../../x', 'a/b', 'A b', '', 'x\ny', '$(x)']) {
      expect(errors(toDraft({ ...draft, id })).length).toBeGreaterThan(0)
    }
  })
})

it('a source reads back as it was written', () => {
  const file = toSourceDraft({
    id: 'arrow1950difficulty',
    fields: {
      type: 'article-journal',
      title: 'A "Difficulty": 1',
      author: [{ family: 'Arrow', given: 'Kenneth J.' }, { literal: 'true' }],
      issued: '1950-08',
      volume: '58',
    },
    checked: { how: 'unread', where: 'Nothing of it.' },
    body: 'What it shows.',
  })
  expect(readDocument(file).problems).toEqual([])
  const { csl, checked } = readDocument(file).value as Source
  expect(csl).toMatchObject({ title: 'A "Difficulty": 1', volume: '58' })
  expect(csl.author).toEqual([{ family: 'Arrow', given: 'Kenneth J.' }, { literal: 'true' }])
  expect(checked).toEqual({ how: 'unread', where: 'Nothing of it.' })
})

describe('a suggested id', () => {
  const none = new Set<string>()
  const statement = 'The sizes of judges are set by a budget.'
  it.each([
    ['Small for cost, not for ease', 'small-for-cost-not-for-ease'],
    ['Humans’ errors don’t add', 'humans-errors-dont-add'],
    ['Søren’s naïve café', 'sorens-naive-cafe'],
    ['日本', 'sizes-judges-set-budget'],
    ['Index', 'sizes-judges-set-budget'],
    ['10 % of it', 'sizes-judges-set-budget'],
    ['../../x $(touch x)', 'x-touch-x'],
  ])('of %s is %s', (title, id) => {
    expect(suggestNodeId(title, statement, none)).toBe(id)
  })

  it('is never one that is taken', () => {
    const taken = new Set(['small-for-cost', 'sizes-judges-set-budget'])
    expect(suggestNodeId('Small for cost', statement, taken)).toBeUndefined()
    const author = [{ family: 'Gao' }]
    const gao = { author, issued: '2022-10', title: 'Scaling Laws for Reward Models' }
    expect(suggestSourceId(gao, none)).toBe('gao2022scaling')
    expect(suggestSourceId(gao, new Set(['gao2022scaling']))).toBe('gao2022laws')
  })

  it('of a source has the letters of the name', () => {
    const work = { issued: 2024, title: 'An XSTest: A Suite' }
    expect(suggestSourceId({ ...work, author: [{ family: 'Röttger-Łuk' }] }, none)).toBe(
      'rottgerluk2024xstest',
    )
    expect(suggestSourceId({ ...work, author: [{ literal: '王' }] }, none)).toBe('xstest2024')
    expect(suggestSourceId({ ...work, title: '模型', author: [] }, none)).toBeUndefined()
  })
})
