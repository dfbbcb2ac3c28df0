import type { SettingTable } from '../contract.ts'
import { chanceOf } from '../lib/random.ts'
import type { BranchingRule } from './branching.ts'
import { check, type Formula, randomFormula } from './formulas.ts'
import { Search, type SearchEvent } from './solver.ts'

// The search on one small formula, step by step, as plain data: made once, then paged through.
// Here variables are numbered from 1 as readers see them, and a literal is a signed number: 3 is
// “x3 is true”, -3 is “x3 is false”.

export type StepperSettings = {
  readonly variables: number
  readonly ratio: number
  readonly branching: BranchingRule
}

/** What the reader of the stepper can set beside the seed. */
export const stepperSettings: SettingTable<StepperSettings> = {
  variables: {
    type: 'number',
    label: 'Variables',
    help: 'How many variables the formula has.',
    min: 4,
    max: 12,
    step: 1,
  },
  ratio: {
    type: 'number',
    label: 'Clauses per variable',
    help: 'More clauses leave fewer assignments that satisfy all of them.',
    min: 2,
    max: 8,
    step: 0.25,
  },
  branching: {
    type: 'choice',
    label: 'Branching rule',
    help: 'How the search chooses what to try when no clause forces a value.',
    options: [
      { value: 'weighted', label: 'The variable that weighs most in short clauses' },
      { value: 'first', label: 'The first variable' },
      { value: 'random', label: 'Any variable' },
    ],
  },
}

/** With these and the root seed of publication the search meets conflicts before it ends. */
export const stepperDefaults: StepperSettings = { variables: 8, ratio: 5, branching: 'weighted' }

export const stepKinds = [
  'start',
  'decide',
  'propagate',
  'conflict',
  'backtrack',
  'solution',
  'refuted',
] as const
/**
 * - `start`: nothing has a value; always the first step.
 * - `decide`: no clause forces anything; one side of a branch is entered.
 * - `propagate`: a clause with two false literals forces its third.
 * - `conflict`: a clause has three false literals.
 * - `backtrack`: values are taken back to the last branch with an untried side, which is entered.
 * - `solution` or `refuted`: the last step, and always one of the two.
 */
export type StepKind = (typeof stepKinds)[number]

export interface TraceStep {
  readonly kind: StepKind
  /** What happens in this step, for readers. */
  readonly sentence: string
  /** Index in `clauses` of the clause that forces (`propagate`) or fails (`conflict`). */
  readonly clause: number | null
  /** The literal that becomes true (`decide`, `propagate`, `backtrack`). */
  readonly literal: number | null
  /** All literals that are true after this step, in the order in which they became so. */
  readonly assigned: readonly number[]
  /** Those of `assigned` that were chosen and whose other side is still untried. */
  readonly open: readonly number[]
  /** Nodes of the search tree that have been entered, the root among them. */
  readonly nodes: number
}

/** A search from start to end. Plain data: it can be stored, sent and compared. */
export interface Trace {
  readonly variables: number
  /** Three signed literals a clause. */
  readonly clauses: readonly (readonly number[])[]
  /** Two or more; the first is `start`, the last `solution` or `refuted`. */
  readonly steps: readonly TraceStep[]
  readonly satisfiable: boolean
  /** How many literals the whole search read. */
  readonly searchReads: number
  /** How many literals are read to check one assignment against every clause. */
  readonly checkReads: number
}

/** What a clause comes to under the literals that are true. */
export type ClauseState = 'satisfied' | 'open' | 'forcing' | 'violated'

/**
 * The trace of a search. The formula is that of the address `('stepper', variables, clauses)` with
 * `seed`, a whole number from 0 to 2^32 - 1; `settings` are within the bounds of `stepperSettings`.
 */
export function traceOf(settings: StepperSettings, seed: number): Trace {
  const { variables, ratio, branching } = settings
  const clauses = Math.round(ratio * variables)
  const chance = chanceOf('checking-and-finding', 1, seed)
  const formula = randomFormula(variables, clauses, chance('stepper', variables, clauses))
  return traceFormula(formula, branching, chance('stepper', variables, clauses, 'branching'))
}

function traceFormula(
  formula: Formula,
  rule: BranchingRule,
  random: ReturnType<ReturnType<typeof chanceOf>>,
): Trace {
  const clauses = signedClauses(formula)
  const recorder = new Recorder(clauses, rule)
  recorder.add('start', startSentence(formula.variables, clauses.length))
  const search = new Search(formula, { rule, random, watch: (event) => recorder.hear(event) })
  search.advance()
  const satisfiable = search.outcome === 'satisfiable'
  const { reads } = check(formula, search.assignment())
  const end = satisfiable ? solutionSentence(search.reads, reads) : refutedSentence(search.reads)
  recorder.add(satisfiable ? 'solution' : 'refuted', end)
  return {
    variables: formula.variables,
    clauses,
    steps: recorder.steps,
    satisfiable,
    searchReads: search.reads,
    checkReads: reads,
  }
}

