import { evaluate } from '../strength/evaluate.ts'
import type { Formula } from '../strength/formulas.ts'
import type { Network } from '../strength/network.ts'
import { settle } from '../strength/settle.ts'
import { sweep } from '../strength/sweep.ts'
import { coneOf, type Cone } from './cone.ts'

/** What one settling of a cycle may take: some 5 ms. */
const workOfSettling = 2e6
/** What computing an element takes beside its messages. */
const workOfElement = 8

/**
 * Asks what the strength of one topic would be if scores were others. Only elements between what
 * is changed and the topic are computed again, and only as far as something changes.
 */
export interface Probe {
  readonly cone: Cone
  /** The strength that the topic has, NaN where it has no number. */
  readonly strength: number
  /** Gives a node another base score. */
  setBase(node: number, base: number): void
  /** Leaves a node out (1) or takes it in (0). */
  setOff(node: number, off: 0 | 1): void
  /**
   * The topic's strength with all that was set since the last rewind; NaN where it has no number,
   * and where none was established with little effort.
   */
  read(): number
  /** Sets all back as it was at first. */
  rewind(): void
  /** Messages and elements gone over since the beginning: a measure of time, some 4 to 12 ns each. */
  work(): number
  /** Whether all that was allowed for cycles is spent: they are not settled any more. */
  isSpent(): boolean
}

/**
 * Starts a probe of a topic, given by its node number; the scores given are not written to. When
 * as many messages as `left` were gone over for cycles, they are not settled any more and have no
 * number.
 */
export function startProbe(
  network: Network,
  formula: Formula,
  topic: number,
  scores = network.scores,
  evaluation = evaluate(network, formula, scores),
  left = Infinity,
): Probe {
  const cone = coneOf(network, scores, topic)
  const { first, to, cycleOf } = cone
  const base = scores.base.slice()
  const off = scores.off.slice()
  const pass = { network, formula, scores: { base, off, weight: scores.weight } }
  const strength = evaluation.strength.slice()
  const energy = new Float64Array(network.size)
  // Elements to compute again, a bit each; all that an element makes dirty comes after it.
  const dirty = new Int32Array((network.size >> 5) + 1)
  const isTouched = new Uint8Array(network.size)
  const touched = new Int32Array(network.size)
  let touches = 0
  let lowest = dirty.length
  let work = 0

  const touch = (p: number) => {
    if (isTouched[p] === 1) return
    isTouched[p] = 1
    touched[touches++] = p
  }
  const mark = (p: number) => {
    dirty[p >> 5]! |= 1 << (p & 31)
  }
  const spread = (p: number) => {
    touch(p)
    for (let i = first[p] as number; i < first[p + 1]!; i++) mark(to[i] as number)
  }
  const set = (node: number, scores: Float64Array | Uint8Array, value: number) => {
    const p = network.elementOf[node] as number
    if (cone.has[p] !== 1 || scores[p] === value) return
    scores[p] = value
    touch(p)
    mark(p)
    lowest = Math.min(lowest, p >> 5)
  }
  const settleCycle = (cycle: number) => {
    const range = network.cycles[cycle] as { start: number; end: number }
    const { start, end } = range
    const before = strength.slice(start, end)
    const given = Math.min(workOfSettling, Math.max(left, 0))
    const effort = { left: given, isBrief: true }
    settle(pass, strength, energy, range, effort)
    const spent = given - effort.left + workOfElement * (end - start)
    work += spent
    left -= spent
    for (let p = start; p < end; p++) if (!Object.is(before[p - start], strength[p])) spread(p)
    for (let p = start; p < end; p++) dirty[p >> 5]! &= ~(1 << (p & 31))
  }
  return {
    cone,
    strength: strength[cone.topic] as number,
    setBase: (node, score) => set(node, base, score),
    setOff: (node, isOff) => set(node, off, isOff),
    read() {
      for (let word = lowest; word < dirty.length; ) {
        const bits = dirty[word] as number
        if (bits === 0) {
          word++
          continue
        }
        dirty[word] = bits & (bits - 1)
        const p = (word << 5) + 31 - Math.clz32(bits & -bits)
        const cycle = cycleOf[p] as number
        if (cycle < 0) {
          const before = strength[p]
          sweep(pass, strength, strength, energy, p, p + 1)
          work += workOfElement + network.first[p + 1]! - network.first[p]!
          if (!Object.is(before, strength[p])) spread(p)
        } else settleCycle(cycle)
      }
      lowest = dirty.length
      return strength[cone.topic] as number
    },
    rewind() {
      while (touches > 0) {
        const p = touched[--touches] as number
        isTouched[p] = 0
        strength[p] = evaluation.strength[p] as number
        base[p] = scores.base[p] as number
        off[p] = scores.off[p] as number
      }
    },
    work: () => work,
    isSpent: () => left <= 0,
  }
}
