import type { KnownAnswer, KnownCase } from '../about.ts'
import { chanceOf } from '../lib/random.ts'
import { drain } from '../../core/drain.ts'
import { longFormulaThreshold } from './charts.ts'
import { breakingPoint, sequenceLength } from './crossover.ts'
import { check, countSolutions, publishedCrossover, randomFormula } from './formulas.ts'
import {
  chanceOfMiss,
  expectedSolutions,
  samplesToKnow,
  varianceOfSolutions,
} from './identities.ts'
import { crossoverInterval } from './model.ts'
import { solve } from './solver.ts'

const chance = chanceOf('known-answers', 1, 1)

/**
 * How far the 95 % interval of the measured crossover is from `published` ± 0.06, in clauses per
 * variable; 0 where they meet.
 */
export function distanceFromPublished(
  variables: number,
  published: number,
  sequences: number,
): number {
  const breaking = Array.from({ length: sequences }, (_, i) => {
    const random = chance('sequence', variables, i)
    return drain(breakingPoint(randomFormula(variables, sequenceLength(variables), random)))
  })
  const { low, high } = crossoverInterval({ variables, breaking, interval: null }, chance)
  return Math.max(0, low - (published + 0.06), published - 0.06 - high)
}

const byVariables = [
  [20, 4.55, 400],
  [50, 4.36, 400],
  [75, 4.301678566, 400],
  [100, 4.31, 200],
] as const

/** Formula number `i` of those that MiniSat was given. */
export function oracleFormula(variables: number, i: number) {
  const clauses = Math.round(publishedCrossover(variables) * variables)
  return randomFormula(variables, clauses, chance('oracle', variables, i))
}

/** Which of 100 formulas MiniSat found satisfiable: a bit each, the first the highest. */
export const miniSatFound = [
  [20, '5b77e1a8eb8c5956f1bf695d4'],
  [50, 'e52084d87fff45f19587b9e27'],
  [75, 'bfeafef243549559a51c149ee'],
] as const

/** Whether MiniSat found formula number `i` satisfiable, by the recorded bits. */
export function recordedBit(bits: string, i: number): boolean {
  return ((Number.parseInt(bits[i >> 2] as string, 16) >> (3 - (i & 3))) & 1) === 1
}

function disagreements(variables: number, bits: string): number {
  const numbers = Array.from({ length: 4 * bits.length }, (_, i) => i)
  return numbers.filter((i) => {
    const { outcome } = solve(oracleFormula(variables, i), { rule: 'weighted' })
    return (outcome === 'satisfiable') !== recordedBit(bits, i)
  }).length
}

/** On how many random formulas search and trial of every assignment do not agree. */
export function bruteForceDisagreements(variables: number, clauses: number, count: number): number {
  const numbers = Array.from({ length: count }, (_, i) => i)
  return numbers.filter((i) => {
    const formula = randomFormula(variables, clauses, chance('brute', variables, clauses, i))
    const search = solve(formula, { rule: 'weighted' })
    const found = search.outcome === 'satisfiable'
    if (found && check(formula, search.assignment()).violated >= 0) return true
    return found !== countSolutions(formula) > 0
  }).length
}

/** The mean number of solutions of `count` formulas, and four standard errors of it. */
export function meanSolutions(variables: number, clauses: number, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const random = chance('solutions', variables, clauses, i)
    sum += countSolutions(randomFormula(variables, clauses, random))
  }
  return sum / count
}

/** Four standard errors of `meanSolutions`. */
export function fourErrors(variables: number, clauses: number, count: number): number {
  return 4 * Math.sqrt(varianceOfSolutions(variables, clauses) / count)
}

/** For how many coins Hoeffding's number of samples does not keep its promise. */
export function hoeffdingViolations(): number {
  const promises = [
    [0.05, 0.05],
    [0.1, 0.05],
    [0.1, 0.01],
  ] as const
  return promises.flatMap(([epsilon, delta]) => {
    const samples = Math.ceil(samplesToKnow(epsilon, delta))
    return [0.1, 0.3, 0.5, 0.7, 0.9].filter((bias) => chanceOfMiss(samples, bias, epsilon) > delta)
  }).length
}

export const knownAnswers: readonly KnownAnswer[] = [
  {
    id: 'ka-crawford-auton',
    statement:
      'Half of all uniform random 3-SAT formulas in n variables can be satisfied at 4.258 n + 58.26 n^(-2/3) clauses. The case is how far our 95 % interval is from the published value ± 0.06.',
    source: 'Crawford and Auton 1996',
    cases: [
      ...byVariables.map(([variables, published, sequences]): KnownCase => ({
        label: `${variables} variables, ${published} clauses per variable`,
        expected: 0,
        tolerance: 0,
        ours: () => distanceFromPublished(variables, published, sequences),
      })),
      {
        label: 'The fit at 75 variables',
        expected: 4.301678566,
        tolerance: 1e-9,
        ours: () => publishedCrossover(75),
      },
    ],
  },
  {
    id: 'ka-3sat-threshold',
    statement:
      'Long formulas cross over at about 4.267 clauses per variable. It is shown as a line in the chart; the case is that Crawford and Auton’s fit comes to it within 0.01 as formulas grow.',
    source: 'Mézard and Zecchina 2002; Mertens, Mézard and Zecchina 2006',
    cases: [
      {
        label: 'A million variables, by the fit',
        expected: longFormulaThreshold,
        tolerance: 0.01,
        ours: () => publishedCrossover(1_000_000),
      },
    ],
  },
  {
    id: 'ka-sat-oracle',
    statement:
      'Whether a formula can be satisfied does not depend on who answers: MiniSat, whose answers are recorded, trial of every assignment, and our search agree on all formulas.',
    source: 'MiniSat 2.2 (Eén and Sörensson 2003), as logic-solver has it; exhaustive trial',
    cases: [
      ...miniSatFound.map(([variables, bits]): KnownCase => ({
        label: `Disagreements with MiniSat on 100 formulas of ${variables} variables`,
        expected: 0,
        tolerance: 0,
        ours: () => disagreements(variables, bits),
      })),
      {
        label: 'Disagreements with trial of all assignments on 200 formulas of 10 variables',
        expected: 0,
        tolerance: 0,
        ours: () => bruteForceDisagreements(10, 45, 200),
      },
    ],
  },
  {
    id: 'ka-sat-first-moment',
    statement:
      'A random formula of n variables and m clauses has 2^n (7/8)^m solutions on average; the sample is held to four of its exact standard errors.',
    source: 'identity',
    cases: [
      {
        label: '12 variables, 36 clauses',
        expected: 33.46954873,
        tolerance: 1e-8,
        ours: () => expectedSolutions(12, 36),
      },
      {
        label: '12 variables, 36 clauses, mean of 400 formulas',
        expected: 33.46954873,
        tolerance: fourErrors(12, 36, 400),
        ours: () => meanSolutions(12, 36, 400),
      },
    ],
  },
  {
    id: 'ka-hoeffding',
    statement:
      'To know the mean of something between 0 and 1 within ε, but for a chance of δ, ln(2/δ) / (2 ε²) samples are enough.',
    source: 'Hoeffding 1963',
    cases: [
      {
        label: 'Samples for ε = 0.01 and δ = 0.05',
        expected: 18_444.39727057,
        tolerance: 1e-7,
        ours: () => samplesToKnow(0.01, 0.05),
      },
      {
        label: 'Coins for which the exact chance of a miss is above δ',
        expected: 0,
        tolerance: 0,
        ours: hoeffdingViolations,
      },
    ],
  },
]
