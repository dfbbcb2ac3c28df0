import { expect, it } from 'vitest'
import { absent, accepted, defeated, undecided } from '../../../src/analysis/labels/grounded.ts'
import { changeWords, counted, labelOf, strengthWords } from '../../../src/site/stance/words.ts'

it('says a strength in two decimals, and that there is none', () => {
  expect([0, 0.005, 0.855, 1].map(strengthWords)).toEqual(['0.00', '0.01', '0.85', '1.00'])
  expect(strengthWords(Number.NaN)).toBe('no number')
  expect(strengthWords(undefined)).toBe('no number')
})

it('gives a change its sign, unless two decimals do not show it', () => {
  expect([0.25, -0.25].map(changeWords)).toEqual(['+0.25', '−0.25'])
  expect([0.004, -0.004, 0, -0].map(changeWords)).toEqual(['0.00', '0.00', '0.00', '0.00'])
})

it('counts one thing and several', () => {
  expect([0, 1, 2].map((count) => counted(count, 'answer'))).toEqual([
    '0 answers',
    '1 answer',
    '2 answers',
  ])
})

it('never says of what is left out that it stands', () => {
  expect([accepted, defeated, undecided].map(labelOf)).toEqual(['in', 'out', 'undecided'])
  expect(labelOf(absent)).not.toBe('in')
})
