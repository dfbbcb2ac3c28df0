import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Route, StrengthOf } from './route.ts'
import { reasonsFor, supportBelow } from './support-below.ts'

/**
 * A statement and all that supports it, depth first, at each place the strongest reason first. Its
 * sections have the name of what they begin with: the statement by itself, then each of its reasons
 * with all below it.
 */
export function caseFor(
  graph: ArgumentGraph,
  id: NodeId,
  strengthOf: StrengthOf,
): Route<NodeId> {
  const told = new Set([id])
  const branches = reasonsFor(graph, id, strengthOf).flatMap((reason) => {
    const stops = supportBelow(graph, reason, told, strengthOf)
    const first = stops[0]
    return first === undefined ? [] : [{ name: first.node, stops }]
  })
  return [{ name: id, stops: [{ node: id }] }, ...branches]
}
