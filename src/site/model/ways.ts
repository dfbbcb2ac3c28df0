import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { waysUp, type Ways } from '../../graph/ways.ts'
import type { SiteContent } from '../content.ts'
import { strengthOf } from './strengths.ts'

/** How many ways up from a node are told. */
export const mostWays = 40

const known = new WeakMap<KnowledgeBase, Map<NodeId, Ways>>()

/** The ways from a node up to the thesis of its map or its rival, at most `mostWays`. */
export function waysOf({ kb }: SiteContent, id: NodeId): Ways {
  const ways = known.get(kb) ?? new Map<NodeId, Ways>()
  known.set(kb, ways)
  const found = ways.get(id) ?? waysUp(kb.graph, id, headsOf(kb, id), { most: mostWays })
  ways.set(id, found)
  return found
}

/** The thesis and the rival of the map in which a node stands. */
export function headsOf({ graph, maps }: KnowledgeBase, id: NodeId): ReadonlySet<NodeId> {
  const map = maps.get(graph.nodes.get(id)?.map as never)
  const heads = [map?.thesis, map?.rival] as (NodeId | undefined)[]
  return new Set(heads.filter((head) => head !== undefined && graph.nodes.has(head)) as NodeId[])
}

/** A strength to put things in order by: without a number it is none. */
export function strengthIn(content: SiteContent): (id: NodeId) => number {
  return (id) => strengthOf(content, id)?.value ?? 0
}

/** How many ways beside the first there are, in words; empty where there is no other. */
export function otherWays({ ways, isComplete }: Ways): string {
  const others = ways.length - 1
  if (!isComplete && others >= 0) return `more than ${others} other ways`
  return others < 1 ? '' : others === 1 ? 'one other way' : `${others} other ways`
}
