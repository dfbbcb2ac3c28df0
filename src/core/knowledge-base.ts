import type { ArgumentMap, ArgumentNode, Outline, Source } from './document.ts'
import type { PublishedResult } from './experiment-result.ts'
import type { EdgeId, MapId, NodeId, SourceId } from './id.ts'
import type { Problem } from './problem.ts'
import type { Edge } from './relation.ts'
import type { Review } from './review.ts'

/** Nodes and the edges between them. Nodes are in order of id, edges in order of id. */
export interface ArgumentGraph {
  readonly nodes: ReadonlyMap<NodeId, ArgumentNode>
  readonly edges: ReadonlyMap<EdgeId, Edge>
  /** Edges by the node they start from; every node has an entry. */
  readonly outgoing: ReadonlyMap<NodeId, readonly Edge[]>
  /** Edges by the node or step they end at; every node has an entry, a step only if undercut. */
  readonly incoming: ReadonlyMap<NodeId | EdgeId, readonly Edge[]>
}

/** All that later floors need: plain and immutable. */
export interface KnowledgeBase {
  readonly graph: ArgumentGraph
  readonly maps: ReadonlyMap<MapId, ArgumentMap>
  readonly outlines: ReadonlyMap<MapId, Outline>
  readonly sources: ReadonlyMap<SourceId, Source>
  /** The part of its map in which each node stands: its own, else that of what it bears on. */
  readonly parts: ReadonlyMap<NodeId, string>
  /** Published results of experiments by their path. */
  readonly results: ReadonlyMap<string, PublishedResult>
  /** Reviews of edges, in the order of their file; of one edge there may be several. */
  readonly reviews: readonly Review[]
  /** Every file that was given, in order, also those that cannot be read: what may be linked to. */
  readonly paths: ReadonlySet<string>
  /** Problems of reading and joining, in reading order; those of the rules come from `check`. */
  readonly problems: readonly Problem[]
}
