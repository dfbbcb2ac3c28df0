import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { quadraticEnergy, type Formula } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores, type Network } from '../../../src/analysis/strength/network.ts'
import { byNode } from './arbitraries.ts'

/** Strengths by node of the graph. */
export function strengths(graph: CompactGraph, by: Formula = quadraticEnergy): readonly number[] {
  const network = compileNetwork(graph)
  return byNode(network, evaluate(network, by).strength)
}

/** Strengths by node where one is off. */
export function strengthsOff(network: Network, by: Formula, node: number): readonly number[] {
  const scores = copyScores(network.scores)
  scores.off[network.elementOf[node]!] = 1
  return byNode(network, evaluate(network, by, scores).strength)
}
