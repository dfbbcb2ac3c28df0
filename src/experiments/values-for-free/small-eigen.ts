import type { Components } from './components.ts'

/**
 * All eigenvalues of a symmetric matrix of `n` rows, from the largest down, with eigenvectors as
 * rows, by Jacobi's cyclic rotations. For small `n`: a sweep takes about 4 n^3 steps.
 */
export function eigenOfSmall(matrix: Float64Array, n: number): Components {
  const a = matrix.slice()
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < 30 && offDiagonal(a, n) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)
  }
  const order = Array.from({ length: n }, (_, i) => i)
  order.sort((i, j) => (a[j * n + j] as number) - (a[i * n + i] as number) || i - j)
  const vectors = new Float64Array(n * n)
  order.forEach((from, to) => vectors.set(v.subarray(from * n, (from + 1) * n), to * n))
  return { values: Float64Array.from(order, (i) => a[i * n + i] as number), vectors }
}

/** The sum of squares beside the diagonal, as 0 where it is lost in rounding. */
function offDiagonal(a: Float64Array, n: number): number {
  let off = 0
  let on = 0
  for (let i = 0; i < n; i++) {
    on += (a[i * n + i] as number) * (a[i * n + i] as number)
    for (let j = 0; j < i; j++) off += (a[i * n + j] as number) * (a[i * n + j] as number)
  }
  return off <= 1e-30 * on ? 0 : off
}

/** Turns rows and columns `p` and `q` so that their common entry vanishes. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q] as number
  if (apq === 0) return
  const ratio = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq)
  const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, c, s)
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, c, s)
  for (let k = 0; k < n; k++) turn(v, p * n + k, q * n + k, c, s)
}

function turn(of: Float64Array, i: number, j: number, c: number, s: number): void {
  const x = of[i] as number
  const y = of[j] as number
  of[i] = c * x - s * y
  of[j] = s * x + c * y
}