/** What a clause comes to when the literals in `assigned` are true. */
export function clauseState(clause: readonly number[], assigned: readonly number[]): ClauseState {
  if (clause.some((literal) => assigned.includes(literal))) return 'satisfied'
  const open = clause.filter((literal) => !assigned.includes(-literal)).length
  return open === 0 ? 'violated' : open === 1 ? 'forcing' : 'open'
}

/** A literal for readers, such as `not x3`. */
export function literalText(literal: number): string {
  return literal < 0 ? `not x${-literal}` : `x${literal}`
}

/** A clause for readers, such as `x1 or not x3 or x4`. */
export function clauseText(clause: readonly number[]): string {
  return clause.map(literalText).join(' or ')
}

function signedClauses({ clauses, literals }: Formula): readonly (readonly number[])[] {
  return Array.from({ length: clauses }, (_, c) =>
    [0, 1, 2].map((k) => signed(literals[3 * c + k] as number)),
  )
}

function signed(literal: number): number {
  const variable = (literal >> 1) + 1
  return (literal & 1) === 1 ? -variable : variable
}

class Recorder {
  readonly steps: TraceStep[] = []
  readonly #clauses: readonly (readonly number[])[]
  readonly #rule: BranchingRule
  #assigned: readonly number[] = []
  #open: readonly number[] = []
  #nodes = 1

  constructor(clauses: readonly (readonly number[])[], rule: BranchingRule) {
    this.#clauses = clauses
    this.#rule = rule
  }

  add(
    kind: StepKind,
    sentence: string,
    clause: number | null = null,
    literal: number | null = null,
  ) {
    const [assigned, open, nodes] = [this.#assigned, this.#open, this.#nodes]
    this.steps.push({ kind, sentence, clause, literal, assigned, open, nodes })
  }

  hear(event: SearchEvent): void {
    if (event.kind === 'conflict') {
      const sentence = conflictSentence(event.clause, this.#text(event.clause))
      this.add('conflict', sentence, event.clause)
      return
    }
    const literal = signed(event.literal)
    if (event.kind === 'propagate') {
      this.#assigned = [...this.#assigned, literal]
      const sentence = propagateSentence(event.clause, this.#text(event.clause), literal)
      this.add('propagate', sentence, event.clause, literal)
      return
    }
    this.#nodes++
    if (event.kind === 'decide') {
      this.#open = [...this.#open, literal]
      this.#assigned = [...this.#assigned, literal]
      this.add('decide', decideSentence[this.#rule](literal), null, literal)
      return
    }
    this.#open = this.#open.slice(0, -1)
    this.#assigned = [...this.#assigned.slice(0, this.#assigned.indexOf(-literal)), literal]
    this.add('backtrack', backtrackSentence(literal), null, literal)
  }

  #text(clause: number): string {
    return clauseText(this.#clauses[clause] ?? [])
  }
}

function value(literal: number): string {
  return literal > 0 ? 'true' : 'false'
}

function startSentence(variables: number, clauses: number): string {
  return `No variable has a value yet. All ${clauses} clauses in ${variables} variables must hold at once.`
}

const decideSentence: Readonly<Record<BranchingRule, (literal: number) => string>> = {
  weighted: (literal) =>
    `No clause forces a value. x${Math.abs(literal)} weighs most in the clauses still open: ` +
    `try it as ${value(literal)}.`,
  first: (literal) =>
    `No clause forces a value. x${Math.abs(literal)} is the first without one: ` +
    `try it as ${value(literal)}.`,
  random: (literal) =>
    `No clause forces a value. x${Math.abs(literal)} is drawn by lot: try it as ${value(literal)}.`,
}

function propagateSentence(clause: number, text: string, literal: number): string {
  return (
    `Clause ${clause + 1} (${text}) has two false literals, ` +
    `so x${Math.abs(literal)} has to be ${value(literal)}.`
  )
}

function conflictSentence(clause: number, text: string): string {
  return `Clause ${clause + 1} (${text}) has three false literals: these values cannot all stand.`
}

function backtrackSentence(literal: number): string {
  const name = `x${Math.abs(literal)}`
  return (
    `The last choice with an untried side was ${name} as ${value(-literal)}. ` +
    `Take it back with all that came after, and set ${name} to ${value(literal)}.`
  )
}

function solutionSentence(searched: number, checked: number): string {
  return (
    'Every clause has a true literal: an answer is found. ' +
    `The search read ${searched} literals; to check the answer takes ${checked}.`
  )
}

function refutedSentence(searched: number): string {
  return (
    'No choice is left to take back: nothing satisfies all clauses. ' +
    `The search read ${searched} literals, and there is no answer to check instead of it.`
  )
}
