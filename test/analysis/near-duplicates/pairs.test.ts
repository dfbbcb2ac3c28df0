import { describe, expect, it } from 'vitest'
import {
  labelledPairs,
  measurePairs,
  verdictOf,
  type Half,
} from '../../../scripts/bench/labelled-pairs.ts'

const halves: readonly Half[] = ['development', 'held out']

describe('the labelled pairs', () => {
  it.each(halves)('are enough, and of each label and kind, in the half %s', (half) => {
    const pairs = labelledPairs(half)
    const other = labelledPairs(half === 'held out' ? 'development' : 'held out')
    const kinds = (of: typeof pairs) => [...new Set(of.map(({ kind }) => kind))].sort()
    expect(pairs.length).toBeGreaterThanOrEqual(60)
    expect(kinds(pairs)).toEqual(kinds(other))
    for (const label of ['same', 'opposite', 'different']) {
      expect(pairs.filter((pair) => pair.label === label).length).toBeGreaterThanOrEqual(14)
    }
    expect(pairs.every(({ a, b }) => a.length > 0 && b.length > 0 && a !== b)).toBe(true)
  })

  // One pair of each half may turn before this fails; a method that says one thing of all fails.
  it.each(halves)('are told apart in the half %s', (half) => {
    const { same, opposite, suggested } = measurePairs(labelledPairs(half))
    expect(same.precision).toBeGreaterThanOrEqual(0.94)
    expect(same.recall).toBeGreaterThanOrEqual(0.59)
    expect(opposite.precision).toBeGreaterThanOrEqual(0.86)
    expect(opposite.recall).toBeGreaterThanOrEqual(0.85)
    expect(suggested).toBeGreaterThanOrEqual(0.86)
  })

  it('are judged alike whichever sentence comes first', () => {
    for (const { a, b } of halves.flatMap(labelledPairs)) {
      expect(verdictOf(b, a), `${a} / ${b}`).toBe(verdictOf(a, b))
    }
  })
})
