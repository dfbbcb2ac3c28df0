import type { Random } from '../contract.ts'
import { addScaled, dot, norm } from '../lib/linear-algebra.ts'
import { fourDots, row } from './gram.ts'
import { eigenOfSmall } from './small-eigen.ts'

/** Eigenvectors of length 1, one after the other, by their eigenvalues from the largest down. */
export interface Components {
  readonly values: Float64Array
  readonly vectors: Float64Array
}

const rounds = 4
const degree = 8
const spare = 4

/**
 * The `count` leading eigenvectors of a symmetric matrix without negative eigenvalues and of
 * `size` rows, by subspace iteration with Chebyshev's polynomials. A few spare vectors are carried
 * along; what lies below the last of them is damped. Hands over `pause` between rounds.
 *
 * Source: Zhou, Saad, Tiago & Chelikowsky 2006, "Self-consistent-field calculations using
 * Chebyshev-filtered subspace iteration".
 */
export function* leadingComponents<S>(
  matrix: Float64Array,
  size: number,
  count: number,
  random: Random,
  pause: S,
): Generator<S, Components, void> {
  const block = Math.min(size, 4 * Math.ceil((count + spare) / 4))
  let vectors: Float64Array = Float64Array.from({ length: block * size }, () => random.normal())
  for (let i = 0; i < 3; i++) vectors = multiply(matrix, vectors, size)
  let found = ritz(matrix, vectors, size)
  for (let round = 0; round < rounds; round++) {
    yield pause
    found = ritz(matrix, filter(matrix, found, size), size)
  }
  return { values: found.values.slice(0, count), vectors: found.vectors.slice(0, count * size) }
}

/** Multiplies each vector by Chebyshev's polynomial that is small from 0 to the last value. */
function filter(matrix: Float64Array, { values, vectors }: Components, size: number): Float64Array {
  const middle = (values[values.length - 1] as number) / 2
  if (!(middle > 0)) return vectors
  let before = vectors
  let now = multiply(matrix, vectors, size)
  for (let i = 0; i < now.length; i++) now[i] = (now[i] as number) / middle - (before[i] as number)
  for (let step = 2; step <= degree; step++) {
    const next = multiply(matrix, now, size)
    for (let i = 0; i < next.length; i++) {
      const shifted = (next[i] as number) / middle - (now[i] as number)
      next[i] = 2 * shifted - (before[i] as number)
    }
    before = now
    now = next
  }
  return now
}

/** The eigenvectors that the span of some vectors comes nearest to (Rayleigh and Ritz). */
function ritz(matrix: Float64Array, vectors: Float64Array, size: number): Components {
  const block = vectors.length / size
  orthonormalise(vectors, size)
  const images = multiply(matrix, vectors, size)
  const small = new Float64Array(block * block)
  for (let i = 0; i < block; i++) {
    const vector = row(vectors, i, size)
    for (let j = 0; j < block; j++) small[i * block + j] = dot(vector, row(images, j, size))
  }
  const { values, vectors: mixes } = eigenOfSmall(small, block)
  const turned = new Float64Array(vectors.length)
  for (let i = 0; i < block; i++) {
    for (let j = 0; j < block; j++) {
      addScaled(row(turned, i, size), row(vectors, j, size), mixes[i * block + j] as number)
    }
  }
  return { values, vectors: turned }
}

/** The matrix times each of some vectors. */
function multiply(matrix: Float64Array, vectors: Float64Array, size: number): Float64Array {
  const images = new Float64Array(vectors.length)
  const block = vectors.length / size
  const whole = block - (block % 4)
  const four = new Float64Array(4)
  for (let i = 0; i < size; i++) {
    for (let v = 0; v < whole; v += 4) {
      fourDots(matrix, i * size, vectors, v * size, size, four)
      for (let k = 0; k < 4; k++) images[(v + k) * size + i] = four[k] as number
    }
    for (let v = whole; v < block; v++) {
      images[v * size + i] = dot(row(matrix, i, size), row(vectors, v, size))
    }
  }
  return images
}

/** Makes vectors orthogonal and of unit length in place; twice, because rounding adds up. */
function orthonormalise(vectors: Float64Array, size: number): void {
  const count = vectors.length / size
  for (let i = 0; i < count; i++) {
    const vector = row(vectors, i, size)
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < i; j++) {
        const other = row(vectors, j, size)
        addScaled(vector, other, -dot(vector, other))
      }
      const length = norm(vector)
      for (let t = 0; t < size; t++) vector[t] = (vector[t] as number) / length
    }
  }
}
