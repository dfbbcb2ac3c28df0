import type { Crux } from '../analysis/cruxes/cruxes.ts'
import type { Interaction } from '../analysis/cruxes/interaction.ts'
import type { Shapley } from '../analysis/cruxes/shapley.ts'
import type { Label } from '../analysis/labels/labelling.ts'
import type { FormulaName } from '../analysis/strength/formulas.ts'
import type { Settled } from '../analysis/strength/settle.ts'

/** What was found out about a map or a benchmark file; the parts that were asked for. */
export interface AnalysisReport {
  /** The folder or file. */
  readonly of: string
  readonly formula: FormulaName
  /** The reader's view that was applied, as a fragment. */
  readonly view?: string
  readonly nodes: readonly ReportedNode[]
  readonly labels?: LabelsReport
  readonly strengths?: StrengthsReport
  readonly topics?: readonly TopicReport[]
  readonly positions?: PositionsReport
}

/** A node by its number in the graph. */
export interface ReportedNode {
  readonly id: string
  readonly title?: string
}

/** Grounded labels. */
export interface LabelsReport {
  /** By node; undefined for a node that the view switches off. */
  readonly nodes: readonly (Label | undefined)[]
  /** Steps that are not `in`. */
  readonly steps: readonly { readonly id: string; readonly label: Label }[]
}

/** Strengths by node; NaN where there is no number. */
export interface StrengthsReport {
  readonly base: Float64Array
  readonly byFormula: ReadonlyMap<FormulaName, Float64Array>
  /** Over the four formulas; absent for `basic`, which has no band. */
  readonly band?: BandReport
  readonly cycles: readonly CycleReport[]
}

/** Lowest and highest strength over the formulas, and whether some are over 0.5 and some under. */
export interface BandReport {
  readonly lowest: ArrayLike<number>
  readonly highest: ArrayLike<number>
  readonly dependsOnFormula: ArrayLike<number>
}

/** What became of one cycle by one formula. */
export interface CycleReport {
  readonly formula: FormulaName
  /** Ids. */
  readonly nodes: readonly string[]
  readonly kind: Settled['kind']
  readonly certificate?: string
  /** Strengths in the order of `nodes`. */
  readonly equilibria?: readonly (readonly number[])[]
}

/** What would change the strength of one node. */
export interface TopicReport {
  /** Node number. */
  readonly topic: number
  readonly strength: number
  readonly base: number
  /** Largest swing first; as many as were asked for, none where the topic has no number. */
  readonly cruxes: readonly Crux[]
  /** Whether the search for cruxes was given up. */
  readonly isTooLong: boolean
  /** How many nodes reach the topic. */
  readonly reaching: number
  readonly interactions: readonly Interaction[]
  /** Absent where they were not asked for, or would have taken too long. */
  readonly shapley?: Shapley
  readonly isShapleyTooSlow?: boolean
}

/** Which arguments can stand together; each answer is kept apart from the others. */
export interface PositionsReport {
  readonly semantics: 'complete' | 'preferred' | 'stable'
  readonly budget: number
  /** `some`: the budget ended before all were found. */
  readonly status: 'all' | 'some' | 'none'
  /** Exact where all were found, else how many there are at least. */
  readonly count: bigint
  /** Node numbers of those that are accepted; as many positions as were asked for. */
  readonly shown: readonly (readonly number[])[]
  /** By node; undefined for a node that the view switches off. */
  readonly acceptance: readonly (Acceptance | undefined)[]
  /** The argument that was asked about, by node number. */
  readonly asked?: number
}

/**
 * In all positions; in some, but not in all if all were found; in none; there is no position; the
 * budget ended before there was an answer.
 */
export type Acceptance = 'all' | 'some' | 'none' | 'no position' | 'not decided'
