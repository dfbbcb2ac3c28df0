import type { Random } from '../contract.ts'
import { type BranchingRule, branchOn, clauseWeights, FREE } from './branching.ts'
import { type Formula, occurrences } from './formulas.ts'

export type Outcome = 'satisfiable' | 'unsatisfiable' | 'given up'

/** What a search tells whoever watches it. `clause` is the one that forces or fails. */
export type SearchEvent =
  | { readonly kind: 'decide'; readonly literal: number }
  | { readonly kind: 'propagate'; readonly literal: number; readonly clause: number }
  | { readonly kind: 'conflict'; readonly clause: number }
  | { readonly kind: 'backtrack'; readonly literal: number }

export interface SearchOptions {
  readonly rule: BranchingRule
  /** For the rule `random`. */
  readonly random?: Random
  /** The search is given up when it has visited so many nodes. */
  readonly mostNodes?: number
  readonly watch?: (event: SearchEvent) => void
}

/**
 * The search of Davis, Logemann and Loveland (1962): unit propagation, branching, and on a conflict
 * back to the last branch whose other side is untried. It can be stopped and taken up again.
 *
 * `reads` counts how often a literal in a clause is read: once for each clause in which a variable
 * stands when it is given a value, once more when the value is taken back, and each literal looked
 * at to find the one that a clause forces. What the branching rule reads is not counted.
 * `nodes` counts the root and each side of a branch that is entered.
 */
export class Search {
  reads = 0
  nodes = 1
  outcome: Outcome | undefined
  /** 1 true, 0 false, 2 without a value. */
  readonly values: Uint8Array

  readonly #formula: Formula
  readonly #options: SearchOptions
  readonly #starts: Int32Array
  readonly #clausesOf: Int32Array
  readonly #trues: Uint8Array
  readonly #falses: Uint8Array
  readonly #weight: Int32Array
  readonly #trail: Int32Array
  #set = 0
  #unsatisfied: number
  // Literals that clauses force and that have no value yet, each with its clause.
  readonly #forced: Int32Array
  readonly #forcing: Int32Array
  #waiting = 0
  #failed = -1
  // Where on the trail each branch stands whose other side is untried.
  readonly #branches: Int32Array
  #depth = 0

  constructor(formula: Formula, options: SearchOptions) {
    const { variables, clauses } = formula
    this.#formula = formula
    this.#options = options
    this.values = new Uint8Array(variables).fill(FREE)
    this.#trues = new Uint8Array(clauses)
    this.#falses = new Uint8Array(clauses)
    this.#trail = new Int32Array(variables)
    this.#branches = new Int32Array(variables)
    this.#forced = new Int32Array(clauses)
    this.#forcing = new Int32Array(clauses)
    this.#unsatisfied = clauses
    const { starts, clausesOf, counts } = occurrences(formula)
    this.#starts = starts
    this.#clausesOf = clausesOf
    this.#weight = counts
  }

