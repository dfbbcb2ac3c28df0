import type { EdgeId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import { stronglyConnected } from '../../graph/cycles.ts'
import { attacksOn, standingOf, type Labels } from './explain-label.ts'

type Id = NodeId | EdgeId

/**
 * The circles in which an undecided node or step hangs: the shortest one through it, or if there is
 * none, the shortest ones through the first that are met on the way back along contested
 * objections, one for each set of circles that are joined. In each, every node or step objects to
 * the next, or is the step that the next one hangs on, and the last to the first.
 */
export function contestedCircles(
  graph: ArgumentGraph,
  labels: Labels,
  id: Id,
): readonly (readonly Id[])[] {
  const causes = (x: Id) => causesOf(graph, labels, x)
  const reached = [...pathsFrom(id, causes).keys()]
  const setOf = new Map<Id, readonly Id[]>()
  for (const set of stronglyConnected(reached, causes)) {
    if (set.length > 1 || causes(set[0]!).includes(set[0]!)) for (const x of set) setOf.set(x, set)
  }
  // What lies behind a circle is not met: the way back ends there.
  const met = [...pathsFrom(id, (x) => (setOf.has(x) ? [] : causes(x))).keys()]
  const sets = new Set<readonly Id[]>()
  return met.flatMap((x) => {
    const set = setOf.get(x)
    if (set === undefined || sets.has(set)) return []
    sets.add(set)
    return [shortestCircle(x, causes)]
  })
}

/** What leaves an undecided node or step undecided: starts and steps of contested attacks on it. */
function causesOf(graph: ArgumentGraph, labels: Labels, id: Id): readonly Id[] {
  const isUndecided = (x: Id) => labels.get(x) === 'undecided'
  return attacksOn(graph, id)
    .filter((edge) => standingOf(labels, edge) === 'undecided')
    .flatMap((edge) => [edge.from, edge.id].filter(isUndecided))
}

/** All that can be reached, nearest first, each with the one before it on a shortest path. */
function pathsFrom(start: Id, next: (x: Id) => readonly Id[]): ReadonlyMap<Id, Id | undefined> {
  const before = new Map<Id, Id | undefined>([[start, undefined]])
  for (const x of before.keys()) {
    for (const y of next(x)) if (!before.has(y)) before.set(y, x)
  }
  return before
}

function shortestCircle(start: Id, causes: (x: Id) => readonly Id[]): readonly Id[] {
  const before = pathsFrom(start, causes)
  for (const last of before.keys()) {
    if (!causes(last).includes(start)) continue
    const circle: Id[] = []
    for (let x: Id | undefined = last; x !== undefined && x !== start; x = before.get(x)) {
      circle.push(x)
    }
    return [start, ...circle]
  }
  throw new RangeError(`Expected \`start\` to be on a circle: ${start}`)
}
