import type { Outline } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import type { Join, Route, Stop } from './route.ts'

/**
 * The statements that carry an essay, in the essay's order, each at its first place; its sections
 * have the headings of the outline. A stop hangs on the latest before it to which it is joined.
 */
export function essayRoute(graph: ArgumentGraph, { paragraphs }: Outline): Route {
  const places = new Map<NodeId, number>()
  const sections = paragraphs.map(({ heading, sentences }) => {
    const stops: Stop[] = []
    for (const id of sentences.flatMap(({ carriers }) => carriers.map((each) => each.id as NodeId))) {
      const node = graph.nodes.get(id)
      if (node === undefined || node.withdrawn !== undefined || places.has(id)) continue
      const join = latestJoin(graph, id, places)
      stops.push(join === undefined ? { node: id } : { node: id, join })
      places.set(id, places.size)
    }
    return { name: heading, stops }
  })
  return sections.filter(({ stops }) => stops.length > 0)
}

function latestJoin(
  graph: ArgumentGraph,
  id: NodeId,
  places: ReadonlyMap<NodeId, number>,
): Join | undefined {
  let best: Join | undefined
  const placeOf = (join: Join | undefined): number => places.get(join?.other as NodeId) ?? -1
  for (const join of joinsOf(graph, id)) if (placeOf(join) > placeOf(best)) best = join
  return best
}

/** Every way in which a node is joined to others: first what it bears on, then what bears on it. */
function* joinsOf(graph: ArgumentGraph, id: NodeId): Generator<Join> {
  const { incoming, outgoing, edges } = graph
  const up = outgoing.get(id) ?? []
  const down = incoming.get(id) ?? []
  for (const edge of up) {
    const step = edge.kind === 'undercuts' ? edges.get(edge.to) : undefined
    const ends = step === undefined ? [edge.to as NodeId] : [step.from, step.to as NodeId]
    for (const other of ends) yield { edge, other, isUp: true }
  }
  const doubts = [...up, ...down].flatMap((edge): readonly Edge[] => incoming.get(edge.id) ?? [])
  for (const edge of [...down, ...doubts]) yield { edge, other: edge.from, isUp: false }
}
