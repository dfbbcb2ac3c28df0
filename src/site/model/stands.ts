import type { ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { SiteContent } from '../content.ts'
import { forceOf } from './force.ts'
import { readingOrder } from './order.ts'
import { relationsOf, type RelationRow } from './relations.ts'

/** Some of the statements that bear on another, the weightiest first, out of how many. */
export interface Standing {
  readonly rows: readonly RelationRow[]
  /** How many there are in all, and how many of them stand. */
  readonly all: number
  readonly standing: number
}

/** What is left of both sides of a statement once objections and answers are counted. */
export interface BothSides {
  readonly reasons: Standing
  readonly objections: Standing
}

/**
 * The reasons for a statement and the objections to it that stand: neither they nor their step are
 * under an objection. Objections are rebuttals of the statement and undercuts of the steps to it; one that
 * undercuts several is counted once. `most` of each are given, by strength times weight.
 */
export function bothSides(content: SiteContent, id: NodeId, most: number): BothSides {
  const { supports, rebuts } = relationsOf(content, id)
  const undercuts = supports.flatMap(({ other }) =>
    relationsOf(content, other.id).doubted.filter(({ step }) => step?.to.id === id),
  )
  return {
    reasons: standing(content, supports, most),
    objections: standing(content, [...rebuts, ...undercuts], most),
  }
}

function standing(content: SiteContent, rows: readonly RelationRow[], most: number): Standing {
  const order = readingOrder(content.kb)
  const live = rows.filter(({ other }) => !other.withdrawn)
  const isIn = ({ edge, other }: RelationRow) =>
    content.labels.get(other.id) === 'in' && content.labels.get(edge.id) !== 'out'
  const first = new Map<ArgumentNode, RelationRow>()
  const byForce = live
    .filter(isIn)
    .map((row) => ({ row, force: forceOf(content, row) }))
    .sort((a, b) => b.force - a.force || order(a.row.other, b.row.other))
  for (const { row } of byForce) if (!first.has(row.other)) first.set(row.other, row)
  return {
    rows: [...first.values()].slice(0, most),
    all: new Set(live.map(({ other }) => other)).size,
    standing: first.size,
  }
}
