import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import {
  cutText,
  type ComparisonLists,
  type DrawnEdge,
  type DrawnNode,
  type Drawing,
  type Mark,
} from './comparison.ts'

/** Nodes for which a drawing in a comment has room. */
export const mostDrawn = 40

type Changes = Pick<
  ComparisonLists,
  | 'added'
  | 'changed'
  | 'withdrawn'
  | 'resurrected'
  | 'removed'
  | 'edgesAdded'
  | 'edgesChanged'
  | 'edgesRemoved'
>

/**
 * The nodes that changed, with the ends of edges that did, and then what is one edge around, as far
 * as there is room; nothing where those that changed are too many. Edges are those of now, and of
 * nodes that left those they had.
 */
export function drawChanges(
  before: KnowledgeBase,
  after: KnowledgeBase,
  changes: Changes,
): Drawing {
  const marks = marksOf(changes)
  const left = new Set([...changes.withdrawn, ...changes.removed].map(({ id }) => id))
  const edges = [
    ...after.graph.edges.values(),
    ...[...before.graph.edges.values()].filter(
      ({ id }) => !after.graph.edges.has(id as Edge['id']) && id.split('>').some((end) => left.has(end)),
    ),
  ]
  const { edgesAdded, edgesChanged, edgesRemoved } = changes
  const seeds = new Set([
    ...marks.keys(),
    ...[...edgesAdded, ...edgesChanged, ...edgesRemoved].flatMap(({ id }) => id.split('>')),
  ])
  if (seeds.size > mostDrawn) return { nodes: [], edges: [], leftOut: seeds.size }
  const around = new Set(
    edges.map(({ id }) => id.split('>')).filter((ends) => ends.some((end) => marks.has(end))).flat(),
  )
  const wanted = [...seeds, ...[...around].filter((id) => !seeds.has(id)).sort()]
  const drawn = new Set(wanted.slice(0, mostDrawn))
  return {
    nodes: [...drawn].sort().flatMap((id) => drawnNode(id as NodeId, [before, after], marks) ?? []),
    edges: edges
      .filter(({ id }) => id.split('>').every((end) => drawn.has(end)))
      .map(drawnEdge)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    leftOut: wanted.length - drawn.size,
  }
}

function marksOf({ added, changed, resurrected, withdrawn, removed }: Changes) {
  const marks = new Map<string, Mark>()
  for (const { id } of changed) marks.set(id, 'changed')
  for (const { id } of [...added, ...resurrected]) marks.set(id, 'new')
  for (const { id } of withdrawn) marks.set(id, 'withdrawn')
  for (const { id } of removed) marks.set(id, 'removed')
  return marks
}

function drawnNode(
  id: NodeId,
  [before, after]: readonly [KnowledgeBase, KnowledgeBase],
  marks: ReadonlyMap<string, Mark>,
): DrawnNode | undefined {
  const node = after.graph.nodes.get(id) ?? before.graph.nodes.get(id)
  if (node === undefined) return undefined
  const mark = marks.get(id)
  return { id, kind: node.kind, caveat: node.caveat, ...(mark === undefined ? {} : { mark }) }
}

function drawnEdge(edge: Edge): DrawnEdge {
  const { id, kind } = edge
  const linked = edge.kind === 'supports' ? edge.linked : undefined
  return { id, kind, ...(linked === undefined ? {} : { linked: cutText(linked) }) }
}
