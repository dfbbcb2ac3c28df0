import { describe, expect, it } from 'vitest'
import { countFound, markedRuns, passage } from '../../../src/site/search/passage.ts'
import { readText, writeText } from '../../../src/site/search/record-text.ts'

const wordsOf = (text: string) => readText(writeText([text]))[0] ?? []
const shown = (runs: ReturnType<typeof passage>) =>
  runs.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')

describe('what was found', () => {
  it('is marked without the marks around it, and neighbours as one', () => {
    const words = wordsOf('The “reward model” is easy.')
    expect(shown(markedRuns(words, new Set([1, 2])))).toBe('The “[reward model]” is easy.')
    expect(shown(markedRuns(words, new Set([1, 4])))).toBe('The “[reward] model” is [easy].')
    expect(shown(markedRuns(words, new Set()))).toBe('The “reward model” is easy.')
  })

  it('keeps neighbours apart that a comma parts', () => {
    expect(shown(markedRuns(wordsOf('one, two (three)'), new Set([0, 1, 2])))).toBe('[one], [two] ([three])')
  })

  it('is a whole word, whichever of its hyphenated parts was found', () => {
    const words = wordsOf('The “reward-model” problem')
    for (const place of [1, 2]) {
      expect(shown(markedRuns(words, new Set([place])))).toBe('The “[reward-model]” problem')
    }
    expect(shown(passage(words, new Set([2, 3])))).toBe('The “[reward-model]” [problem]')
    expect([[1], [2], [1, 2]].map((found) => countFound(words, new Set(found)))).toEqual([1, 1, 2])
  })

  it('is text, whatever it says', () => {
    const words = wordsOf('<script>alert(1)</script> & <b>bold</b>')
    expect(markedRuns(words, new Set([0])).map(({ text }) => text).join('')).toBe(
      '<script>alert(1)</script> & <b>bold</b>',
    )
  })

  it('is shown with the words around it', () => {
    const words = wordsOf(Array.from({ length: 100 }, (_, i) => `w${i}`).join(' '))
    expect(shown(passage(words, new Set([50])))).toMatch(/^…w44 .*w49 \[w50\] w51 .*w71…$/)
    expect(shown(passage(words, new Set([0])))).toMatch(/^\[w0\] w1 .*w27…$/)
    expect(shown(passage(words, new Set([99])))).toMatch(/^…w72 .* \[w99\]$/)
    expect(passage(words, new Set())).toEqual([])
  })

  it('counts a word once in all its forms', () => {
    const words = wordsOf('Models model modelling; reward')
    expect(countFound(words, new Set([0, 1, 2]))).toBe(1)
    expect(countFound(words, new Set([0, 1, 2, 3]))).toBe(2)
  })
})
