import type { Random } from '../contract.ts'
import { pairScore } from '../gridworld/score.ts'
import type { World } from '../gridworld/world.ts'
import { solveCholesky } from '../lib/linear-algebra.ts'

const width = 6

/** What the cells of a world look like, six numbers to a cell, one cell after another. */
export type Looks = Float64Array

/**
 * Looks by chance: every feature is normal with standard deviation `noise`; 1 is added to the first
 * of the goal and to the second of a pit.
 */
export function drawLooks({ reward }: World, noise: number, random: Random): Looks {
  return Float64Array.from({ length: width * reward.length }, (_, i) => {
    const paid = reward[Math.floor(i / width)] as number
    const mark = i % width === 0 ? Math.max(0, paid) : i % width === 1 ? Math.max(0, -paid) : 0
    return mark + noise * random.normal()
  })
}

/**
 * Ridge regression (penalty 1) of the reward paid on entering a cell on its looks; `weights` says
 * how often each cell counts.
 */
export function fitReward(
  looks: Looks,
  { reward }: World,
  weights: ArrayLike<number>,
): Float64Array {
  const matrix = new Float64Array(width * width)
  const right = new Float64Array(width)
  for (let i = 0; i < width; i++) matrix[i * width + i] = 1
  for (let cell = 0; cell < reward.length; cell++) {
    const weight = weights[cell] as number
    if (weight === 0) continue
    for (let i = 0; i < width; i++) {
      const scaled = weight * (looks[cell * width + i] as number)
      right[i] = (right[i] as number) + scaled * (reward[cell] as number)
      for (let j = 0; j < width; j++) {
        const at = i * width + j
        matrix[at] = (matrix[at] as number) + scaled * (looks[cell * width + j] as number)
      }
    }
  }
  return solveCholesky(matrix, right)
}

/** Cells that can be entered, as they look and what they pay. */
export interface Exam {
  readonly looks: readonly (readonly number[])[]
  readonly paid: readonly number[]
}

/** The cells of a world that are no walls. */
export function examOf({ open, terminal, reward }: World, looks: Looks): Exam {
  const cells = [...open, ...terminal.keys().filter((cell) => terminal[cell] === 1)]
  return {
    looks: cells.map((cell) => Array.from(looks.subarray(cell * width, (cell + 1) * width))),
    paid: cells.map((cell) => reward[cell] as number),
  }
}

/** How well fitted rewards order goals, neutral cells and pits: mean pair score over the exams. */
export function examScore(fitted: Float64Array, exams: readonly Exam[]): number {
  let sum = 0
  for (const { looks, paid } of exams) {
    const guesses = looks.map((look) => look.reduce((s, x, i) => s + x * (fitted[i] as number), 0))
    sum += pairScore(guesses, paid, 0)
  }
  return sum / exams.length
}
