import { digestOfText } from '../core/digest.ts'
import type { ArgumentNode } from '../core/document.ts'
import type { EdgeId, NodeId } from '../core/id.ts'
import type { ArgumentGraph, KnowledgeBase } from '../core/knowledge-base.ts'
import type { Place } from '../core/place.ts'
import type { Edge } from '../core/relation.ts'
import type { Review } from '../core/review.ts'
import { byText } from '../graph/by-text.ts'
import { knownIds } from '../graph/known-ids.ts'

/** An edge that was reviewed, but not as it is worded now. */
export interface SuspectEdge {
  readonly edge: Edge
  /** The nodes of which one may have another statement now; the edge's `because` may have, too. */
  readonly changed: readonly NodeId[]
  /** Where the edge is written. */
  readonly place: Place
}

/** What is known of the judgement of an edge. */
export type ReviewState = 'reviewed' | 'suspect' | 'unreviewed'

/** The nodes at the ends of an edge: two, of an undercut three, where it starts first. */
export function endsOf(graph: ArgumentGraph, edge: Edge): readonly ArgumentNode[] {
  return edge.id.split('>').map((id) => {
    const node = graph.nodes.get(id as NodeId)
    if (node === undefined) throw new RangeError(`Expected the ends of \`edge\` in \`graph\`: ${id}`)
    return node
  })
}

/**
 * What is judged when an edge is judged, as 12 hexadecimal digits: the first of the SHA-256 of these
 * texts in UTF-8, joined by a line feed: the kind of the edge (`supports` …), the statement of each
 * of its ends in the order of its id, and its `because` or nothing. In each text white space is one
 * space, at its ends none.
 */
export function wordingOf(graph: ArgumentGraph, edge: Edge): string {
  const statements = endsOf(graph, edge).map(({ statement }) => statement)
  const texts = [edge.kind, ...statements, edge.because ?? '']
  const text = texts.map((each) => each.replace(/\s+/g, ' ').trim()).join('\n')
  return digestOfText(text).slice(0, 12)
}

/**
 * What the reviews say of each edge, in order of the edges. Of several reviews of one edge the one
 * that fits its present wording counts.
 */
export function reviewStates({
  graph,
  reviews,
}: Pick<KnowledgeBase, 'graph' | 'reviews'>): ReadonlyMap<EdgeId, ReviewState> {
  const wordings = new Map<EdgeId, Set<string>>()
  for (const { edge, wording } of reviews) {
    wordings.set(edge, (wordings.get(edge) ?? new Set()).add(wording))
  }
  return new Map(
    [...graph.edges.values()].map((edge) => {
      const known = wordings.get(edge.id)
      if (known === undefined) return [edge.id, 'unreviewed']
      return [edge.id, known.has(wordingOf(graph, edge)) ? 'reviewed' : 'suspect']
    }),
  )
}

/** The edges whose reviews were all made of another wording, in order of their ids. */
export function suspectEdges(kb: KnowledgeBase): readonly SuspectEdge[] {
  const states = reviewStates(kb)
  return [...kb.graph.edges.values()]
    .filter(({ id }) => states.get(id) === 'suspect')
    .map((edge) => ({
      edge,
      changed: endsOf(kb.graph, edge).map(({ id }) => id),
      place: edge.place,
    }))
}

/**
 * Reviews of edges that are not part of the argument any more. What points at a file that is there
 * but cannot be read is not among them.
 */
export function lostReviews({ graph, reviews, paths }: KnowledgeBase): readonly Review[] {
  const known = knownIds(paths).nodes
  const isUnread = (id: string) => known.has(id) && !graph.nodes.has(id as NodeId)
  return reviews.filter(({ edge }) => !graph.edges.has(edge) && !edge.split('>').some(isUnread))
}

/**
 * The wording to keep for each edge, in order of the edges: the present one of `reviewed` edges;
 * else of the reviews there are the one that fits, or the first. Lost reviews are left out.
 */
export function tidyReviews(
  kb: KnowledgeBase,
  reviewed: ReadonlySet<EdgeId> = new Set(),
): ReadonlyMap<EdgeId, string> {
  const lost = new Set(lostReviews(kb).map(({ edge }) => edge))
  const kept = new Map<EdgeId, string>()
  for (const { edge: id, wording } of kb.reviews) {
    if (lost.has(id)) continue
    const edge = kb.graph.edges.get(id)
    const fits = edge !== undefined && wordingOf(kb.graph, edge) === wording
    if (fits || !kept.has(id)) kept.set(id, wording)
  }
  for (const id of reviewed) {
    const edge = kb.graph.edges.get(id)
    if (edge === undefined) throw new RangeError(`Expected \`reviewed\` to be edges: ${id}`)
    kept.set(id, wordingOf(kb.graph, edge))
  }
  return new Map([...kept].sort(([a], [b]) => byText(a, b)))
}
