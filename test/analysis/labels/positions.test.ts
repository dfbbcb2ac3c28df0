import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptance,
  inAll,
  inNone,
  inSome,
  noPosition,
  notDecided,
} from '../../../src/analysis/labels/acceptance.ts'
import {
  accepted,
  compileFrame,
  groundedLabels,
  type AttackFrame,
} from '../../../src/analysis/labels/grounded.ts'
import { eachPosition, findPositions } from '../../../src/analysis/labels/positions.ts'
import type { Semantics } from '../../../src/analysis/labels/search-component.ts'
import { extensionsByLabellings, extensionsBySubsets, type Extensions } from './brute-force.ts'
import { dungCases } from './dung-cases.ts'
import { frame, frames, pairs, plainFrames, ring, type Attack } from './frames.ts'

const semantics: readonly Semantics[] = ['complete', 'preferred', 'stable']
const ample = { steps: 1e6, most: 1e4 }

function asSet(labels: Uint8Array): number {
  return labels.reduce((set, label, x) => set | (label === accepted ? 1 << x : 0), 0)
}

function setsOf(positions: Iterable<Uint8Array>): readonly number[] {
  return [...positions].map(asSet).sort((a, b) => a - b)
}

/** What acceptance must be, element by element, if all extensions are known. */
function answersOf(extensions: readonly number[], size: number): readonly number[] {
  return Array.from({ length: size }, (_, x) => {
    const times = extensions.filter((set) => (set >> x) & 1).length
    if (extensions.length === 0) return noPosition
    return times === extensions.length ? inAll : times > 0 ? inSome : inNone
  })
}

function expectAll(given: AttackFrame, expected: Extensions): void {
  expect([asSet(groundedLabels(compileFrame(given)))]).toEqual(expected.grounded)
  for (const name of semantics) {
    const found = findPositions(given, name, ample)
    const { length } = expected[name]
    expect(found.status).toBe(length === 0 ? 'none' : 'all')
    expect(found.count).toBe(BigInt(length))
    expect(setsOf(eachPosition(found))).toEqual(expected[name])
    const { status, of } = acceptance(given, name, ample)
    expect(status).toBe(found.status)
    expect([...of]).toEqual(answersOf(expected[name], given.size))
  }
}

describe('positions on published frameworks', () => {
  it.each(dungCases)('$id ($source.repo)', ({ nodes, attacks, expected }) => {
    const attack = ([from, to]: readonly [string, string]): Attack => [
      nodes.indexOf(from),
      nodes.indexOf(to),
    ]
    const sets = (name: keyof Extensions) =>
      expected[name].extensions
        .map((names) => names.reduce((set, id) => set | (1 << nodes.indexOf(id)), 0))
        .sort((a, b) => a - b)
    expectAll(frame(nodes.length, attacks.map(attack)), {
      grounded: sets('grounded'),
      complete: sets('complete'),
      preferred: sets('preferred'),
      stable: sets('stable'),
    })
  })
})

describe('positions on random frames', () => {
  it('agree with all subsets, by the definitions of Dung 1995', () => {
    fc.assert(
      fc.property(plainFrames, (given) => expectAll(given, extensionsBySubsets(given))),
      { numRuns: 10_000, seed: 1995 },
    )
  })

  it('agree with all labellings where attacks can be attacked', () => {
    fc.assert(
      fc.property(frames, (given) => expectAll(given, extensionsByLabellings(given))),
      { numRuns: 10_000, seed: 2011 },
    )
  })

  it('are right as far as they go when the budget ends', () => {
    const ends = { some: 0 }
    fc.assert(
      fc.property(plainFrames, fc.nat(200), fc.nat(4), (given, steps, most) => {
        const expected = extensionsBySubsets(given)
        for (const name of semantics) {
          const found = findPositions(given, name, { steps, most })
          const sets = setsOf(eachPosition(found))
          expect(new Set(sets).size).toBe(sets.length)
          expect(found.count).toBe(BigInt(sets.length))
          expect(expected[name]).toEqual(expect.arrayContaining([...sets]))
          if (found.status === 'all') expect(sets).toEqual(expected[name])
          if (found.status === 'none') expect(expected[name]).toEqual([])
          if (found.status === 'some') ends.some++
          expectNotWrong(given, name, { steps, most }, expected[name])
        }
      }),
      { numRuns: 4000, seed: 4 },
    )
    expect(ends.some).toBeGreaterThan(1000)
  })
})

function expectNotWrong(
  given: AttackFrame,
  name: Semantics,
  budget: typeof ample,
  extensions: readonly number[],
): void {
  const { status, of } = acceptance(given, name, budget)
  const answers = answersOf(extensions, given.size)
  of.forEach((answer, x) => {
    if (answer === notDecided) expect(status).toBe('some')
    else if (answer === inSome && status === 'some') expect([inAll, inSome]).toContain(answers[x])
    else expect(answer).toBe(answers[x])
  })
}

