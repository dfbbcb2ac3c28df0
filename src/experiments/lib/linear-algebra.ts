/** The inner product of two equally long vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** The Euclidean length of a vector. */
export function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a))
}

/** Adds `scale` times `b` to `a` in place. */
export function addScaled(a: Float64Array, b: Float64Array, scale: number): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) + scale * (b[i] as number)
}

/**
 * Solves `matrix` x = `right` for a symmetric positive definite matrix of `right.length` rows,
 * stored row by row. Neither argument is changed.
 *
 * @throws RangeError where the matrix is not positive definite.
 */
export function solveCholesky(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const factor = cholesky(matrix, n)
  const x = right.slice()
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] as number) * (x[k] as number)
    x[i] = sum / (factor[i * n + i] as number)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] as number) * (x[k] as number)
    x[i] = sum / (factor[i * n + i] as number)
  }
  return x
}

function cholesky(matrix: Float64Array, n: number): Float64Array {
  const factor = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number
      for (let k = 0; k < j; k++) sum -= (factor[i * n + k] as number) * (factor[j * n + k] as number)
      if (i !== j) factor[i * n + j] = sum / (factor[j * n + j] as number)
      else if (sum > 0) factor[i * n + i] = Math.sqrt(sum)
      else throw new RangeError('Expected `matrix` to be positive definite')
    }
  }
  return factor
}
