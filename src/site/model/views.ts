import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { neighbourhood } from '../../graph/neighbourhood.ts'
import type { SiteContent } from '../content.ts'
import { stepEnds } from './relations.ts'

/** What a diagram might show, and what it then leaves out. */
export interface View {
  /** The graph with the edges that are drawn. */
  readonly graph: ArgumentGraph
  readonly nodes: ReadonlySet<NodeId>
  /** A sentence on what is left out; none where all is there. */
  readonly leftOut?: string
}

/**
 * A node and all it is joined to; then, for where that is too much to draw, without the objections
 * to its steps; then only with the heads of parts and the objections that stand.
 */
export function viewsAround(content: SiteContent, id: NodeId): readonly View[] {
  const { graph } = content.kb
  const touching = [...(graph.incoming.get(id) ?? []), ...(graph.outgoing.get(id) ?? [])]
  const direct = touching.flatMap((edge) => otherEnd(edge, id) ?? [])
  const heads = new Set<string>([...content.kb.maps.values()].flatMap(headsOf))
  const standing = new Set(
    touching
      .filter((edge) => edge.kind === 'rebuts' && edge.to === id && isIn(content, edge.from))
      .map(({ from }) => from),
  )
  const principal = direct.filter((other) => heads.has(other) || standing.has(other))
  const alone = { ...graph, outgoing: edgesOnly(graph, new Set(touching)) }
  return [
    { graph, nodes: neighbourhood(graph, id, 1) },
    {
      graph: alone,
      nodes: new Set([id, ...direct]),
      leftOut: 'Objections to single steps are left out here.',
    },
    {
      graph: alone,
      nodes: new Set([id, ...principal]),
      leftOut: 'Only the heads of the parts and the objections that stand are drawn here.',
    },
  ]
}

/**
 * The nodes of a part with what they bear on, so that a reader sees where it joins the rest; then,
 * for where that is too much to draw, without the steps elsewhere that they undercut; then alone.
 */
export function viewsOfPart(content: SiteContent, part: readonly NodeId[]): readonly View[] {
  const { graph } = content.kb
  const targets = (undercuts: boolean) =>
    part.flatMap((id) =>
      (graph.outgoing.get(id) ?? []).flatMap((edge) => {
        if (edge.kind !== 'undercuts') return [edge.to]
        return undercuts ? Object.values(stepEnds(content, edge.to)).map((end) => end.id) : []
      }),
    )
  const within = new Set<string>(part)
  const own = new Set(part.flatMap((id) => graph.outgoing.get(id) ?? []))
  return [
    { graph, nodes: new Set([...part, ...targets(true)]) },
    {
      graph: { ...graph, outgoing: edgesOnly(graph, own) },
      nodes: new Set([...part, ...targets(false)]),
      leftOut: 'Objections to steps in other parts are left out here.',
    },
    {
      graph,
      nodes: new Set(part.filter((id) => isJoined(graph, id, within))),
      leftOut: 'What joins this part to the others is left out here.',
    },
  ]
}

function headsOf(map: { readonly rival?: string; readonly parts: readonly { head?: string }[] }) {
  return [map.rival, ...map.parts.map(({ head }) => head)].filter((id) => id !== undefined)
}

function isIn(content: SiteContent, id: NodeId): boolean {
  return content.labels.get(id) === 'in'
}

function otherEnd(edge: Edge, id: NodeId): NodeId | undefined {
  if (edge.from !== id) return edge.from
  return edge.kind === 'undercuts' ? undefined : edge.to
}

function isJoined(graph: ArgumentGraph, id: NodeId, within: ReadonlySet<string>): boolean {
  const leads = (graph.outgoing.get(id) ?? []).some(({ to }) => within.has(to))
  return leads || (graph.incoming.get(id) ?? []).some(({ from }) => within.has(from))
}

function edgesOnly(graph: ArgumentGraph, kept: ReadonlySet<Edge>): ArgumentGraph['outgoing'] {
  return new Map([...graph.outgoing].map(([id, edges]) => [id, edges.filter((e) => kept.has(e))]))
}