describe('positions of frames that cannot be listed', () => {
  const many = frame(80, pairs(40))

  it.each([
    ['complete', 3n ** 40n],
    ['preferred', 2n ** 40n],
    ['stable', 2n ** 40n],
  ] as const)('counts the %s positions of 40 pairs', (name, count) => {
    const found = findPositions(many, name, { steps: 10_000, most: 3 })
    expect(found).toMatchObject({ status: 'all', count })
    const { of } = acceptance(many, name, { steps: 10_000, most: 3 })
    expect(of.every((answer) => answer === inSome)).toBe(true)
  })

  it('gives as many as the caller asks for', () => {
    const found = findPositions(many, 'preferred', ample)
    const first = eachPosition(found).take(5).toArray()
    expect(new Set(first.map((labels) => labels.join(''))).size).toBe(5)
    for (const labels of first)
      expect(labels.filter((label) => label === accepted)).toHaveLength(40)
  })

  it('counts along a chain of pairs, each of which hangs on the one before', () => {
    const chain = Array.from({ length: 39 }, (_, i): Attack => [2 * i, 2 * i + 2])
    // Stable positions are those without two neighbours of the first kind: a Fibonacci number.
    const found = findPositions(frame(80, [...pairs(40), ...chain]), 'stable', ample)
    expect(found).toMatchObject({ status: 'all', count: 267_914_296n })
  })

  it('keeps parts exact beside one that is not decided', () => {
    const dense = Array.from({ length: 60 }, (_, i): Attack[] =>
      [1, 7, 11, 23].flatMap((step) => [
        [i, (i + step) % 60],
        [(i + step) % 60, i],
      ]),
    ).flat()
    const beside: Attack[] = [
      [60, 61],
      [61, 60],
      [60, 62],
      [61, 62],
      [62, 63],
    ]
    const given = frame(64, [...dense, ...beside])
    const { status, of } = acceptance(given, 'preferred', { steps: 20_000, most: 1000 })
    expect(status).toBe('some')
    expect([...of.subarray(60)]).toEqual([inSome, inSome, inNone, inAll])
    expect(new Set(of.subarray(0, 60))).toEqual(new Set([inSome, notDecided]))
  })
})

describe('three answers that are not one', () => {
  it('says that there is no position, not that all is rejected', () => {
    const given = frame(5, [...ring(3), [4, 3]])
    expect(acceptance(given, 'stable', ample)).toEqual({
      status: 'none',
      of: new Uint8Array(5).fill(noPosition),
    })
    expect([...acceptance(given, 'preferred', ample).of]).toEqual([3, 3, 3, inNone, inAll])
  })

  it('says none for all if one part has none, however many the others have', () => {
    const given = frame(83, [...pairs(40), ...ring(3).map(([s, t]): Attack => [s + 80, t + 80])])
    expect(findPositions(given, 'stable', ample)).toMatchObject({ status: 'none', count: 0n })
  })

  it('decides nothing with a budget of 0 but what grounded labels decide', () => {
    const given = frame(4, [...pairs(1), [2, 3]])
    const nothing = { steps: 0, most: 0 }
    const { status, of } = acceptance(given, 'preferred', nothing)
    expect(status).toBe('some')
    expect([...of]).toEqual([notDecided, notDecided, inAll, inNone])
    expect([...acceptance(given, 'stable', nothing).of]).toEqual([0, 0, 0, 0])
    expect([...eachPosition(findPositions(given, 'complete', nothing))]).toEqual([])
  })

  it('gives the empty frame its one position', () => {
    for (const name of semantics) {
      const found = findPositions(frame(0, []), name, { steps: 0, most: 0 })
      expect([found.status, [...eachPosition(found)]]).toEqual(['all', [new Uint8Array(0)]])
    }
  })
})

describe('positions of long frames', () => {
  it.each([
    [10_000, 2n],
    [10_001, 0n],
  ])('finds the stable positions of a ring of %i', (size, count) => {
    expect(findPositions(frame(size, ring(size)), 'stable', { steps: 1e7, most: 10 }).count).toBe(
      count,
    )
  })

  it('comes to an end on 3,000 rings that hang on one another', () => {
    const rings = Array.from({ length: 3000 }, (_, r): Attack[] => [
      ...ring(3).map(([s, t]): Attack => [s + 3 * r, t + 3 * r]),
      [3 * r, Math.min(3 * r + 3, 8999)],
    ]).flat()
    expect(findPositions(frame(9000, rings), 'preferred', ample)).toMatchObject({ count: 1n })
  })

  it('ends on 5,000 pairs that hang on one another, deeper than it looks', () => {
    const chain = Array.from({ length: 4999 }, (_, i): Attack => [2 * i, 2 * i + 2])
    const given = frame(10_000, [...pairs(5000), ...chain])
    const { status, of } = acceptance(given, 'preferred', { steps: 1e6, most: 100 })
    expect(status).toBe('some')
    expect(of[0]).toBe(inSome)
  })
})
