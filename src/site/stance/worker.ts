import type { CompactGraph } from '../../analysis/compact.ts'
import { compileFrame, groundedLabels, undecided, type AttackFrame } from '../../analysis/labels/grounded.ts'
import { frameOf } from '../../analysis/labels/frame-of.ts'
import { applyView, type AppliedView } from '../../analysis/stance/apply-view.ts'
import { findChanges, type Outcome } from '../../analysis/stance/changes.ts'
import { emptyView, type View } from '../../analysis/stance/view.ts'
import {
  fromViewData,
  indexViewData,
  type ViewData,
  type ViewIndex,
} from '../../analysis/stance/view-data.ts'
import { bandOf } from '../../analysis/strength/band.ts'
import { compileNetwork } from '../../analysis/strength/compile-network.ts'
import type { Network, Scores } from '../../analysis/strength/network.ts'
import type { Ask, Standing, Told } from './protocol.ts'

interface Parts {
  readonly graph: CompactGraph
  readonly index: ViewIndex
  readonly network: Network
}
interface Seen {
  readonly standing: Standing
  readonly outcome: Outcome
  readonly scores: Scores
  /** Attacks that are left; what the view leaves out attacks nothing. */
  readonly frame: AttackFrame
}
interface Reading extends Parts {
  readonly topics: readonly number[]
  /** The map as it is. */
  readonly base: Seen
}

let map: Reading | undefined
let last = 0

onmessage = ({ data: ask }: MessageEvent<Ask>) => {
  try {
    if (ask.kind === 'map') {
      map = readMap(ask.data)
      tell({ kind: 'map', standing: map.base.standing })
    } else if (map !== undefined) answer(map, ask)
  } catch (error) {
    fail(error)
  }
}

function tell(told: Told): void {
  postMessage(told)
}

function readMap(data: ViewData): Reading {
  const graph = fromViewData(data)
  const parts = { graph, index: indexViewData(data), network: compileNetwork(graph) }
  const topics = data.topics.map((id) => parts.index.nodeNumber(id) as number)
  return { ...parts, topics, base: lookAt(parts, emptyView) }
}

function answer(map: Reading, ask: Exclude<Ask, { readonly kind: 'map' }>): void {
  const { graph, topics, base } = map
  const { topic } = ask
  const { standing, outcome, scores, frame } = lookAt(map, ask.view)
  if (ask.kind === 'other') {
    const mine = lookAt(map, ask.mine)
    const changes = findChanges(graph, outcome, mine.outcome, { topic, topics })
    return tell({ kind: 'other', standing, changes })
  }
  last = ask.number
  const changes = findChanges(graph, base.outcome, outcome, { topic, topics })
  tell({ kind: 'view', number: ask.number, standing, changes })
  if (outcome.label[topic] === undecided) void tellPosition(ask.number, frame, topic)
  if (ask.isWeighed) void tellCruxes(map, ask.number, topic, scores)
}

async function tellCruxes(
  { network }: Reading,
  number: number,
  topic: number,
  scores: Scores,
): Promise<void> {
  try {
    const { weigh } = await import('./weigh.ts')
    const found = await weigh(network, topic, scores, () => number === last)
    if (found) tell({ kind: 'cruxes', number, ...found })
  } catch (error) {
    fail(error)
  }
}

async function tellPosition(number: number, frame: AttackFrame, topic: number): Promise<void> {
  try {
    const { positionWords } = await import('../model/positions.ts')
    if (number === last) tell({ kind: 'position', number, words: positionWords(frame, topic) })
  } catch (error) {
    fail(error)
  }
}

function fail(error: unknown): void {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
}

function lookAt({ graph, index, network }: Parts, view: View): Seen {
  const applied = applyView(view, network, graph, index)
  const frame = frameOf(graph, silenced(graph, applied))
  const label = groundedLabels(compileFrame(frame), applied.off)
  const { strength, lowest, highest, byFormula } = bandOf(network, applied.scores)
  const without = Uint8Array.from(strength, (_, node) =>
    byFormula.reduce((count, each) => count + (Number.isNaN(each[node]) ? 1 : 0), 0),
  )
  return {
    standing: { label: label.slice(0, graph.nodes.length), strength, lowest, highest, without },
    outcome: { applied, strength, label },
    scores: applied.scores,
    frame,
  }
}

/** Edges that attack nothing: muted, or from a node that is left out. */
function silenced({ from }: CompactGraph, { muted, off }: AppliedView) {
  return { has: (edge: number) => muted.has(edge) || off[from[edge] as number] === 1 }
}
