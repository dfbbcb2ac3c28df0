import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ArgumentMap, ArgumentNode, Source } from '../../src/core/document.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { MapFields, OutlineFields } from '../../src/readers/schemas/map.ts'
import { NodeFields } from '../../src/readers/schemas/node.ts'
import { SourceFields, dateParts } from '../../src/readers/schemas/source.ts'

const node = 'kind: claim\ntitle: A claim\nstatement: A claim stands.\n'
const source = `type: article-journal
title: On it
author:
  - { family: Doe, given: Jane }
  - { literal: A Body }
issued: "2024-05"
volume: 12
page: 3-4
DOI: 10.1000/xyz(1)
URL: https://example.org/a
checked: { how: abstract, where: The abstract. }
`
const map = `title: The map
question: Is it so?
thesis: it-is-so
parts:
  - { id: first, title: First, label: Argument 1, head: it-is-so, summary: It is. }
`

function read(path: string, fields: string) {
  return readDocument({ path: `content/${path}.md`, text: `---\n${fields}---\n\nText.\n` })
}

function said(path: string, fields: string): string[] {
  return read(path, fields)
    .problems.filter(({ code }) => code !== 'body-length')
    .map(({ code, message, place: { start, end } }) => {
      const at = `${start.line}:${start.column}-${end.line}:${end.column}`
      return `${at} ${code}: ${message}`
    })
}

describe('fields of a node', () => {
  it('become a node', () => {
    const fields = `${node}caveat: true
part: first
credence: 0.7
credence-because: It was seen.
supports: [a-b-c, { to: b-c-d, because: So., weight: 0.5, linked: pair }]
undercuts: [{ from: c-d-e, to: d-e-f, because: No. }]
answers: [e-f-g]
sources: [doe2024, { id: roe2020, at: p. 3 }]
experiment: { id: over-optimisation, expect: { peak: { min: 1 } } }
withdrawn: { on: 2024-02-29, reason: It fell., see: [f-g-h], merged-into: i-j-k }
`
    const { value, problems } = read('demo/some-claim', fields)
    expect(problems.map(({ code }) => code)).toEqual(['body-length'])
    expect(value as ArgumentNode).toMatchObject({
      type: 'node',
      kind: 'claim',
      id: 'some-claim',
      map: 'demo',
      caveat: true,
      part: 'first',
      credence: 0.7,
      credenceBecause: 'It was seen.',
      relations: [
        { kind: 'supports', to: 'a-b-c', weight: 1, place: { start: { line: 9, column: 12 } } },
        { kind: 'supports', to: 'b-c-d', because: 'So.', weight: 0.5, linked: 'pair' },
        {
          kind: 'undercuts',
          to: { from: 'c-d-e', to: 'd-e-f' },
          because: 'No.',
          weight: 1,
          place: { start: { line: 10, column: 21 }, end: { line: 10, column: 37 } },
        },
        { kind: 'answers', to: 'e-f-g' },
      ],
      sources: [{ id: 'doe2024' }, { id: 'roe2020', at: 'p. 3' }],
      experiment: { id: 'over-optimisation', preset: 'published', expect: { peak: { min: 1 } } },
      withdrawn: {
        on: '2024-02-29',
        reason: 'It fell.',
        see: [{ id: 'f-g-h' }],
        mergedInto: { id: 'i-j-k' },
      },
      places: { statement: { start: { line: 4, column: 12 }, end: { line: 4, column: 27 } } },
    })
  })

  it('have a kind to choose from, also with two letters changed', () => {
    expect(said('demo/some-claim', node.replace('kind: claim', 'kind: cliam'))[0]).toMatch(
      /^2:7-2:12 invalid-field: .*, such as `claim`$/,
    )
  })

  it.each([
    ['suports: [a-b-c]\n', '5:1-5:8 unknown-field: Unexpected field `suports`, expected the name of a known field, such as `supports`'],
    ['supports: a-b-c\n', '5:11-5:16 invalid-field: Unexpected text `a-b-c` as `supports`, expected a list of ids, each between brackets or after `- `, such as `[a-b-c]`'],
    ['supports:\n', '5:10-5:10 invalid-field: Unexpected nothing as `supports`, expected a list of ids, each between brackets or after `- `'],
    ['supports:\n  to: a-b-c\n  weight: 1\n', '6:3-7:12 invalid-field: Unexpected group of fields `to: a-b-c weight: 1` as `supports`, expected a list of ids, each between brackets or after `- `'],
    ['supports: [2024]\n', '5:12-5:16 invalid-id: Unexpected number `2024`, expected an id in lower-case kebab'],
    ['supports: [A B C]\n', '5:12-5:17 invalid-id: Unexpected id `A B C`, expected an id in lower-case kebab, such as `a-b-c`'],
    ['supports: [{ to: true }]\n', '5:18-5:22 invalid-id: Unexpected truth value `true`, expected an id in lower-case kebab, in quotes'],
    ['supports: [{ too: a-b-c }]\n', '5:12-5:26 missing-field: Unexpected lack of `supports[0].to`, expected an id in lower-case kebab'],
    ['supports: [{ to: a-b-c, weigth: 1 }]\n', '5:25-5:31 unknown-field: Unexpected field `weigth`, expected the name of a known field, such as `weight`'],
    ['supports: [[a-b-c]]\n', '5:12-5:19 invalid-field: Unexpected list `[a-b-c]` as `supports[0]`, expected an id, or `to` with an id and `because`'],
    ['rebuts: [{ to: a-b-c, linked: pair }]\n', '5:23-5:29 unknown-field: Unexpected field `linked`, expected one of `to`, `because`, `weight`'],
    ['rebuts: [{ to: a-b-c, weight: 1.5 }]\n', '5:31-5:34 invalid-field: Unexpected number `1.5` as `rebuts[0].weight`, expected a number from 0 to 1'],
    ['undercuts: [a-b-c]\n', '5:13-5:18 invalid-field: Unexpected text `a-b-c` as `undercuts[0]`, expected a step with `from` and `to`'],
    ['caveat: "yes"\n', '5:9-5:14 invalid-field: Unexpected text `yes` as `caveat`, expected `true` or `false`'],
    ['experiment: { id: a-b-c, expect: { peak: 1 } }\n', '5:42-5:43 invalid-field: Unexpected number `1` as `experiment.expect.peak`, expected bounds such as `{ min: 0.9 }`'],
    ['withdrawn: { on: 2024-13-01, reason: No. }\n', '5:18-5:28 invalid-date: Unexpected date `2024-13-01`, expected a day of the calendar such as `2024-05-15`'],
  ])('%j is reported', (extra, expected) => {
    expect(said('demo/some-claim', node + extra)).toContain(expected)
  })

  it('are all reported at once, with those of the body', () => {
    const text = '---\nkind: clam\ncredence: 2\n---\n\n<b>Text\n'
    const { problems } = readDocument({ path: 'content/demo/Some Claim.md', text })
    expect(problems.map(({ code, place }) => `${place.start.line} ${code}`)).toEqual([
      '1 invalid-file-name',
      '1 missing-field',
      '1 missing-field',
      '2 invalid-field',
      '3 invalid-field',
      '6 raw-html',
      '6 body-length',
    ])
  })
})

