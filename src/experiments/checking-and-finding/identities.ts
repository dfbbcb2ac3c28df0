import { ln, wholePower } from '../lib/elementary.ts'

/** Expected number of solutions of uniform random 3-SAT: each clause rules out one in eight. */
export function expectedSolutions(variables: number, clauses: number): number {
  return wholePower(2, variables) * wholePower(7 / 8, clauses)
}

/**
 * Variance of the number of solutions over formulas. Two assignments that agree on k of n
 * variables both satisfy a clause with chance 3/4 + C(k, 3) / C(n, 3) / 8: both fail it only where
 * they agree on all three of its variables.
 */
export function varianceOfSolutions(variables: number, clauses: number): number {
  let pairs = 0
  for (let agree = 0; agree <= variables; agree++) {
    const same = choose(agree, 3) / choose(variables, 3)
    pairs += choose(variables, agree) * wholePower(3 / 4 + same / 8, clauses)
  }
  const mean = expectedSolutions(variables, clauses)
  return wholePower(2, variables) * pairs - mean * mean
}

/** The binomial coefficient of whole numbers. */
export function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1)
  return ways
}

/**
 * How many independent samples of something between 0 and 1 put its mean within `epsilon` with a
 * chance of at least 1 - `delta`, by Hoeffding (1963): ln(2 / delta) / (2 epsilon^2). What has to
 * be judged by sampling, such as a policy in a world of chance, has no shorter check.
 */
export function samplesToKnow(epsilon: number, delta: number): number {
  return ln(2 / delta) / (2 * epsilon * epsilon)
}

/** The exact chance that the mean of `samples` throws of a coin is `epsilon` or more off its bias. */
export function chanceOfMiss(samples: number, bias: number, epsilon: number): number {
  // Starting at the less likely side keeps the first term away from 0.
  const rare = Math.min(bias, 1 - bias)
  let mass = wholePower(1 - rare, samples)
  let missed = 0
  for (let heads = 0; heads <= samples; heads++) {
    if (Math.abs(heads / samples - rare) >= epsilon) missed += mass
    mass *= ((samples - heads) / (heads + 1)) * (rare / (1 - rare))
  }
  return missed
}
