import { endsOf, type ReviewState } from '../analysis/reviews.ts'
import { visible } from '../core/catalogue/entry.ts'
import type { EdgeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import type { Edge } from '../core/relation.ts'

/** The file of reviews: a line an edge, in the order given, which is that of the edges. */
export function toReviewsText(wordings: ReadonlyMap<EdgeId, string>): string {
  return [...wordings].map(([edge, wording]) => `${edge}\t${wording}\n`).join('')
}

const stateWords: Readonly<Record<ReviewState, string>> = {
  reviewed: 'reviewed as it stands',
  suspect: 'judged against an earlier wording',
  unreviewed: 'never reviewed',
}

/**
 * An edge with all that is judged when it is judged, for a terminal: its kind and state, the
 * statements at its ends and its reason, each on a line that begins with a word of ours.
 */
export function toReviewText(graph: ArgumentGraph, edge: Edge, state: ReviewState): string {
  const [start, ...ends] = endsOf(graph, edge)
  const [between, last] = ends.length === 2 ? ends : [undefined, ends[0]]
  const lines = [
    `${edge.kind}: ${edge.id} (${stateWords[state]})`,
    `  ${edge.from}: ${start?.statement ?? ''}`,
    `  because: ${edge.because ?? '(no reason is given)'}`,
    ...(between === undefined ? [] : [`  from ${between.id}: ${between.statement}`]),
    `  to ${last?.id ?? ''}: ${last?.statement ?? ''}`,
  ]
  return `${lines.map(visible).join('\n')}\n`
}
