import type { SiteContent } from '../content.ts'
import type { RelationRow } from './relations.ts'
import { strengthOf } from './strengths.ts'

/**
 * How much a relation weighs, 0 to 1: the strength of what it starts from, by the map's default
 * formula, times its weight. Where that formula gives no number, the least of those that others
 * give, or nothing.
 */
export function forceOf(content: SiteContent, { edge, other }: RelationRow): number {
  const strength = strengthOf(content, other.id)
  const value = strength?.value ?? strength?.lowest ?? 0
  return Number.isNaN(value) ? 0 : value * edge.weight
}
