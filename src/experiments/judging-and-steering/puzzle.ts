import type { Random } from '../contract.ts'
import { chanceOf } from '../lib/random.ts'

/** How many numbers a puzzle has; each size comes twice as a check and twice as a search. */
export const puzzleSizes = [4, 6, 8] as const
export type PuzzleSize = (typeof puzzleSizes)[number]

/**
 * Distinct two-digit numbers of which exactly one subset has `target` as its sum. That subset has
 * half of them. At least one other subset of half of them misses the target by 1 to 3.
 */
interface Numbers {
  /** Its place among the twelve, 0 to 11. */
  readonly index: number
  readonly size: PuzzleSize
  /** In the order in which they are shown. */
  readonly numbers: readonly number[]
  readonly target: number
}
/** "Do the marked numbers sum to the target?" */
export interface CheckItem extends Numbers {
  readonly kind: 'check'
  /** Positions in `numbers` that are marked, ascending; half of them. */
  readonly marked: readonly number[]
}
/** "Mark the numbers that sum to the target." */
export interface FindItem extends Numbers {
  readonly kind: 'find'
}
export type PuzzleItem = CheckItem | FindItem

/** Yes or no to a check; to a search the positions in `numbers` that the reader marked. */
export type PuzzleAnswer = boolean | readonly number[]

/** What became of an item. `milliseconds` is null where time was not taken. */
export interface PuzzleOutcome {
  readonly item: PuzzleItem
  readonly result: 'right' | 'wrong' | 'skipped'
  readonly milliseconds: number | null
}

/** One kind and size of item, as the reader did on it beside the steps that it takes at most. */
export interface PuzzleTally {
  readonly kind: PuzzleItem['kind']
  readonly size: PuzzleSize
  readonly answered: number
  readonly wrong: number
  readonly skipped: number
  /** Mean over the answered items that were timed; null without any. */
  readonly meanMilliseconds: number | null
  /** n numbers to go through for a check, 2^n subsets to try for a search. */
  readonly steps: number
}

/**
 * The twelve items of a seed in the order in which they are posed: of each size two checks, one of
 * them right and one not, and two searches. Checks and searches are made in the same way.
 */
export function makePuzzles(seed: number): readonly PuzzleItem[] {
  const chance = chanceOf('judging-and-steering', 1, seed)
  const order = shuffled(12, chance('puzzle', 'order'))
  const items = order.map((place, index) => {
    const random = chance('puzzle', place)
    const size = puzzleSizes[place % 3] as PuzzleSize
    const { numbers, target, solution, decoys } = drawNumbers(size, random)
    const common = { index, size, numbers, target }
    if (place >= 6) return { kind: 'find', ...common } as const
    const decoy = decoys[random.below(decoys.length)] as number
    const marked = positionsOf(place < 3 ? solution : decoy, size)
    return { kind: 'check', ...common, marked } as const
  })
  return items
}

/** Whether an answer is right. An answer of the other kind of item is not. */
export function judge(item: PuzzleItem, answer: PuzzleAnswer): boolean {
  if (item.kind === 'check') return answer === (sumAt(item.numbers, item.marked) === item.target)
  if (typeof answer === 'boolean' || new Set(answer).size !== answer.length) return false
  return sumAt(item.numbers, answer) === item.target
}

/** The positions, ascending, of the one subset that has the target as its sum. */
export function solutionOf({ numbers, target }: PuzzleItem): readonly number[] {
  const { length } = numbers
  for (let subset = 1; subset < 1 << length; subset++) {
    if (sumAt(numbers, positionsOf(subset, length)) === target) return positionsOf(subset, length)
  }
  return []
}

/** How the reader did on each kind and size, checks first, small before large. */
export function tallyPuzzles(outcomes: readonly PuzzleOutcome[]): readonly PuzzleTally[] {
  return (['check', 'find'] as const).flatMap((kind) =>
    puzzleSizes.map((size) => {
      const these = outcomes.filter(({ item }) => item.kind === kind && item.size === size)
      const answered = these.filter(({ result }) => result !== 'skipped')
      const times = answered.flatMap(({ milliseconds }) => milliseconds ?? [])
      return {
        kind,
        size,
        answered: answered.length,
        wrong: answered.filter(({ result }) => result === 'wrong').length,
        skipped: these.length - answered.length,
        meanMilliseconds:
          times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length,
        steps: stepsOf(kind, size),
      }
    }),
  )
}

/** The most steps that a task takes: to add up n numbers, or to try each of 2^n subsets. */
export function stepsOf(kind: PuzzleItem['kind'], size: number): number {
  return kind === 'check' ? size : 1 << size
}

function drawNumbers(size: PuzzleSize, random: Random) {
  for (;;) {
    const numbers = shuffled(90, random).slice(0, size).map((below) => below + 10)
    const solution = subsetOf(shuffled(size, random).slice(0, size / 2))
    const target = sumOf(numbers, solution)
    const others = Array.from({ length: 1 << size }, (_, subset) => subset).filter(
      (subset) => subset !== solution,
    )
    if (others.some((subset) => sumOf(numbers, subset) === target)) continue
    const decoys = others.filter(
      (subset) =>
        positionsOf(subset, size).length === size / 2 &&
        Math.abs(sumOf(numbers, subset) - target) <= 3,
    )
    if (decoys.length > 0) return { numbers, target, solution, decoys }
  }
}

/** 0 to `n` - 1 in an order of chance (Fisher and Yates). */
function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
  return order
}

/** A subset of positions as a number with a bit for each. */
function subsetOf(positions: readonly number[]): number {
  return positions.reduce((subset, position) => subset | (1 << position), 0)
}

function positionsOf(subset: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => i).filter((i) => (subset >> i) % 2 === 1)
}

function sumOf(numbers: readonly number[], subset: number): number {
  return sumAt(numbers, positionsOf(subset, numbers.length))
}

/** NaN where a position is none. */
function sumAt(numbers: readonly number[], positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + (numbers[position] ?? Number.NaN), 0)
}
