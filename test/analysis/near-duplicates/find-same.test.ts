import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSame } from '../../../src/analysis/near-duplicates.ts'

describe('findSame', () => {
  it.each([
    ['Reward models are small and cheap to train.', 'Reward models are cheap to train, and small.'],
    [
      'A judge is easier to learn than a policy that acts.',
      'It is easier to learn a judge than an acting policy.',
    ],
    [
      'Children judge novel situations long before they can plan.',
      'Long before children can plan, they judge a novel situation.',
    ],
  ])('finds that “%s” and “%s” say nearly the same', (a, b) => {
    expect(findSame([a, 'Snow is white in the north.', b])).toEqual([[0, 2]])
  })

  it.each([
    [
      'Reward models are small and cheap to train.',
      'Reward models are not small and cheap to train.',
    ],
    ['Judging is easier than generating.', 'Generating plans takes longer than a night.'],
    [
      'Judges of plans can be fooled by an adversary.',
      'Judges of proofs can be checked by a machine.',
    ],
    ['It is.', 'It is.'],
  ])('does not take “%s” for “%s”', (a, b) => {
    expect(findSame([a, b])).toEqual([])
  })

  it('finds a planted copy among 2,000 statements', () => {
    const words = Array.from({ length: 900 }, (_, i) => `word${String(i * 7919)}`)
    const texts = Array.from({ length: 2000 }, (_, i) =>
      Array.from({ length: 12 }, (__, j) => words[(i * 37 + j * j * 101) % 900]).join(' '),
    )
    texts[1999] = `${texts[3] ?? ''} indeed`
    expect(findSame(texts)).toContainEqual([3, 1999])
  })

  it('takes any texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (texts) => {
        for (const [a, b] of findSame(texts)) expect(a).toBeLessThan(b)
      }),
    )
  })
})
