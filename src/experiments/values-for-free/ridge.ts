import { addScaled, dot, solveCholesky } from '../lib/linear-algebra.ts'
import { addGram, mirror, transpose } from './gram.ts'

/**
 * Ridge regression through the origin: the weights that make the sum of squared errors plus
 * `penalty` times the squared length of the weights least. `items` holds one item after the other,
 * `targets.length` in all. Works with the smaller of the two square matrices that give the answer.
 */
export function ridge(items: Float64Array, targets: Float64Array, penalty: number): Float64Array {
  const count = targets.length
  const columns = items.length / count
  const few = count < columns
  const size = few ? count : columns
  const system = new Float64Array(size * size)
  const turned = few ? items : transpose(items, columns)
  addGram(system, turned, size)
  for (let i = 0; i < size; i++) system[i * size + i] = (system[i * size + i] as number) + penalty
  mirror(system, size)
  const weights = new Float64Array(columns)
  if (few) {
    const dual = solveCholesky(system, targets)
    dual.forEach((scale, i) => {
      addScaled(weights, items.subarray(i * columns, (i + 1) * columns), scale)
    })
    return weights
  }
  for (let j = 0; j < columns; j++) {
    weights[j] = dot(turned.subarray(j * count, (j + 1) * count), targets)
  }
  return solveCholesky(system, weights)
}
