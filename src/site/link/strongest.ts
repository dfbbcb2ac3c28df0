import type { ArgumentNode } from '../../core/document.ts'
import type { SiteContent } from '../content.ts'
import { forceOf } from '../model/force.ts'
import { readingOrder } from '../model/order.ts'
import { relationsOf, type RelationRow } from '../model/relations.ts'

/** The weightiest node of one sort that bears on another. */
export interface Weightiest {
  readonly other: ArgumentNode
  /** Whether an objection stands against it or its step; so only where that is so of all. */
  readonly isOut: boolean
}

/** What a discussion of a node can be answered with; what there is none of is absent. */
export interface Strongest {
  readonly objection?: Weightiest
  readonly support?: Weightiest
  /** Of a question. */
  readonly answer?: Weightiest
}

/**
 * The strongest objection, support and answer of a node: the one whose strength by the map's default
 * formula, times the weight of its relation, is highest; ties go by reading order. Objections are
 * rebuttals of the node and undercuts of steps from it. What counts in the map goes before what has
 * the label `out` or starts a step that has; what is withdrawn is left out.
 */
export function strongest(content: SiteContent, node: ArgumentNode): Strongest {
  const { rebuts, doubted, supports, answeredBy } = relationsOf(content, node.id)
  const [objection, support, answer] = [[...rebuts, ...doubted], supports, answeredBy].map((rows) =>
    weightiest(content, rows),
  )
  return { ...(objection && { objection }), ...(support && { support }), ...(answer && { answer }) }
}

function weightiest(content: SiteContent, rows: readonly RelationRow[]): Weightiest | undefined {
  const order = readingOrder(content.kb)
  const isOut = ({ edge, other }: RelationRow): boolean =>
    [edge.id, other.id].some((id) => content.labels.get(id) === 'out')
  const [first] = rows
    .filter(({ other }) => other.withdrawn === undefined)
    .map((row) => ({ other: row.other, isOut: isOut(row), force: forceOf(content, row) }))
    .sort(
      (a, b) =>
        Number(a.isOut) - Number(b.isOut) || b.force - a.force || order(a.other, b.other),
    )
  return first && { other: first.other, isOut: first.isOut }
}
