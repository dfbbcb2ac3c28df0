import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { groundsOf } from '../../graph/grounds.ts'
import { attacksOn } from '../labels/explain-label.ts'
import { attacksStanding, type Judged } from './objections.ts'
import { carried, type Join, type Route, type Stop, type StrengthOf } from './route.ts'
import { reasonsFor, supportBelow } from './support-below.ts'

/** What the parts of a case are against; the last is the rival with what supports it. */
export type Against = 'thesis' | 'statement' | 'reasons' | 'steps' | 'rival'

/**
 * The objections that stand against a statement, against what it rests on, and against the steps
 * between them, the strongest first, each followed by the answers it has; then a rival with what
 * supports it, unless there is no such node or it is withdrawn. Begins with the statement. `labels`
 * are those of the same graph.
 */
export function caseAgainst(
  graph: ArgumentGraph,
  id: NodeId,
  rival: NodeId | undefined,
  judged: Judged,
): Route<Against> {
  const { told: reasons, steps } = groundsOf(graph, id, Infinity)
  const told = new Set([id, ...(rival === undefined ? [] : [rival])])
  const against = (name: Against, targets: readonly (NodeId | Edge['id'])[]) => ({
    name,
    stops: attacksStanding(graph, targets, 'in', judged).flatMap((edge) =>
      objectionWithAnswers(graph, edge, told, judged.strengthOf),
    ),
  })
  const route: Route<Against> = [
    { name: 'thesis', stops: [{ node: id }] },
    against('statement', [id]),
    against('reasons', reasons),
    against('steps', steps.map((step) => step.id)),
    { name: 'rival', stops: rivalStops(graph, id, rival, told, judged.strengthOf) },
  ]
  return route.filter(({ stops }) => stops.length > 0)
}

function objectionWithAnswers(
  graph: ArgumentGraph,
  edge: Edge,
  told: Set<NodeId>,
  strengthOf: StrengthOf,
): readonly Stop[] {
  if (told.has(edge.from)) return []
  const answers = [...attacksOn(graph, edge.from), ...attacksOn(graph, edge.id)].sort(
    (a, b) => carried(b, strengthOf) - carried(a, strengthOf),
  )
  const stops: Stop[] = [{ node: edge.from, join: joinOf(graph, edge) }]
  told.add(edge.from)
  for (const answer of answers) {
    if (told.has(answer.from)) continue
    told.add(answer.from)
    stops.push({ node: answer.from, join: { edge: answer, other: edge.from, isUp: true } })
  }
  return stops
}

function joinOf(graph: ArgumentGraph, edge: Edge): Join {
  const other = edge.kind === 'undercuts' ? (graph.edges.get(edge.to)?.from as NodeId) : edge.to
  return { edge, other, isUp: true }
}

function rivalStops(
  graph: ArgumentGraph,
  id: NodeId,
  rival: NodeId | undefined,
  told: Set<NodeId>,
  strengthOf: StrengthOf,
): readonly Stop[] {
  const node = rival === undefined ? undefined : graph.nodes.get(rival)
  if (rival === undefined || node === undefined || node.withdrawn !== undefined) return []
  const edge = (graph.outgoing.get(rival) ?? []).find(({ to }) => to === id)
  const first: Stop = edge === undefined ? { node: rival } : { node: rival, join: { edge, other: id, isUp: true } }
  const reasons = reasonsFor(graph, rival, strengthOf).flat()
  return [first, ...supportBelow(graph, reasons, told, strengthOf)]
}
