import { plugins } from '@citation-js/core'
import dns from 'node:dns'
import net from 'node:net'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { readCitation } from '../../src/readers/read-citation.ts'
import { SourceFields } from '../../src/readers/schemas/source.ts'
import { jsonSamples } from './citation-json.ts'
import { bibtexSamples, risSamples } from './citation-records.ts'

const samples = [...bibtexSamples, ...risSamples, ...jsonSamples]
const checked = { how: 'unread', where: 'Nothing of it.' }
const sources = [...assemble(readContent(path.resolve('content'))).sources.values()]

describe('records as services write them', () => {
  it.each(samples)('$from', ({ text, fields, lost = [] }) => {
    const { records, faults } = readCitation(text)
    expect(faults).toEqual([])
    expect(records).toEqual([{ fields, lost, notices: [] }])
    expect(SourceFields.safeParse({ ...records[0]?.fields, checked }).success).toBe(true)
  })
})

describe('the sources of this repository', () => {
  const always = ['title', 'author', 'issued', 'DOI', 'URL', 'volume', 'issue', 'page']

  // A format has no place for every field: BibTeX none for a site, none of them for a number.
  it.each([
    ['csl', [...always, 'type', 'container-title', 'number', 'publisher', 'editor']],
    ['biblatex', [...always, 'container-title', 'publisher']],
    ['bibtex', always],
    ['ris', [...always, 'container-title']],
  ] as const)('come back from %s as they were', (form, names) => {
    expect(sources.length).toBeGreaterThan(100)
    for (const { id, csl } of sources) {
      const text =
        form === 'csl' ? JSON.stringify(csl) : plugins.output.format(form, [{ ...csl, id }])
      const { records } = readCitation(text)
      const parts = csl.issued['date-parts'][0] ?? []
      const issued = parts.map((part) => String(part).padStart(2, '0')).join('-')
      const wanted: Record<string, unknown> = { ...csl, issued: parts.length === 1 ? parts[0] : issued }
      const found: Record<string, unknown> = { ...records[0]?.fields }
      for (const name of names) {
        expect([id, name, plain(found[name])]).toEqual([id, name, plain(wanted[name])])
      }
    }
  })
})

// BibTeX reads `de Condorcet` as a particle and a name, which is the same name.
function plain(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.replace(/"non-dropping-particle":"([^"]+)","family":"/g, '"family":"$1 ')
}

describe('what cannot be a source', () => {
  it.each([
    ['', /empty text/],
    ['https://doi.org/10.1086/256963', /nothing is fetched/],
    ['10.1086/256963', /nothing is fetched/],
    ['PMID- 7455683\nTI  - The framing', /MEDLINE/],
    ['Arrow, K. J. (1950). A difficulty.', /expected BibTeX, RIS/],
    ['{"title": "x",', /expected JSON/],
    ['{}', /lack of `title`, `author`, `issued`/],
    ['[]', /expected a record/],
    ['TY  - JOUR\nER  - ', /lack of/],
    ['@book{a, title={T}, year=2000}', /lack of `author`/],
    [`@book{a, title={${'t'.repeat(500)}}, author={A, B}, year=2000}`, /at most 400 characters/],
    ['{"title":"T","author":[{"family":"A","given":"B"}],"issued":{"raw":"in press"}}', /`issued`/],
    ['x'.repeat(300_000), /300000 characters/],
    [`[${'{},'.repeat(30)}{}]`, /31 records/],
  ])('%.30s', (text, message) => {
    const { records, faults } = readCitation(text)
    expect(records).toEqual([])
    expect(faults[0]?.message).toMatch(message)
  })

  it('is told with the line, counted from the first of the text', () => {
    const { faults } = readCitation('\n\n@article{a,\n  title={T}\n  author={A, B}\n}')
    expect(faults).toEqual([{ message: 'Unexpected text, expected `}`.', line: 5 }])
    expect(readCitation('{\n "title": "T",\n}').faults[0]?.line).toBe(3)
  })

  it('leaves out values that a source cannot have, and says so', () => {
    const item = { title: 'T', author: [{ name: 'A' }], issued: '2020-13-40', DOI: 'x y', type: 'x' }
    expect(readCitation(JSON.stringify(item)).records).toEqual([
      {
        fields: { type: 'document', title: 'T', author: [{ literal: 'A' }], issued: 2020 },
        lost: ['DOI'],
        notices: ['Unexpected `DOI`, expected a DOI such as `10.1038/s41586-018-0637-6`.'],
      },
    ])
  })

  it('shortens a list of thousands of names', () => {
    const people = Array.from({ length: 3000 }, (_, i) => `P${String(i)}, A`).join(' and ')
    const { records } = readCitation(`@article{a, title={T}, author={${people}}, year=2000}`)
    expect(records[0]?.fields.author).toHaveLength(21)
    expect(records[0]?.fields.author.at(-1)).toEqual({ literal: 'others' })
  })
})

