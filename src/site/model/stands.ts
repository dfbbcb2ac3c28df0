import { standingOf } from '../../analysis/labels/explain-label.ts'
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
 * The reasons for a statement and the objections to it that stand: every objection to them and to
 * their step is answered. Objections are rebuttals of the statement and undercuts of the steps to it; one that
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
  const isIn = ({ edge }: RelationRow) => standingOf(content.labels, edge) === 'in'
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

/** How many of the reasons for a thesis stand, and what that means. */
export function reasonsTold({ all, standing }: Standing): string {
  const share = shareTold(all, standing, 'reason', 'for the thesis')
  if (standing === 0) {
    return `${share}: an objection to ${all === 1 ? 'it' : 'each'}, or to the step from it, is open or contested.`
  }
  const them = standing === 1 ? 'it or to the step from it' : 'them or to the steps from them'
  return `${share}: no objection to ${them} is open or contested.`
}

/** How many of the objections to a thesis and to the steps to it stand, and what that means. */
export function objectionsTold({ all, standing }: Standing): string {
  const share = shareTold(all, standing, 'objection', 'to the thesis and to the steps towards it')
  if (standing === 0) {
    return `${share}: ${all === 1 ? 'it' : 'each'} has an answer that stands or is contested.`
  }
  const them = standing === 1 ? 'it' : 'them'
  return `${share}: every answer to ${them}, if there is any, has been answered in turn.`
}

function shareTold(all: number, standing: number, thing: string, about: string): string {
  if (all === 1) {
    return `The one ${thing} ${about} ${standing === 1 ? 'stands' : 'does not stand'} in this map`
  }
  if (standing === 0) return `None of the ${all} ${thing}s ${about} stands in this map`
  return `Of ${all} ${thing}s ${about} ${standing === 1 ? 'one stands' : `${standing} stand`} in this map`
}
