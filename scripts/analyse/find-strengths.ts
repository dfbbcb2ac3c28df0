import { bandOf } from '../../src/analysis/strength/band.ts'
import { evaluate, type Evaluation } from '../../src/analysis/strength/evaluate.ts'
import { basic, formulas, type FormulaName } from '../../src/analysis/strength/formulas.ts'
import type { Network, Scores } from '../../src/analysis/strength/network.ts'
import type { CycleReport, StrengthsReport } from '../../src/outputs/analysis-report.ts'

/** Strengths by the four formulas with their band, or by `basic` alone. */
export function findStrengths(
  network: Network,
  scores: Scores,
  names: readonly string[],
  formula: FormulaName,
): StrengthsReport {
  const base = Float64Array.from(network.elementOf, (element) => scores.base[element] as number)
  if (formula === basic.name) {
    const evaluation = evaluate(network, basic, scores)
    const { strength } = evaluation
    const byNode = Float64Array.from(network.elementOf, (element) => strength[element] as number)
    const cycles = cyclesOf(network, names, formula, evaluation)
    return { base, byFormula: new Map([[formula, byNode]]), cycles }
  }
  const band = bandOf(network, scores)
  return {
    base,
    byFormula: new Map(formulas.map(({ name }, i) => [name, band.byFormula[i] as Float64Array])),
    band,
    cycles: formulas.flatMap(({ name }, i) =>
      cyclesOf(network, names, name, band.evaluations[i] as Evaluation),
    ),
  }
}

function cyclesOf(
  { nodeOf }: Network,
  names: readonly string[],
  formula: FormulaName,
  { cycles }: Evaluation,
): readonly CycleReport[] {
  return cycles.map((cycle) => {
    const { start, end, kind } = cycle
    const isNode = (element: number) => (nodeOf[element] as number) >= 0
    const elements = Array.from({ length: end - start }, (_, i) => start + i).filter(isNode)
    const nodes = elements.map((element) => names[nodeOf[element] as number] as string)
    const equilibria =
      cycle.kind !== 'several'
        ? {}
        : {
            equilibria: cycle.equilibria.map((strength) =>
              elements.map((element) => strength[element - start] as number),
            ),
          }
    const certificate = cycle.kind === 'certified' ? { certificate: cycle.certificate } : {}
    return { formula, nodes, kind, ...certificate, ...equilibria }
  })
}
