import type { Random } from '../contract.ts'

/** A variable without a value, beside 1 for true and 0 for false. */
export const FREE = 2

/** What a clause without true literal weighs, by how many of its literals are false. */
export const clauseWeights = [1, 5, 0, 0] as const

/**
 * How the variable to branch on is chosen.
 *
 * - `weighted`: the variable with the largest product of the weights of its two literals, the
 *   heavier literal first. A clause that is not satisfied yet weighs 1 with three open literals
 *   and 5 with two.
 * - `first`: the first variable without a value, true first.
 * - `random`: any variable without a value, either value first.
 */
export type BranchingRule = 'weighted' | 'first' | 'random'

type Choose = (values: Uint8Array, weight: Int32Array, random: Random | undefined) => number

/** The literal to try first; `weight` is the weight of each literal's open clauses. */
export const branchOn: Readonly<Record<BranchingRule, Choose>> = {
  weighted(values, weight) {
    let best = -1
    let most = -1
    for (let v = 0; v < values.length; v++) {
      if (values[v] !== FREE) continue
      const [a, b] = [weight[2 * v] as number, weight[2 * v + 1] as number]
      // The sum tells apart variables one of whose literals is in no open clause.
      const score = 1024 * a * b + a + b
      if (score <= most) continue
      most = score
      best = a >= b ? 2 * v : 2 * v + 1
    }
    return best
  },
  first: (values) => 2 * values.indexOf(FREE),
  random(values, _, random) {
    if (random === undefined) throw new TypeError('Expected `random`')
    for (;;) {
      const literal = random.below(2 * values.length)
      if (values[literal >> 1] === FREE) return literal
    }
  },
}
