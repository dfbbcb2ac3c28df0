import type { Evaluation } from '../strength/evaluate.ts'
import type { Formula } from '../strength/formulas.ts'
import { gate, group, node, type Network, type Range } from '../strength/network.ts'
import type { Pass } from '../strength/sweep.ts'
import { elementOfNode } from './cone.ts'

const accuracy = 1e-13
/** How many messages may be gone over in settling one cycle, and how often at most. */
const budget = { messages: 5e6, least: 100, most: 1e5 }

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
  const { elementOf, cycles, size } = network
  const pass = { network, formula, scores }
  const element = elementOfNode(network, topic, 'topic')
  const result = new Float64Array(elementOf.length)
  if (Number.isNaN(evaluation.strength[element])) return result.fill(Number.NaN)
  const adjoint = new Float64Array(size)
  adjoint[element] = 1
  // What comes after the topic, or after the cycle it stands in, does not reach it.
  let at = element + 1
  for (let c = cycles.length - 1; c >= 0; c--) {
    const range = cycles[c] as Range
    if (range.start > element) continue
    pullBack(pass, evaluation, adjoint, adjoint, range.end, at, result)
    pullThroughCycle(pass, evaluation, adjoint, range, result)
    at = range.start
  }
  pullBack(pass, evaluation, adjoint, adjoint, 0, at, result)
  return result
}

type Found = Pick<Evaluation, 'strength' | 'energy'>

/**
 * Adds to `into` what elements `start` up to `end`, the last first, hand on of their derivatives in
 * `adjoint` to what they depend on; the counterpart of `sweep`. Where there is a `result`, writes
 * the derivatives by their own base scores there, by node.
 */
function pullBack(
  pass: Pass,
  found: Found,
  adjoint: Float64Array,
  into: Float64Array,
  start: number,
  end: number,
  result?: Float64Array,
): void {
  const { formula } = pass
  const { type, first, source, through, sign, nodeOf } = pass.network
  const { base, weight, off } = pass.scores
  const { strength, energy } = found
  const isSum = formula.aggregation === 'sum'
  for (let p = end - 1; p >= start; p--) {
    const a = adjoint[p] as number
    if (a === 0 || off[p] === 1) continue
    if (type[p] === node && result !== undefined) {
      result[nodeOf[p]!] = a * formula.byBase(base[p]!, energy[p]!)
    }
    let m = first[p] as number
    const stop = first[p + 1] as number
    if (m === stop) continue
    if (type[p] === node ? !isSum : type[p] === group || formula.gates === 'product') {
      handOn(pass, found, a, into, p)
      continue
    }
    const slope = a * formula.byEnergy(base[p]!, energy[p]!)
    for (; m < stop; m++) {
      const g = through[m] as number
      if (g < 0) into[source[m]!]! += sign[m]! * slope * weight[m]!
      else {
        into[source[m]!]! += sign[m]! * slope * strength[g]!
        into[g]! += sign[m]! * slope * strength[source[m]!]!
      }
    }
  }
}

/** What an element that does not add up its messages hands on. */
function handOn(
  { network, formula, scores }: Pass,
  { strength, energy }: Found,
  adjoint: number,
  into: Float64Array,
  p: number,
): void {
  const { type, first, source, through, sign } = network
  const { base, weight } = scores
  const begin = first[p] as number
  const stop = first[p + 1] as number
  const weightOf = (m: number) => (through[m]! < 0 ? weight[m]! : strength[through[m]!]!)
  const messageOf = (m: number) => (weightOf(m) === 0 ? 0 : weightOf(m) * strength[source[m]!]!)
  const give = (m: number, slope: number) => {
    into[source[m]!]! += slope * weightOf(m)
    if (through[m]! >= 0) into[through[m]!]! += slope * strength[source[m]!]!
  }
  if (type[p] === group) {
    let least = begin
    for (let m = begin + 1; m < stop; m++) if (messageOf(m) < messageOf(least)) least = m
    return give(least, adjoint)
  }
  const slope = adjoint * (type[p] === gate ? base[p]! : formula.byEnergy(base[p]!, energy[p]!))
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
}

/** Solves for the derivatives of elements that depend on one another, and hands them on. */
function pullThroughCycle(
  pass: Pass,
  found: Found,
  adjoint: Float64Array,
  { start, end }: Range,
  result: Float64Array,
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
  pullBack(pass, found, solved, adjoint, start, end, result)
  adjoint.set(solved.subarray(start, end), start)
}