  /**
   * Searches until it has an outcome or has read `reads` literals more. Returns whether it has an
   * outcome.
   */
  advance(reads = Infinity): boolean {
    const until = this.reads + reads
    const mostNodes = this.#options.mostNodes ?? Infinity
    while (this.outcome === undefined && this.reads < until) {
      this.#propagate()
      const failed = this.#failed >= 0
      if (failed && this.#depth === 0) this.outcome = 'unsatisfiable'
      else if (!failed && this.#unsatisfied === 0) this.outcome = 'satisfiable'
      else if (this.nodes >= mostNodes) this.outcome = 'given up'
      else if (failed) this.#backtrack()
      else this.#branch()
    }
    return this.outcome !== undefined
  }

  /** The values so far, with false for variables without one; a solution where it is satisfiable. */
  assignment(): Uint8Array {
    return this.values.map((value) => value & 1)
  }

  #propagate(): void {
    while (this.#waiting > 0 && this.#failed < 0) {
      this.#waiting--
      const literal = this.#forced[this.#waiting] as number
      if (this.values[literal >> 1] !== FREE) continue
      const clause = this.#forcing[this.#waiting] as number
      this.#options.watch?.({ kind: 'propagate', literal, clause })
      this.#assign(literal)
    }
    this.#waiting = 0
    if (this.#failed >= 0) this.#options.watch?.({ kind: 'conflict', clause: this.#failed })
  }

  #branch(): void {
    const literal = branchOn[this.#options.rule](this.values, this.#weight, this.#options.random)
    this.#options.watch?.({ kind: 'decide', literal })
    this.#branches[this.#depth++] = this.#set
    this.nodes++
    this.#assign(literal)
  }

  #backtrack(): void {
    this.#failed = -1
    const start = this.#branches[--this.#depth] as number
    const literal = (this.#trail[start] as number) ^ 1
    while (this.#set > start) this.#takeBack()
    this.#options.watch?.({ kind: 'backtrack', literal })
    this.nodes++
    this.#assign(literal)
  }

  #assign(literal: number): void {
    const [trues, falses] = [this.#trues, this.#falses]
    this.values[literal >> 1] = 1 - (literal & 1)
    this.#trail[this.#set++] = literal
    const start = this.#starts[literal] as number
    const end = this.#starts[literal + 1] as number
    for (let i = start; i < end; i++) {
      const clause = this.#clausesOf[i] as number
      if (trues[clause] === 0) {
        this.#unsatisfied--
        this.#weigh(clause, -(clauseWeights[falses[clause] as number] as number))
      }
      trues[clause] = (trues[clause] as number) + 1
    }
    this.reads += end - start
    this.#falsify(literal ^ 1)
  }

  #falsify(literal: number): void {
    const [trues, falses] = [this.#trues, this.#falses]
    const start = this.#starts[literal] as number
    const end = this.#starts[literal + 1] as number
    for (let i = start; i < end; i++) {
      const clause = this.#clausesOf[i] as number
      const now = (falses[clause] as number) + 1
      falses[clause] = now
      if (trues[clause] !== 0) continue
      this.#weigh(clause, (clauseWeights[now] as number) - (clauseWeights[now - 1] as number))
      if (now === 2) this.#force(clause)
      else if (now === 3) this.#failed = clause
    }
    this.reads += end - start
  }

  #force(clause: number): void {
    const { literals } = this.#formula
    let at = 3 * clause
    while (this.values[(literals[at] as number) >> 1] !== FREE) at++
    this.reads += at - 3 * clause + 1
    this.#forced[this.#waiting] = literals[at] as number
    this.#forcing[this.#waiting++] = clause
  }

  #takeBack(): void {
    const [trues, falses] = [this.#trues, this.#falses]
    const literal = this.#trail[--this.#set] as number
    this.values[literal >> 1] = FREE
    const opposite = literal ^ 1
    for (
      let i = this.#starts[opposite] as number;
      i < (this.#starts[opposite + 1] as number);
      i++
    ) {
      const clause = this.#clausesOf[i] as number
      const before = (falses[clause] as number) - 1
      falses[clause] = before
      if (trues[clause] !== 0) continue
      this.#weigh(clause, (clauseWeights[before] as number) - (clauseWeights[before + 1] as number))
    }
    for (let i = this.#starts[literal] as number; i < (this.#starts[literal + 1] as number); i++) {
      const clause = this.#clausesOf[i] as number
      const left = (trues[clause] as number) - 1
      trues[clause] = left
      if (left !== 0) continue
      this.#unsatisfied++
      this.#weigh(clause, clauseWeights[falses[clause] as number] as number)
    }
    const first = literal & ~1
    this.reads += (this.#starts[first + 2] as number) - (this.#starts[first] as number)
  }

  #weigh(clause: number, change: number): void {
    const { literals } = this.#formula
    for (let at = 3 * clause; at < 3 * clause + 3; at++) {
      const literal = literals[at] as number
      this.#weight[literal] = (this.#weight[literal] as number) + change
    }
  }
}

/** Searches to the end without pause. */
export function solve(formula: Formula, options: SearchOptions): Search {
  const search = new Search(formula, options)
  search.advance()
  return search
}
