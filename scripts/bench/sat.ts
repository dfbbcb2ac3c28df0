import Logic from 'logic-solver'
import {
  type Formula,
  publishedCrossover,
  randomFormula,
} from '../../src/experiments/checking-and-finding/formulas.ts'
import { solve } from '../../src/experiments/checking-and-finding/solver.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { median } from './measure.ts'

/** What MiniSat makes of a formula. */
export interface MiniSatAnswer {
  readonly satisfiable: boolean
  /** 1 true, 0 false by variable; null where nothing satisfies the formula. */
  readonly assignment: Uint8Array | null
  readonly counts: MiniSatCounts
}

export interface MiniSatCounts {
  readonly decisions: number
  readonly propagations: number
  readonly conflicts: number
}

/** Solves a formula with MiniSat 2.2, as the package logic-solver has it compiled. */
export function miniSat({ variables, clauses, literals }: Formula): MiniSatAnswer {
  const solver = new Logic._MiniSat()
  const address = addressOfSolver(solver._C.HEAPF64)
  solver.ensureVar(variables)
  for (let c = 0; c < clauses; c++) {
    solver.addClause([0, 1, 2].map((k) => signed(literals[3 * c + k] as number)))
  }
  const satisfiable = solver.solve()
  const solution = solver.getSolution()
  const assignment = satisfiable
    ? Uint8Array.from({ length: variables }, (_, v) => Number(solution[v + 1]))
    : null
  return { satisfiable, assignment, counts: countsAt(address, solver._C.HEAP32) }
}

function signed(literal: number): number {
  const variable = (literal >> 1) + 1
  return (literal & 1) === 1 ? -variable : variable
}

// The package exports no statistics, but the solver's fields lie in memory as `Solver.h` of MiniSat
// 2.2 declares them. A fresh solver is found by its defaults: the decay of variables and clauses,
// two doubles before the seed, and nine after it the factor by which learning grows. The counts are
// whole numbers of 64 bits from there on: solves, starts, decisions, random ones, propagations,
// conflicts.

/** The index in memory, in doubles, of the random seed of a solver that has not solved yet. */
function addressOfSolver(memory: Float64Array): number {
  for (let at = memory.indexOf(91_648_253); at >= 0; at = memory.indexOf(91_648_253, at + 1)) {
    if (memory[at - 3] === 0.95 && memory[at - 2] === 0.999 && memory[at + 9] === 1.5) return at
  }
  throw new Error('Expected the memory of logic-solver to hold a MiniSat 2.2 solver')
}

function countsAt(address: number, memory: Int32Array): MiniSatCounts {
  const count = (field: number) => memory[2 * (address + 10 + field)] as number
  if (count(0) !== 1) throw new Error('Expected the MiniSat solver to have solved once')
  return { decisions: count(2), propagations: count(4), conflicts: count(5) }
}

/** Both solvers on the same formulas of one size, medians. */
export interface SatRow {
  readonly variables: number
  readonly clauses: number
  readonly instances: number
  readonly satisfiable: number
  /** On how many formulas the two do not agree. */
  readonly disagreements: number
  readonly ourNodes: number
  /** Clauses that our search found violated; MiniSat counts the same events as conflicts. */
  readonly ourConflicts: number
  readonly miniSatDecisions: number
  readonly miniSatConflicts: number
}

/** Uniform random 3-SAT at the crossover, `instances` formulas of each size. */
export function measureSat(sizes: readonly number[], instances: number): readonly SatRow[] {
  const chance = chanceOf('bench-sat', 1, 1)
  return sizes.map((variables) => {
    const clauses = Math.round(publishedCrossover(variables) * variables)
    const formulas = Array.from({ length: instances }, (_, i) =>
      randomFormula(variables, clauses, chance('formula', variables, i)),
    )
    return { variables, clauses, instances, ...compare(formulas) }
  })
}

function compare(formulas: readonly Formula[]) {
  const answers = formulas.map((formula) => {
    let conflicts = 0
    const watch = ({ kind }: { readonly kind: string }) => {
      if (kind === 'conflict') conflicts++
    }
    const ours = solve(formula, { rule: 'weighted', watch })
    const satisfiable = ours.outcome === 'satisfiable'
    return { satisfiable, nodes: ours.nodes, conflicts, theirs: miniSat(formula) }
  })
  return {
    satisfiable: answers.filter(({ satisfiable }) => satisfiable).length,
    disagreements: answers.filter(({ satisfiable, theirs }) => satisfiable !== theirs.satisfiable)
      .length,
    ourNodes: median(answers.map(({ nodes }) => nodes)),
    ourConflicts: median(answers.map(({ conflicts }) => conflicts)),
    miniSatDecisions: median(answers.map(({ theirs }) => theirs.counts.decisions)),
    miniSatConflicts: median(answers.map(({ theirs }) => theirs.counts.conflicts)),
  }
}
