import type { CompactGraph } from '../compact.ts'
import { copyScores, setWeight, type Network, type Scores } from '../strength/network.ts'
import type { View } from './view.ts'
import type { ViewIndex } from './view-data.ts'

/** A view in numbers of a graph. */
export interface AppliedView {
  /** For strengths: the map's scores with the reader's answers. */
  readonly scores: Scores
  /** For labels: the edges that are no attacks. */
  readonly muted: ReadonlySet<number>
  /** For labels: 1 for what is left out, by node and then by step, as a frame numbers them. */
  readonly off: Uint8Array
  /** Credences by node; only those that the reader gave. */
  readonly credences: ReadonlyMap<number, number>
}

/**
 * What a view means for the strengths and labels of a graph and its network, neither of which is
 * changed. A muted step that has others linked to it silences them too. What the map does not have
 * is left aside, as `readView` says to the reader. Takes time linear in nodes and edges.
 */
export function applyView(
  view: View,
  network: Network,
  graph: CompactGraph,
  index: Pick<ViewIndex, 'nodeNumber' | 'edgeNumber'>,
): AppliedView {
  const scores = copyScores(network.scores)
  const muted = new Set<number>()
  const off = new Uint8Array(graph.nodes.length + graph.kind.length)
  const credences = new Map<number, number>()
  for (const [id, value] of view.credences) {
    const node = index.nodeNumber(id)
    if (node === undefined) continue
    credences.set(node, value)
    scores.base[network.elementOf[node] as number] = value
  }
  for (const id of view.off) {
    const node = index.nodeNumber(id)
    if (node === undefined) continue
    off[node] = 1
    scores.off[network.elementOf[node] as number] = 1
  }
  for (const name of view.muted) {
    const edge = index.edgeNumber(name)
    if (edge === undefined) continue
    muted.add(edge)
    setWeight(network, scores, edge, 0)
  }
  return { scores, muted, off, credences }
}
