import { dot } from '../lib/linear-algebra.ts'

/**
 * The inner products of the vector of `length` numbers that starts at `at` in `one` with four that
 * follow each other in `many` from `from` on. Four at a time, for each number of the first is then
 * read once for four products.
 */
export function fourDots(
  one: Float64Array,
  at: number,
  many: Float64Array,
  from: number,
  length: number,
  into: Float64Array,
): void {
  const [b, c, d] = [from + length, from + 2 * length, from + 3 * length]
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let t = 0; t < length; t++) {
    const x = one[at + t] as number
    s0 += x * (many[from + t] as number)
    s1 += x * (many[b + t] as number)
    s2 += x * (many[c + t] as number)
    s3 += x * (many[d + t] as number)
  }
  into[0] = s0
  into[1] = s1
  into[2] = s2
  into[3] = s3
}

/**
 * Adds the inner products of `count` vectors of one length, stored one after the other, to the
 * upper triangle of `matrix`, which has `count` rows.
 */
export function addGram(matrix: Float64Array, vectors: Float64Array, count: number): void {
  const length = vectors.length / count
  const four = new Float64Array(4)
  for (let i = 0; i < count; i++) {
    let j = i
    for (; j + 3 < count; j += 4) {
      fourDots(vectors, i * length, vectors, j * length, length, four)
      const at = i * count + j
      for (let k = 0; k < 4; k++) matrix[at + k] = (matrix[at + k] as number) + (four[k] as number)
    }
    for (; j < count; j++) {
      const sum = dot(row(vectors, i, length), row(vectors, j, length))
      matrix[i * count + j] = (matrix[i * count + j] as number) + sum
    }
  }
}

/** A view of one of several vectors stored one after the other. */
export function row(vectors: Float64Array, i: number, size: number): Float64Array {
  return vectors.subarray(i * size, (i + 1) * size)
}

/** Copies the upper triangle of a square matrix to the lower. */
export function mirror(matrix: Float64Array, count: number): Float64Array {
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) matrix[i * count + j] = matrix[j * count + i] as number
  }
  return matrix
}

/** The rows of a matrix of `columns` columns as columns. */
export function transpose(matrix: Float64Array, columns: number): Float64Array {
  const rows = matrix.length / columns
  const turned = new Float64Array(matrix.length)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = matrix[i * columns + j] as number
  }
  return turned
}
