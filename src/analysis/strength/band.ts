import { evaluate, type Evaluation } from './evaluate.ts'
import { formulas, type Formula } from './formulas.ts'
import type { Network, Scores } from './network.ts'

/** Strengths by all formulas of the band; the arrays are by node of the graph. */
export interface Band {
  /** By the default formula; NaN where it has no number. */
  readonly strength: Float64Array
  /** Over the formulas that have a number; NaN where none has. */
  readonly lowest: Float64Array
  readonly highest: Float64Array
  /** 1 where some formulas give less than 0.5 and others more. */
  readonly dependsOnFormula: Uint8Array
  /** By each of `formulas`, in that order; NaN where it has no number. */
  readonly byFormula: readonly Float64Array[]
  /** As found, by element, with what became of each cycle; in the order of `formulas`. */
  readonly evaluations: readonly Evaluation[]
}

/** Strengths nearer to 0.5 than this are on neither side of it. */
const onNeitherSide = 1e-9

/** The strengths of all nodes by the four formulas, with the scores of the graph or a reader's. */
export function bandOf(network: Network, scores: Scores = network.scores): Band {
  const evaluations = formulas.map((formula) => evaluate(network, formula, scores))
  const byFormula = evaluations.map(({ strength }) =>
    Float64Array.from(network.elementOf, (element) => strength[element]!),
  )
  const strength = byFormula[0] as Float64Array
  const lowest = strength.slice()
  const highest = strength.slice()
  for (const each of byFormula) {
    for (let v = 0; v < each.length; v++) {
      const s = each[v] as number
      // A bound that is still NaN gives way to any number.
      if (!(lowest[v]! <= s) && !Number.isNaN(s)) lowest[v] = s
      if (!(highest[v]! >= s) && !Number.isNaN(s)) highest[v] = s
    }
  }
  const dependsOnFormula = Uint8Array.from(lowest, (low, v) =>
    low < 0.5 - onNeitherSide && highest[v]! > 0.5 + onNeitherSide ? 1 : 0,
  )
  return { strength, lowest, highest, dependsOnFormula, byFormula, evaluations }
}

/** The formulas by which a node of the graph has no number, because it depends on a cycle. */
export function formulasWithout({ byFormula }: Band, node: number): readonly Formula[] {
  return formulas.filter((_, at) => Number.isNaN(byFormula[at]![node]))
}
