import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText, writeText } from '../../../src/site/search/record-text.ts'

const textsOf = (parts: readonly string[]): readonly string[] =>
  readText(writeText(parts)).map((words) => words.map(({ word }) => word).join(' '))

describe('the text of a record', () => {
  it('is indexed in one spelling and read as it was written', () => {
    const parts = ['Optimization or optimisation', 'The optimization of behavior: an Optimization']
    const written = writeText(parts)
    expect(written.content).not.toMatch(/ization|behavior/)
    expect(textsOf(parts)).toEqual(parts)
  })

  it('tells where in the indexed text a word stands', () => {
    const text = writeText(['One two', 'three behavior', 'four'])
    const indexed = text.content.split(' ')
    const found = readText(text).flat()
    expect(found.map(({ word }) => word)).toEqual(['One', 'two', 'three', 'behavior', 'four'])
    expect(found.map(({ places }) => places.map((place) => indexed[place]))).toEqual([
      ['One'], ['two'], ['three'], ['behaviour'], ['four'],
    ])
  })

  it('has the parts of a hyphenated word once more, each at a place', () => {
    const parts = ['A state-of-the-art over-optimization', '- GPT-4 -ish pre- and post-', 'a-b']
    expect(textsOf(parts)).toEqual(parts)
    const [first = []] = readText(writeText(parts))
    expect(first).toEqual([
      { word: 'A', places: [0] },
      { word: 'state-of-the-art', places: [1, 2, 3, 4] },
      { word: 'over-optimization', places: [5, 6] },
    ])
    expect(readText(writeText(parts))[1]?.map(({ places }) => places.length)).toEqual([1, 2, 1, 1, 1, 1])
  })

  it('is the same again, whatever the parts hold', () => {
    const piece = fc.constantFrom('behavior', 'a-b', 'un-behavior-ed', 'Behavior.', ' ', '\n', '\uE000', '\uE001', '-', '\u200B', '<b>', '🙂')
    const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(piece).map((all) => all.join(' ')), fc.array(piece).map((all) => all.join('')))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const plain = parts.map((text) => text.replace(/[\s\u0085\u200B\uFEFF\uE000\uE001]+/gu, ' ').trim())
        expect(textsOf(parts)).toEqual(plain)
      }),
    )
  })
})
