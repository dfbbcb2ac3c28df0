import { relation, type LayoutGraph } from './layout.ts'

/** The way that an edge takes, before anything is measured. */
export interface Way {
  readonly from: number
  /** Whether it leaves its node on the left; else on the right. */
  readonly leavesLeft: boolean
  /** The gap in which its end is: of a number as the column on its left. */
  readonly gap: number
  /** The columns that it has to go through to come there; none where `first` is above `last`. */
  readonly first: number
  readonly last: number
  /** The node whose right side it ends at; of an undercut undefined. */
  readonly to: number | undefined
  /** The step whose ring it ends at; only of an undercut. */
  readonly step: number | undefined
  /** Whether it has a ring, at which undercuts end. */
  readonly isMet: boolean
  /** Whether it bends from box to box; else it goes upright in a lane. */
  readonly isBend: boolean
}

/** The ways of all edges. Each ends at the right of a node, or at a ring beside a node. */
export function waysOf(graph: LayoutGraph): readonly Way[] {
  const met = new Set(
    graph.edges.flatMap(({ kind, to }) => (kind === relation.undercuts ? [to] : [])),
  )
  const depth = (node: number) => graph.nodes[node]?.depth ?? 0
  const part = (node: number) => graph.nodes[node]?.part
  return graph.edges.map(({ kind, from, to }, edge) => {
    const isUndercut = kind === relation.undercuts
    const gap = isUndercut ? ringGap(graph, to) : depth(to)
    const leavesLeft = depth(from) > gap
    return {
      from,
      leavesLeft,
      gap,
      first: leavesLeft ? gap + 1 : depth(from) + 1,
      last: leavesLeft ? depth(from) - 1 : gap,
      to: isUndercut ? undefined : to,
      step: isUndercut ? to : undefined,
      isMet: met.has(edge),
      isBend: !isUndercut && depth(from) === depth(to) + 1 && part(from) === part(to),
    }
  })
}

/** The gap in which the ring of a step is: beside the node that the step leaves. */
function ringGap(graph: LayoutGraph, edge: number): number {
  const { from = 0, to = 0 } = graph.edges[edge] ?? {}
  const start = graph.nodes[from]?.depth ?? 0
  const end = graph.nodes[to]?.depth ?? 0
  return start > end ? start - 1 : start
}

/** What goes upright together: edges of one kind to one node, or the undercuts of one step. */
export function trunkOf({ to, step }: Way, kind: number): string {
  return step === undefined ? `${String(to)}:${kind}` : `ring ${step}`
}
