import { findCruxes, type Crux } from '../../../src/analysis/cruxes/cruxes.ts'
import { findInteractions } from '../../../src/analysis/cruxes/interaction.ts'
import { startProbe } from '../../../src/analysis/cruxes/probe.ts'
import { drawResponse, type Response } from '../../../src/analysis/cruxes/response.ts'
import { findShapley, type Shapley } from '../../../src/analysis/cruxes/shapley.ts'
import type { Formula } from '../../../src/analysis/strength/formulas.ts'
import type { Network } from '../../../src/analysis/strength/network.ts'
import { drain } from '../../../src/core/drain.ts'

/** The response of a topic to one node's base score, both by node number. */
export function respond(
  network: Network,
  formula: Formula,
  topic: number,
  vary: number,
): Response {
  const base = network.scores.base[network.elementOf[vary] as number] as number
  return drain(drawResponse(startProbe(network, formula, topic), vary, base))
}

/** The notable pairs among some nodes. */
export function interactions(
  network: Network,
  formula: Formula,
  topic: number,
  nodes: readonly number[],
) {
  return drain(findInteractions(startProbe(network, formula, topic), nodes))
}

/** The cruxes of a topic where the work that is allowed suffices, as it does in small graphs. */
export function cruxesOf(...given: Parameters<typeof findCruxes>): readonly Crux[] {
  return found(drain(findCruxes(...given)))
}

/** Shapley values, of which the same holds. */
export function sharesOf(...given: Parameters<typeof findShapley>): Shapley {
  return found(drain(findShapley(...given)))
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Expected the work that is allowed to suffice')
  return value
}
