import { drain } from '../../core/drain.ts'
import type { Evaluation } from '../strength/evaluate.ts'
import type { Formula } from '../strength/formulas.ts'
import type { Network } from '../strength/network.ts'
import { startProbe, type Probe } from './probe.ts'

/**
 * Shapley values of the nodes that reach a topic: how they share what lies between the topic's
 * strength and the strength it has without all of them. That is its base score, but for a topic
 * that acts on itself.
 */
export interface Shapley {
  /** By node number; 0 for the topic and what does not reach it. */
  readonly value: Float64Array
  /** Standard error of each value; 0 where exact, NaN after a single pair of permutations. */
  readonly error: Float64Array
  /** What the values add up to, but for rounding. */
  readonly sum: number
  /** How many pairs of permutations were sampled; 0 where the values are exact. */
  readonly pairs: number
}

/** How to sample, where there are too many players. */
export interface Sampling {
  /** Pairs of permutations; 200 unless told. */
  readonly pairs?: number
  /** The same seed gives the same values; a whole number. */
  readonly seed?: number
  /** What `evaluate` found, where that is known. */
  readonly evaluation?: Evaluation
  /** Messages and elements that are gone over at most, some 4 to 12 ns each; no bound unless told. */
  readonly work?: number
}

/** Fewer pairs than these, where work ran out, are not worth showing. */
const fewestPairs = 10

/** Up to so many players every coalition is evaluated. */
export const exactPlayers = 12

/**
 * The Shapley value (Shapley 1953) of every node for a topic: a coalition is worth the topic's
 * strength with all other players left out. Exact up to 12 players; else sampled by permutations
 * (Castro, Gómez and Tejada 2009), each with its reverse. Yields the values so far after each pair,
 * so that a caller can stop; returns the last, of fewer pairs where the work that is allowed did
 * not suffice, or undefined where it did not for exact ones or 10 pairs. Values are NaN where a
 * strength in them has none.
 */
export function* findShapley(
  network: Network,
  formula: Formula,
  topic: number,
  { pairs = 200, seed = 1, evaluation, work = Infinity }: Sampling = {},
  scores = network.scores,
): Generator<Shapley, Shapley | undefined> {
  const probe = startProbe(network, formula, topic, scores, evaluation, work)
  const players = probe.cone.nodes
  if (players.length <= exactPlayers) return exactly(probe, network.elementOf.length, work)

  const size = network.elementOf.length
  const chance = startChance(seed)
  const mean = new Float64Array(size)
  const spread = new Float64Array(size)
  const gain = new Float64Array(size)
  const order = players.slice()
  for (const node of order) probe.setOff(node, 1)
  const nobody = probe.read()
  let last: Shapley | undefined
  for (let k = 1; k <= Math.max(1, pairs); k++) {
    shuffle(order, chance)
    // All in, one by one, then all out in the same order: that is the reverse order of coming in.
    for (const off of [0, 1] as const) {
      let before = off === 0 ? nobody : probe.strength
      for (const node of order) {
        probe.setOff(node, off)
        const now = probe.read()
        if (probe.work() > work) return k > fewestPairs ? last : undefined
        if (off === 0) gain[node] = (now - before) / 2
        else gain[node]! += (before - now) / 2
        before = now
      }
    }
    for (const node of order) {
      const delta = gain[node]! - mean[node]!
      mean[node]! += delta / k
      spread[node]! += delta * (gain[node]! - mean[node]!)
    }
    const error = spread.map((squares) => Math.sqrt(squares / (k - 1) / k))
    last = { value: mean.slice(), error, sum: probe.strength - nobody, pairs: k }
    if (k < pairs) yield last
  }
  return last
}

/** As `findShapley`, to its end. */
export function shapleyValues(...given: Parameters<typeof findShapley>): Shapley | undefined {
  return drain(findShapley(...given))
}

function exactly(probe: Probe, size: number, work: number): Shapley | undefined {
  const { nodes } = probe.cone
  const count = nodes.length
  const worth = new Float64Array(1 << count)
  for (const node of nodes) probe.setOff(node, 1)
  worth[0] = probe.read()
  // In Gray code order one player comes or goes from one coalition to the next.
  for (let i = 1, members = 0; i < worth.length; i++) {
    const player = 31 - Math.clz32(i & -i)
    members ^= 1 << player
    probe.setOff(nodes[player] as number, (members >> player) & 1 ? 0 : 1)
    worth[members] = probe.read()
    if (probe.work() > work) return undefined
  }
  const share = sharesBySize(count)
  const value = new Float64Array(size)
  nodes.forEach((node, player) => {
    for (let others = 0; others < worth.length; others++) {
      if ((others >> player) & 1) continue
      value[node]! += share[bits(others)]! * (worth[others | (1 << player)]! - worth[others]!)
    }
  })
  const sum = worth[worth.length - 1]! - worth[0]!
  return { value, error: new Float64Array(size), sum, pairs: 0 }
}

/** How much a coalition of each size that a player joins counts: `s! (n - s - 1)! / n!`. */
function sharesBySize(players: number): Float64Array {
  const shares = new Float64Array(players)
  let share = 1 / players
  for (let s = 0; s < players; s++) {
    shares[s] = share
    share *= (s + 1) / (players - s - 1)
  }
  return shares
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Numbers from 0 up to 1 that look like chance (xorshift32, Marsaglia 2003). */
function startChance(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

function shuffle(order: Int32Array, chance: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1))
    const held = order[i] as number
    order[i] = order[j] as number
    order[j] = held
  }
}
