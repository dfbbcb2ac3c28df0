import type { EdgeId, NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'

/** Kinds of edges in a compact graph. */
export const supports = 0
export const rebuts = 1
export const undercuts = 2

/**
 * What of a graph is computed over, as arrays: nodes and edges are numbered from 0 in order of id.
 * The same in the build, in a page and in a command; a benchmark file becomes one too.
 */
export interface CompactGraph {
  readonly nodes: readonly string[]
  /** Base score of each node, 0 to 1. */
  readonly base: Float64Array
  /** `supports`, `rebuts` or `undercuts`. */
  readonly kind: Uint8Array
  /** The node that each edge starts from. */
  readonly from: Int32Array
  /** The node that each edge ends at; of an undercut the edge. */
  readonly to: Int32Array
  /** Relevance of each edge, 0 to 1. */
  readonly weight: Float64Array
  /** Supports with the same number other than -1 count only together; they have one target. */
  readonly group: Int32Array
}

/** A compact graph, and which of its numbers is which edge of the graph it was made from. */
export interface Compacted {
  readonly compact: CompactGraph
  readonly edges: readonly EdgeId[]
}

/** Base score of a node for which no editor gave a credence. */
export const unsaid = 0.5

/**
 * Leaves out what is not computed over: withdrawn nodes, questions, and the relations `refines` and
 * `answers`.
 */
export function compactGraph(graph: ArgumentGraph): Compacted {
  const nodes = [...graph.nodes.values()].filter(
    ({ kind, withdrawn }) => kind !== 'question' && withdrawn === undefined,
  )
  const numberOf = new Map(nodes.map(({ id }, number) => [id, number]))
  const edges = [...graph.edges.values()].filter(
    ({ kind, from }) => kind !== 'refines' && kind !== 'answers' && numberOf.has(from),
  )
  const edgeNumber = new Map(edges.map(({ id }, number) => [id, number]))
  const groups = new Map<string, number>()
  const kinds = { supports, rebuts, undercuts } as const
  const compact = {
    nodes: nodes.map(({ id }) => id),
    base: Float64Array.from(nodes, ({ credence }) => credence ?? unsaid),
    kind: Uint8Array.from(edges, ({ kind }) => kinds[kind as keyof typeof kinds]),
    from: Int32Array.from(edges, ({ from }) => numberOf.get(from) as number),
    to: Int32Array.from(edges, ({ kind, to }) =>
      Number(kind === 'undercuts' ? edgeNumber.get(to) : numberOf.get(to as NodeId)),
    ),
    weight: Float64Array.from(edges, ({ weight }) => weight),
    group: Int32Array.from(edges, (edge) => {
      if (edge.kind !== 'supports' || edge.linked === undefined) return -1
      const name = `${edge.linked} ${edge.to}`
      if (!groups.has(name)) groups.set(name, groups.size)
      return groups.get(name) as number
    }),
  }
  return { compact, edges: edges.map(({ id }) => id) }
}
