import type { Random } from '../contract.ts'
import { power } from '../lib/elementary.ts'

/**
 * A formula in which each clause has three literals. Variables are numbered from 0; the literal of
 * variable v is 2v, that of its negation 2v + 1, so that `literal ^ 1` is the opposite.
 */
export interface Formula {
  readonly variables: number
  /** How many clauses count; `literals` may hold more. */
  readonly clauses: number
  /** Three literals a clause, clause by clause. */
  readonly literals: Int32Array
}

/**
 * Uniform random 3-SAT: each clause has three different variables, each negated with chance 1/2,
 * and clauses are drawn independently, so one may come twice. `variables` is 3 or more. Of two
 * formulas from streams at one address, the shorter is the beginning of the longer.
 */
export function randomFormula(variables: number, clauses: number, random: Random): Formula {
  const literals = new Int32Array(3 * clauses)
  for (let c = 0; c < clauses; c++) {
    const a = random.below(variables)
    let b = random.below(variables)
    while (b === a) b = random.below(variables)
    let d = random.below(variables)
    while (d === a || d === b) d = random.below(variables)
    const signs = random.below(8)
    literals[3 * c] = 2 * a + (signs & 1)
    literals[3 * c + 1] = 2 * b + ((signs >> 1) & 1)
    literals[3 * c + 2] = 2 * d + (signs >> 2)
  }
  return { variables, clauses, literals }
}

/** The formula of the first so many clauses, at most as many as there are; nothing is copied. */
export function firstClauses(formula: Formula, clauses: number): Formula {
  return { ...formula, clauses }
}

/** The clauses of each literal, one literal after the other; those of l begin at `starts[l]`. */
export function occurrences({ variables, clauses, literals }: Formula) {
  const counts = new Int32Array(2 * variables)
  for (let at = 0; at < 3 * clauses; at++) {
    const literal = literals[at] as number
    counts[literal] = (counts[literal] as number) + 1
  }
  const starts = new Int32Array(2 * variables + 1)
  for (let l = 0; l < 2 * variables; l++)
    starts[l + 1] = (starts[l] as number) + (counts[l] as number)
  const next = starts.slice()
  const clausesOf = new Int32Array(3 * clauses)
  for (let at = 0; at < 3 * clauses; at++) {
    const literal = literals[at] as number
    const slot = next[literal] as number
    clausesOf[slot] = (at - (at % 3)) / 3
    next[literal] = slot + 1
  }
  return { starts, clausesOf, counts }
}

/** What going through a formula with one assignment found. */
export interface Check {
  /** The first clause that the assignment does not satisfy, -1 where it satisfies all. */
  readonly violated: number
  /** How many literals were read. */
  readonly reads: number
}

/**
 * Checks one assignment: reads each clause up to its first true literal, and all clauses, also
 * after a violated one. `assignment` has 1 for true and 0 for false, a number for each variable.
 */
export function check(formula: Formula, assignment: ArrayLike<number>): Check {
  const { clauses, literals } = formula
  let violated = -1
  let reads = 0
  for (let c = 0; c < clauses; c++) {
    let k = 0
    while (k < 3 && !isTrue(literals[3 * c + k] as number, assignment)) k++
    reads += Math.min(k + 1, 3)
    if (k === 3 && violated < 0) violated = c
  }
  return { violated, reads }
}

function isTrue(literal: number, assignment: ArrayLike<number>): boolean {
  return assignment[literal >> 1] === 1 - (literal & 1)
}

/** How many of all assignments satisfy a formula, by trying each; for at most 20 variables. */
export function countSolutions(formula: Formula): number {
  const assignment = new Uint8Array(formula.variables)
  let solutions = 0
  for (let code = 0; code < 1 << formula.variables; code++) {
    for (let v = 0; v < formula.variables; v++) assignment[v] = (code >> v) & 1
    if (check(formula, assignment).violated < 0) solutions++
  }
  return solutions
}

/**
 * How many clauses above `ratio` times `variables` Crawford and Auton (1996) add for small
 * formulas: 58.26 n^(-2/3).
 */
export function smallFormulaTerm(variables: number): number {
  return 58.26 * power(variables, -2 / 3)
}

/**
 * Clauses per variable at which half of all uniform random 3-SAT formulas are satisfiable, as
 * Crawford and Auton (1996) fitted it: m = 4.258 n + 58.26 n^(-2/3).
 */
export function publishedCrossover(variables: number): number {
  return 4.258 + smallFormulaTerm(variables) / variables
}
