import type { Random } from '../contract.ts'
import { addGram, mirror, transpose } from './gram.ts'

/** How many measurements an item has. */
export const dimensions = 200
/** The variance of each factor that everybody knows of, above noise of variance 1. */
export const loudFactors: readonly number[] = [6, 5, 4, 3, 2]

/**
 * A population of items: normal noise of variance 1 in `size` dimensions and independent normal
 * factors, the strongest named first. The j-th factor shows in the j-th dimension. Noise and
 * learners look alike from every side, so that this is as good as directions drawn at random.
 * The value's factor comes last and is kept apart, at the end of each row, until its strength is
 * chosen: so one draw serves for all strengths.
 */
export interface Population {
  readonly size: number
  readonly loud: readonly number[]
}
export const population: Population = { size: dimensions, loud: loudFactors }

/** Items in rows of `size` + 1 numbers, and the first factor of each (0 where there is none). */
export interface Items {
  readonly rows: Float64Array
  readonly first: Float64Array
}

/** Draws items; the first of them are the same whatever the `count`. */
export function drawItems({ size, loud }: Population, count: number, random: Random): Items {
  const width = size + 1
  const rows = new Float64Array(count * width)
  const first = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const at = i * width
    for (let j = 0; j < width; j++) rows[at + j] = random.normal()
    loud.forEach((strength, j) => {
      const factor = random.normal()
      if (j === 0) first[i] = factor
      rows[at + j] = (rows[at + j] as number) + Math.sqrt(strength) * factor
    })
  }
  return { rows, first }
}

/** The items' measurements once the value has that strength: rows of `size` numbers. */
export function withValue(
  { size, loud }: Population,
  { rows }: Items,
  strength: number,
): Float64Array {
  const count = rows.length / (size + 1)
  const mixed = new Float64Array(count * size)
  for (let i = 0; i < count; i++) {
    const at = i * (size + 1)
    mixed.set(rows.subarray(at, at + size), i * size)
    const place = i * size + loud.length
    mixed[place] = (mixed[place] as number) + Math.sqrt(strength) * (rows[at + size] as number)
  }
  return mixed
}

/** Adds the products of all pairs of columns, the value's factor with them, to `sums`. */
export function addProducts({ size }: Population, { rows }: Items, sums: Float64Array): void {
  addGram(sums, transpose(rows, size + 1), size + 1)
}

/**
 * The covariance, about the mean 0 that is known, of `count` items once the value has that
 * strength, from the sums of their products.
 */
export function covariance(
  { size, loud }: Population,
  sums: Float64Array,
  count: number,
  strength: number,
): Float64Array {
  const width = size + 1
  const root = Math.sqrt(strength)
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) matrix[i * size + j] = (sums[i * width + j] as number) / count
  }
  const place = loud.length
  for (let j = 0; j < size; j++) {
    const at = j < place ? j * size + place : place * size + j
    matrix[at] = (matrix[at] as number) + (root * (sums[j * width + size] as number)) / count
  }
  const at = place * size + place
  const once = root * (sums[place * width + size] as number)
  const square = strength * (sums[width * width - 1] as number)
  matrix[at] = (matrix[at] as number) + (once + square) / count
  return mirror(matrix, size)
}