describe('text that is meant to do harm', () => {
  afterEach(() => vi.restoreAllMocks())

  const doubling = Array.from({ length: 26 }, () => '@string{a = a # a}').join('\n')

  it.each([
    ['strings of strings', `@string{a = "xxxxxxxxxxxx"}\n${doubling}\n@book{b, title = a}`],
    ['endless strings', `@string{a = "x"}\n${doubling.repeat(40)}\n@book{b, title = a}`],
    ['braces in braces', `@book{a, title=${'{'.repeat(90_000)}`],
    ['commands in commands', `@book{a, title={${'\\textit{'.repeat(9000)}${'}'.repeat(9000)}}}`],
    ['a name of many words', `@book{a, title={T}, year=1, author={${'a '.repeat(90_000)}}}`],
    ['entries that stand in one another', '@book{a,crossref={b}}@book{b,crossref={a}}'],
    ['brackets in brackets', '['.repeat(190_000)],
    ['a key of the prototype', '@book{__proto__, __proto__ = constructor, title = toString}'],
    ['a tag of the prototype', 'TY  - constructor\nTI  - T\nER  - '],
    ['an open tag', `{"title":"${'<span '.repeat(30_000)}","author":[{"name":"x"}],"issued":1}`],
  ])('ends in a fault: %s', (_, text) => {
    const { records, faults } = readCitation(text)
    expect(records).toEqual([])
    expect(faults.length).toBeGreaterThan(0)
    expect(({} as Record<string, unknown>)['title']).toBeUndefined()
  })

  it('is text on one line that can be seen', () => {
    const title = 'A\u202e<b>b</b>\n&lt;i&gt;c&lt;/i&gt;\u0007 <script>x</script> a < b > c'
    const item = { title, author: [{ literal: '\u001b[31mX' }], issued: 2020, URL: 'javascript:x' }
    const [record] = readCitation(JSON.stringify(item)).records
    expect(record?.fields.title).toBe('Ab c <script>x</script> a < b > c')
    expect(record?.fields.author).toEqual([{ literal: '[31mX' }])
    expect(record?.fields.URL).toBeUndefined()
  })

  it('never goes online', async () => {
    const traps = [
      vi.spyOn(globalThis, 'fetch'),
      vi.spyOn(net.Socket.prototype, 'connect'),
      vi.spyOn(dns, 'lookup'),
    ]
    const address = 'https://doi.org/10.1086/256963'
    const tries = [address, `[${JSON.stringify(address)}]`, JSON.stringify({ message: address })]
    const forms = ['{"title":{"@id":"ADDRESS"},"id":"ADDRESS","URL":"ADDRESS"}', 'TY  - ADDRESS']
    const all = [...tries, ...forms.map((form) => form.replaceAll('ADDRESS', address))]
    for (const text of [...all, ...samples.map((sample) => sample.text)]) readCitation(text)
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const trap of traps) expect(trap).not.toHaveBeenCalled()
  })

  it('never throws, and what comes out passes the schema', () => {
    const pieces = fc.constantFrom(
      ...['@book{', 'a,', 'title', '=', '{', '}', '"', '#', ',', '\n', '\\"o', '$', 'TY  - JOUR\n'],
      ...['AU  - ', '[', ']', ':', '"title"', '"author"', '"issued"', '2020', '"family"', 'author'],
      ...['year=2000', '\\', '%', ' and ', '<i>', '&#x110000;', '\u0000', '\ud800'],
    )
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
      fc.json(),
      fc.constantFrom(...samples).chain((sample) =>
        fc
          .tuple(fc.nat(sample.text.length), fc.nat(20), pieces)
          .map(([at, cut, piece]) => sample.text.slice(0, at) + piece + sample.text.slice(at + cut)),
      ),
    )
    fc.assert(
      fc.property(text, (written) => {
        const { records, faults } = readCitation(written)
        expect(records.length + faults.length).toBeGreaterThan(0)
        for (const { fields } of records) SourceFields.parse({ ...fields, checked })
      }),
      { numRuns: 500 },
    )
  })
})
