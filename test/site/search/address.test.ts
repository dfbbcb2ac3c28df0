import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../../../src/site/search/address.ts'

const facets: Readonly<Record<string, readonly string[]>> = {
  kind: ['claim', 'evidence'],
  part: ['alignment/beyond'],
  year: ['2017', '2018'],
}
const known = (facet: string, value: string): boolean =>
  Object.hasOwn(facets, facet) && (facets[facet] as readonly string[]).includes(value)
const read = (query: string) => {
  const { text, chosen } = readAddress(query, known)
  return { text, chosen: Object.fromEntries(chosen) }
}

describe('the address of a search', () => {
  it('is read with its words and several values of a facet', () => {
    expect(read('?q=reward%20model&kind=claim&kind=evidence&part=alignment/beyond')).toEqual({
      text: 'reward model',
      chosen: { kind: ['claim', 'evidence'], part: ['alignment/beyond'] },
    })
  })

  it.each([
    ['?kind=<script>&nope=1&__proto__=x&constructor=y&kind=claim&kind=claim', { kind: ['claim'] }],
    ['?q=%00%FF%&kind', {}],
    ['', {}],
  ])('passes over what is not known: %s', (query, chosen) => {
    expect(read(query).chosen).toEqual(chosen)
  })

  it('looks at 200 characters and single spaces', () => {
    expect(read(`?q=+a++b%0A${'x'.repeat(500)}`).text).toBe(`a b ${'x'.repeat(196)}`)
  })

  it('is written short and readable', () => {
    const chosen = new Map([['part', ['alignment/beyond']], ['year', ['2018', '2017']]])
    expect(writeAddress({ text: ' reward model ', chosen })).toBe(
      '?q=reward+model&part=alignment/beyond&year=2018&year=2017',
    )
    expect(writeAddress({ text: '', chosen: new Map() })).toBe('')
  })

  it('says what was asked', () => {
    const text = fc.string({ maxLength: 150 }).map((given) => given.replace(/\s+/g, ' ').trim())
    const subset = (values: readonly string[]) => fc.subarray([...values])
    const chosen = fc.record({ kind: subset(facets['kind'] ?? []), year: subset(facets['year'] ?? []) })
    fc.assert(
      fc.property(text, chosen, (text, groups) => {
        const asked = new Map(Object.entries(groups).filter(([, values]) => values.length > 0))
        const written = writeAddress({ text, chosen: asked })
        expect(read(new URL(written, 'https://assay.example/search/').search)).toEqual({
          text,
          chosen: Object.fromEntries(asked),
        })
      }),
    )
  })
})
