import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../src/site/search/query.ts'

describe('a query', () => {
  it.each([
    ['Reward  model', { words: 'Reward model', phrases: [], isPhrase: false }],
    ['"reward model"', { words: 'reward model', phrases: ['reward model'], isPhrase: true }],
    ['“reward model” small', { words: 'reward model small', phrases: ['reward model'], isPhrase: false }],
    ['„a b“ «c d»', { words: 'a b c d', phrases: ['a b', 'c d'], isPhrase: false }],
    ['"reward model', { words: 'reward model', phrases: [], isPhrase: false }],
    ['"" " - "', { words: '-', phrases: [], isPhrase: false }],
    ['"optimizing behavior"', { words: 'optimising behaviour', phrases: ['optimising behaviour'], isPhrase: true }],
    ['"reward-model gap" re-read', { words: 'reward model gap re-read', phrases: ['reward model gap'], isPhrase: false }],
    ['reward-model', { words: 'reward-model', phrases: [], isPhrase: false }],
    ['', { words: '', phrases: [], isPhrase: false }],
  ])('is read: %s', (text, query) => {
    expect(readQuery(text)).toEqual(query)
  })

  it('is cut before it is long', () => {
    expect(readQuery('x'.repeat(9999)).words).toHaveLength(200)
  })
})
