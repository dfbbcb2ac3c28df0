import { arcsine } from '../lib/angles.ts'
import { drain } from '../../core/drain.ts'

/** Counts over all elections of three options with an odd number of voters, in whole numbers. */
export interface CycleCounts {
  readonly voters: number
  /** Elections in which each voter has a name: 6^n. */
  readonly profiles: bigint
  readonly cyclicProfiles: bigint
  /** Elections told apart only by how many voters have each ranking: C(n + 5, 5). */
  readonly divisions: bigint
  readonly cyclicDivisions: bigint
}

/**
 * Goes through every division of an odd number of voters among the six rankings of three options,
 * each weighted by the number of ways to give it to named voters. Pauses often.
 */
export function* countCycles(voters: number): Generator<void, CycleCounts, void> {
  const choose = pascal(voters)
  const counts = [0, 0, 0, 0, 0, 0]
  let profiles = 0n
  let cyclicProfiles = 0n
  let divisions = 0n
  let cyclicDivisions = 0n
  function place(ranking: number, left: number, ways: bigint): void {
    if (ranking === 5) {
      counts[5] = left
      profiles += ways
      divisions++
      if (!isCycle(counts, voters)) return
      cyclicProfiles += ways
      cyclicDivisions++
      return
    }
    for (let count = 0; count <= left; count++) {
      counts[ranking] = count
      place(ranking + 1, left - count, ways * waysOf(choose, left, count))
    }
  }
  for (let first = 0; first <= voters; first++) {
    counts[0] = first
    for (let second = 0; second <= voters - first; second++) {
      counts[1] = second
      const left = voters - first
      const ways = waysOf(choose, voters, first) * waysOf(choose, left, second)
      place(2, left - second, ways)
    }
    yield
  }
  return { voters, profiles, cyclicProfiles, divisions, cyclicDivisions }
}

/** Whether majorities go round, given how many have abc, acb, bac, bca, cab and cba. */
function isCycle(counts: readonly number[], voters: number): boolean {
  const [abc, acb, bac, bca, cab] = counts as [number, number, number, number, number]
  const aOverB = 2 * (abc + acb + cab) > voters
  const bOverC = 2 * (abc + bac + bca) > voters
  const cOverA = 2 * (voters - abc - acb - bac) > voters
  return aOverB === bOverC && bOverC === cOverA
}

function waysOf(choose: readonly (readonly bigint[])[], n: number, k: number): bigint {
  return choose[n]?.[k] ?? 0n
}

/** Binomial coefficients up to `n`. */
function pascal(n: number): bigint[][] {
  const rows: bigint[][] = [[1n]]
  for (let i = 1; i <= n; i++) {
    const above = rows[i - 1] ?? []
    rows.push(Array.from({ length: i + 1 }, (_, k) => (above[k - 1] ?? 0n) + (above[k] ?? 0n)))
  }
  return rows
}

/** Counts without pausing. */
export function cycleCounts(voters: number): CycleCounts {
  return drain(countCycles(voters))
}

/** A share of whole numbers, however large, to the last digits of a double. */
export function shareOf(part: bigint, whole: bigint): number {
  const scale = 1_000_000_000_000_000_000n
  return Number((part * scale) / whole) / 1e18
}

/**
 * P(no majority winner) of three options in an impartial society of ever more voters: 1/4 less
 * 3 arcsin(1/3) / (2 pi) (Guilbaud 1952).
 */
export function limitOfCycles(): number {
  return 1 / 4 - (3 * arcsine(1 / 3)) / (2 * Math.PI)
}