describe('fields of a source', () => {
  it('become CSL-JSON', () => {
    const { value, problems } = read('sources/doe2024', source)
    expect(problems).toEqual([])
    const { csl, url, doi, checked } = value as Source
    expect(csl).toEqual({
      type: 'article-journal',
      title: 'On it',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'A Body' }],
      issued: { 'date-parts': [[2024, 5]] },
      volume: 12,
      page: '3-4',
      DOI: '10.1000/xyz(1)',
      URL: 'https://example.org/a',
    })
    expect([url, doi]).toEqual(['https://example.org/a', '10.1000/xyz(1)'])
    expect(checked).toEqual({ how: 'abstract', where: 'The abstract.' })
  })

  it.each([
    ['article-journal', 'articel', 'invalid-field'],
    ['"2024-05"', '2024-5', 'invalid-date'],
    ['"2024-05"', '"2024-02-30"', 'invalid-date'],
    ['"2024-05"', '"2024-05-01T00:00Z"', 'invalid-date'],
    ['"2024-05"', '24', 'invalid-date'],
    ['{ family: Doe, given: Jane }', '{ given: Jane }', 'invalid-field'],
    ['{ family: Doe, given: Jane }', '{ family: Doe, literal: Doe }', 'invalid-field'],
    ['10.1000/xyz(1)', 'https://doi.org/10.1000/xyz', 'invalid-field'],
    ['https://example.org/a', 'ftp://example.org/a', 'invalid-field'],
    ['https://example.org/a', 'https://jane@example.org/a', 'invalid-field'],
    ['how: abstract', 'how: skimmed', 'invalid-field'],
    ['how: abstract', 'how: primery', 'invalid-field'],
  ])('%s written %s is %s', (right, wrong, code) => {
    const { value, problems } = read('sources/doe2024', source.replace(right, wrong))
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(value).toBeUndefined()
  })

  it('have dates of the calendar', () => {
    expect(dateParts(2024)).toEqual([2024])
    expect(dateParts('2024-02-29')).toEqual([2024, 2, 29])
    expect(dateParts('2023-02-29')).toBeUndefined()
    expect(dateParts('0000')).toBeUndefined()
  })
})

describe('fields of a map', () => {
  it('become a map', () => {
    const { value, problems } = read('demo/index', map)
    expect(problems).toEqual([])
    expect(value as ArgumentMap).toMatchObject({
      type: 'map',
      id: 'demo',
      thesis: 'it-is-so',
      parts: [{ id: 'first', head: 'it-is-so', place: { start: { line: 6, column: 57 } } }],
    })
  })

  it('have parts that can be told apart', () => {
    const twice = map + map.slice(map.indexOf('  - {'))
    expect(said('demo/index', twice)[0]).toMatch(/^6:3-.* invalid-field: .*`id` of its own$/)
  })

  it('are reported part by part', () => {
    expect(said('demo/index', map.replace('label: Argument 1, ', ''))).toEqual([
      '6:5-6:65 missing-field: Unexpected lack of `parts[0].label`, expected what the part is called',
    ])
  })
})

describe('schemas', () => {
  it.each([
    ['node', NodeFields],
    ['source', SourceFields],
    ['map', MapFields],
    ['outline', OutlineFields],
  ])('of a %s says each field to editors', (_name, schema) => {
    const json = z.toJSONSchema(schema, { io: 'input' })
    expect(json.additionalProperties).toBe(false)
    for (const [field, about] of Object.entries(json.properties ?? {})) {
      expect([field, (about as { description?: string }).description]).toEqual([
        field,
        expect.stringMatching(/[.`]$/),
      ])
    }
  })
})
