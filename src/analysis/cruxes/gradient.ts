import type { Evaluation } from '../strength/evaluate.ts'
import type { Formula } from '../strength/formulas.ts'
import { gate, group, type Network, type Range } from '../strength/network.ts'
import type { Pass } from '../strength/sweep.ts'
import { elementOfNode } from './cone.ts'

const accuracy = 1e-13
/** How many messages may be gone over in settling one cycle, and how often at most. */
const budget = { messages: 2e7, least: 100, most: 1e5 }

/**
 * The derivative of a topic's strength by the base score of every node, by node number; 0 for what
 * is left out or does not reach the topic. All in one pass backwards over what `evaluate` found
 * (reverse mode); through a cycle by implicit differentiation, NaN where that does not settle. All
 * are NaN where the topic has no number. At a kink it is the derivative of one side: of linked
 * premises that are equally weak the first counts.
 */
export function gradient(
  network: Network,
  formula: Formula,
  evaluation: Evaluation,
  topic: number,
  scores = network.scores,
): Float64Array {
  const { elementOf, nodeOf, cycles, size } = network
  const pass = { network, formula, scores }
  const element = elementOfNode(network, topic, 'topic')
  const result = new Float64Array(elementOf.length)
  if (Number.isNaN(evaluation.strength[element])) return result.fill(Number.NaN)
  const adjoint = new Float64Array(size)
  adjoint[element] = 1
  let at = size
  for (let c = cycles.length - 1; c >= 0; c--) {
    const range = cycles[c] as Range
    pullBack(pass, evaluation, adjoint, adjoint, range.end, at)
    pullThroughCycle(pass, evaluation, adjoint, range)
    at = range.start
  }
  pullBack(pass, evaluation, adjoint, adjoint, 0, at)
  for (let p = 0; p < size; p++) {
    const a = adjoint[p] as number
    if (a === 0 || nodeOf[p]! < 0 || scores.off[p] === 1) continue
    result[nodeOf[p]!] = a * formula.byBase(scores.base[p]!, evaluation.energy[p]!)
  }
  return result
}

type Found = Pick<Evaluation, 'strength' | 'energy'>

/**
 * Adds to `into` what elements `start` up to `end`, the last first, hand on of their derivatives in
 * `adjoint` to what they depend on; the counterpart of `sweep`.
 */
function pullBack(
  { network, formula, scores }: Pass,
  { strength, energy }: Found,
  adjoint: Float64Array,
  into: Float64Array,
  start: number,
  end: number,
): void {
  const { type, first, source, through, sign } = network
  const { base, weight, off } = scores
  const isProduct = formula.aggregation === 'product'
  const isGateProduct = formula.gates === 'product'
  const weightOf = (m: number) => (through[m]! < 0 ? weight[m]! : strength[through[m]!]!)
  const messageOf = (m: number) => {
    const w = weightOf(m)
    return w === 0 ? 0 : w * strength[source[m]!]!
  }
  const give = (m: number, slope: number) => {
    const s = source[m] as number
    const g = through[m] as number
    into[s]! += slope * (g < 0 ? weight[m]! : strength[g]!)
    if (g >= 0) into[g]! += slope * strength[s]!
  }
  for (let p = end - 1; p >= start; p--) {
    const a = adjoint[p] as number
    const begin = first[p] as number
    const stop = first[p + 1] as number
    if (a === 0 || off[p] === 1 || begin === stop) continue
    const kind = type[p] as number
    if (kind === group) {
      let least = begin
      for (let m = begin + 1; m < stop; m++) if (messageOf(m) < messageOf(least)) least = m
      give(least, a)
    } else if (kind === gate ? isGateProduct : isProduct) {
      const slope = a * (kind === gate ? base[p]! : formula.byEnergy(base[p]!, energy[p]!))
      // What attackers, and what supporters, leave; factors of 0 are counted, not multiplied.
      let left = 1
      let leftBySupport = 1
      let zeros = 0
      let zerosBySupport = 0
      for (let m = begin; m < stop; m++) {
        const rest = 1 - messageOf(m)
        if (sign[m]! < 0) rest === 0 ? zeros++ : (left *= rest)
        else rest === 0 ? zerosBySupport++ : (leftBySupport *= rest)
      }
      for (let m = begin; m < stop; m++) {
        const rest = 1 - messageOf(m)
        const product = sign[m]! < 0 ? left : leftBySupport
        const others = (sign[m]! < 0 ? zeros : zerosBySupport) - (rest === 0 ? 1 : 0)
        if (others === 0) give(m, (sign[m]! * slope * product) / (rest || 1))
      }
    } else {
      const slope = a * formula.byEnergy(base[p]!, energy[p]!)
      if (slope === 0) continue
      for (let m = begin; m < stop; m++) {
        if (through[m]! < 0) into[source[m]!]! += sign[m]! * slope * weight[m]!
        else give(m, sign[m]! * slope)
      }
    }
  }
}

/** Solves for the derivatives of elements that depend on one another, and hands them on. */
function pullThroughCycle(
  pass: Pass,
  found: Found,
  adjoint: Float64Array,
  { start, end }: Range,
): void {
  const seed = adjoint.slice(start, end)
  if (seed.every((slope) => slope === 0)) return
  const { first } = pass.network
  const messages = first[end]! - first[start]!
  const steps = Math.min(budget.most, Math.max(budget.least, budget.messages / messages))
  let solved = adjoint.slice(0, end)
  let next = new Float64Array(end)
  let change = Number.POSITIVE_INFINITY
  for (let step = 0; step < steps && change > accuracy; step++) {
    next.set(seed, start)
    pullBack(pass, found, solved, next, start, end)
    change = 0
    for (let p = start; p < end; p++) {
      const moved = Math.abs(next[p]! - solved[p]!) / Math.max(1, Math.abs(next[p]!))
      if (!(moved <= change)) change = moved
    }
    ;[solved, next] = [next, solved]
  }
  if (!(change <= accuracy)) solved.fill(Number.NaN, start, end)
  pullBack(pass, found, solved, adjoint, start, end)
  adjoint.set(solved.subarray(start, end), start)
}
