import { describe, expect, it } from 'vitest'
import {
  judge,
  makePuzzles,
  type PuzzleItem,
  type PuzzleOutcome,
  puzzleSizes,
  solutionOf,
  stepsOf,
  tallyPuzzles,
} from '../../src/experiments/judging-and-steering/puzzle.ts'

const seeds = Array.from({ length: 60 }, (_, seed) => seed)
const all = seeds.flatMap((seed) => makePuzzles(seed))

/** All subsets of positions, by doubling. */
function subsetsOf(size: number): readonly (readonly number[])[] {
  let subsets: number[][] = [[]]
  for (let i = 0; i < size; i++) subsets = [...subsets, ...subsets.map((each) => [...each, i])]
  return subsets
}

function sumOf({ numbers }: PuzzleItem, positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + (numbers[position] as number), 0)
}

const subsets = new Map(puzzleSizes.map((size) => [size, subsetsOf(size)]))
const solutions = new Map(
  all.map((item) => [
    item,
    (subsets.get(item.size) ?? []).filter((subset) => sumOf(item, subset) === item.target),
  ]),
)
const ascending = (positions: readonly number[]) => positions.toSorted((a, b) => a - b)

describe('every puzzle', () => {
  it('has exactly one solution among all subsets, of half the numbers', () => {
    for (const item of all) {
      const found = solutions.get(item) ?? []
      expect(found).toHaveLength(1)
      expect(found[0]).toHaveLength(item.size / 2)
      expect(solutionOf(item)).toEqual(ascending(found[0] ?? []))
    }
  })

  it('has distinct numbers of two digits', () => {
    for (const { numbers, size } of all) {
      expect(numbers).toHaveLength(size)
      expect(new Set(numbers).size).toBe(size)
      for (const number of numbers) {
        expect(Number.isInteger(number) && number >= 10 && number <= 99).toBe(true)
      }
    }
  })

  it('has a subset of the same size that is off by 1 to 3', () => {
    for (const item of all) {
      const misses = (subsets.get(item.size) ?? [])
        .filter(({ length }) => length === item.size / 2)
        .map((subset) => Math.abs(sumOf(item, subset) - item.target))
      expect(misses.some((miss) => miss >= 1 && miss <= 3)).toBe(true)
    }
  })

  it('marks the solution, or half of the numbers that miss by 1 to 3', () => {
    for (const item of all) {
      if (item.kind !== 'check') continue
      expect(item.marked).toHaveLength(item.size / 2)
      expect(item.marked).toEqual(ascending([...new Set(item.marked)]))
      expect(Math.abs(sumOf(item, item.marked) - item.target)).toBeLessThanOrEqual(3)
    }
  })

  it('does not give itself away by where its solution is', () => {
    const first = all.map((item) => solutionOf(item).includes(0)).filter(Boolean).length
    const error = Math.sqrt(all.length) / 2
    expect(Math.abs(first - all.length / 2)).toBeLessThan(4 * error)
  })
})

describe('a round', () => {
  it('has of each size two searches, a right check and a wrong one, numbered in order', () => {
    for (const seed of seeds) {
      const items = makePuzzles(seed)
      expect(items.map(({ index }) => index)).toEqual(items.map((_, i) => i))
      for (const size of puzzleSizes) {
        const kinds = items
          .filter((item) => item.size === size)
          .map((item) => (item.kind === 'find' ? 'find' : judge(item, true) ? 'yes' : 'no'))
        expect(kinds.toSorted()).toEqual(['find', 'find', 'no', 'yes'])
      }
    }
  })

  it('is the same for a seed, and another for another, in another order', () => {
    expect(makePuzzles(3)).toEqual(makePuzzles(3))
    const orders = seeds.map((seed) => makePuzzles(seed).map(({ kind, size }) => `${kind}${size}`))
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(50)
  })
})

describe('judging an answer', () => {
  it('takes yes for a right check and no for a wrong one', () => {
    for (const item of all) {
      if (item.kind !== 'check') continue
      const right = sumOf(item, item.marked) === item.target
      expect([judge(item, right), judge(item, !right)]).toEqual([true, false])
      expect(judge(item, item.marked)).toBe(false)
    }
  })

  it('takes of all subsets only the solution of a search', () => {
    for (const item of all.slice(0, 120)) {
      if (item.kind !== 'find') continue
      const taken = (subsets.get(item.size) ?? []).filter((subset) => judge(item, subset))
      expect(taken).toEqual(solutions.get(item))
      expect(judge(item, solutionOf(item).toReversed())).toBe(true)
    }
  })

  it('takes no nonsense', () => {
    const item: PuzzleItem = {
      kind: 'find',
      index: 0,
      size: 4,
      numbers: [20, 40, 13, 77],
      target: 60,
    }
    expect(judge(item, [0, 1])).toBe(true)
    for (const answer of [true, false, [], [0, 0, 0], [0, 0, 1], [0, 1, 4], [-1, 0, 1], [0.5]]) {
      expect(judge(item, answer)).toBe(false)
    }
  })
})

it('the most steps of a check are its numbers, and of a search all subsets', () => {
  for (const size of puzzleSizes) {
    expect(stepsOf('check', size)).toBe(size)
    expect(stepsOf('find', size)).toBe(subsetsOf(size).length)
  }
})

describe('the tally', () => {
  const items = makePuzzles(1)
  const [first, second] = items.filter(({ kind, size }) => kind === 'find' && size === 6)
  const outcome = (
    item: PuzzleItem | undefined,
    result: PuzzleOutcome['result'],
    milliseconds: number | null,
  ): PuzzleOutcome => ({ item: item as PuzzleItem, result, milliseconds })
  const rowOf = (outcomes: readonly PuzzleOutcome[]) =>
    tallyPuzzles(outcomes).find(({ kind, size }) => kind === 'find' && size === 6)

  it('has a row for each kind and size, also of nothing', () => {
    const rows = tallyPuzzles([])
    expect(rows.map(({ kind, size }) => `${kind} ${size}`)).toEqual([
      'check 4',
      'check 6',
      'check 8',
      'find 4',
      'find 6',
      'find 8',
    ])
    for (const row of rows) expect(row).toMatchObject({ answered: 0, meanMilliseconds: null })
  })

  it('counts errors and takes the mean time of what was answered', () => {
    const outcomes = [outcome(first, 'wrong', 4000), outcome(second, 'right', 8000)]
    expect(rowOf(outcomes)).toMatchObject({ answered: 2, wrong: 1, skipped: 0, steps: 64 })
    expect(rowOf(outcomes)?.meanMilliseconds).toBe(6000)
  })

  it('leaves the time of what was skipped or not timed aside', () => {
    const outcomes = [outcome(first, 'skipped', 9000), outcome(second, 'right', null)]
    expect(rowOf(outcomes)).toMatchObject({ answered: 1, wrong: 0, skipped: 1 })
    expect(rowOf(outcomes)?.meanMilliseconds).toBeNull()
  })

  it('adds up to the whole round', () => {
    const rows = tallyPuzzles(items.map((item) => outcome(item, 'right', 1)))
    expect(rows.map(({ answered }) => answered)).toEqual([2, 2, 2, 2, 2, 2])
  })
})
