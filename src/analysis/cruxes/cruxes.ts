import { evaluate, type Evaluation } from '../strength/evaluate.ts'
import type { Formula } from '../strength/formulas.ts'
import type { Network, Scores } from '../strength/network.ts'
import { isSlow } from './effort.ts'
import { gradient } from './gradient.ts'
import { effectOf } from './interaction.ts'
import { startProbe, type Probe } from './probe.ts'
import { drawResponse, type Response } from './response.ts'

/** What one node's base score can do to a topic. */
export interface Crux extends Response {
  /** Node number. */
  readonly node: number
  /** The derivative of the topic's strength by the node's base score, as it stands. */
  readonly gradient: number
  /** The topic's strength less that without the node. */
  readonly removal: number
}

export interface CruxOptions {
  readonly scores?: Scores
  /** What `evaluate` found with these scores, where that is known. */
  readonly evaluation?: Evaluation
  /** How many curves are drawn where there are too many nodes to draw all; 24 unless told. */
  readonly most?: number
  /** From more nodes than this on they are screened first; 500 unless told. */
  readonly screenAbove?: number
  /** Messages that are gone over for cycles at most, some 4 ns each; `usualWork` unless told. */
  readonly work?: number
}

/** Where nobody says how long to search: some 1.5 s. */
export const usualWork = 4e8
/** How much is done between two yields. */
const workPerStep = 200_000

/**
 * The nodes that reach a topic by their swing, the largest first (then by gradient, then by
 * number), without the topic itself; none where the topic has no number, so that nothing can move
 * it. Undefined where cycles took more work than is allowed. All numbers of a crux are exact as
 * `drawResponse`, `gradient` and `removalEffects` say. Where more nodes reach the topic than
 * `screenAbove`, or large cycles, only `most` of them are in the list: those with the largest
 * difference between the strengths at base score 0, at 1 and now, or the steepest gradient where
 * that is more; a node that is flat in all these may be missed. Yields now and then, with the share
 * that is done, so that a caller can stop or let others run; a step computes some 20,000 elements,
 * settles one cycle with little effort, or looks for one extreme or flip.
 */
export function* findCruxes(
  network: Network,
  formula: Formula,
  topic: number,
  options: CruxOptions = {},
): Generator<number, readonly Crux[] | undefined> {
  const { scores = network.scores, most = 24, screenAbove = 500, work = usualWork } = options
  const { evaluation = evaluate(network, formula, scores) } = options
  const probe = startProbe(network, formula, topic, scores, evaluation, work)
  if (Number.isNaN(probe.strength)) return []
  const slopes = gradient(network, formula, evaluation, topic, scores)
  yield 0
  const steepness = (node: number) => Math.abs(slopes[node] as number)
  let pause = 0
  const isDue = () => {
    if (probe.work() < pause) return false
    pause = probe.work() + workPerStep
    return true
  }

  const reaching = probe.cone.nodes
  const isScreened =
    reaching.length > screenAbove || (reaching.length > most && isSlow(network, probe.cone))
  const drawn = isScreened ? 0.5 : 0
  const span = new Float64Array(slopes.length)
  for (const [i, node] of reaching.entries()) {
    if (!isScreened) break
    if (isDue()) yield (i / reaching.length) * drawn
    if (probe.isSpent()) return undefined
    span[node] = Math.max(spanOf(probe, node), steepness(node) || 0)
  }
  const nodes = isScreened
    ? reaching.toSorted((a, b) => span[b]! - span[a]! || a - b).subarray(0, most)
    : reaching
  const cruxes: Crux[] = []
  for (const [i, node] of nodes.entries()) {
    const drawing = drawResponse(probe, node, scores.base[network.elementOf[node]!]!)
    let step = drawing.next()
    for (; step.done !== true; step = drawing.next()) {
      if (isDue()) yield drawn + (i / nodes.length) * (1 - drawn)
    }
    const removal = effectOf(probe, node)
    if (probe.isSpent()) return undefined
    cruxes.push({ node, ...step.value, gradient: slopes[node] as number, removal })
  }
  return cruxes.sort(
    (a, b) =>
      orLast(b.swing) - orLast(a.swing) || steepness(b.node) - steepness(a.node) || a.node - b.node,
  )
}

/** NaN is not a place in an order. */
const orLast = (swing: number) => (Number.isNaN(swing) ? -1 : swing)

function spanOf(probe: Probe, node: number): number {
  probe.setBase(node, 0)
  const low = probe.read()
  probe.setBase(node, 1)
  const high = probe.read()
  probe.rewind()
  const { strength } = probe
  const span = Math.max(Math.abs(high - low), Math.abs(high - strength), Math.abs(low - strength))
  // Where there is no number at an end, something happens in between.
  return Number.isNaN(span) ? 1 : span
}
