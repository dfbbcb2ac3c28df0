import { describe, expect, it } from 'vitest'
import { frameOf } from '../../../src/analysis/labels/frame-of.ts'
import { positionOf, positionWords } from '../../../src/site/model/positions.ts'
import { attack, sketch } from '../../analysis/strength/sketch.ts'

const graphOf = (size: number, pairs: readonly (readonly [number, number])[]) =>
  sketch(
    Array.from({ length: size }, () => 0.5),
    pairs.map(([from, to]) => attack(from, to)),
  )
const mutual = [
  [0, 1],
  [1, 0],
] as const

describe('positionOf', () => {
  it('says what both kinds of positions say', () => {
    expect(positionOf(graphOf(2, mutual), 0)).toBe(
      'Of the positions that grant as much as can be granted together, it stands in some and not in others. ' +
        'Of the positions that settle everything in the map one way or the other, it stands in some and not in others.',
    )
  })

  it('tells what no position grants from that there is no position', () => {
    const rejected = graphOf(3, [...mutual, [0, 2], [1, 2]])
    expect(positionOf(rejected, 2)).toMatch(/together, it stands in none\. .* other, it stands in none\.$/)
    const odd = graphOf(3, [
      [0, 1],
      [1, 2],
      [2, 0],
    ])
    expect(positionOf(odd, 0)).toMatch(
      /together, it stands in none\. No position settles everything in the map one way or the other\.$/,
    )
  })

  it('tells where the two kinds differ', () => {
    // The odd ring is stopped only by node 1, so what settles everything grants that.
    const graph = graphOf(5, [...mutual, [1, 2], [2, 3], [3, 4], [4, 2]])
    expect(positionOf(graph, 1)).toMatch(/some and not in others\. .* other, it stands in every one\.$/)
  })

  it('says of each kind that it was not decided', () => {
    const budget = { steps: 0, most: 1000 }
    const words = positionWords(frameOf(graphOf(2, mutual)), 0, budget)
    expect(words).toMatch(/^Where it stands in .* was not decided within the steps allowed\. Where it/)
  })
})
