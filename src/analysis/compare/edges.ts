import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import type { ChangedEdge, ComparisonLists, EdgeRef } from './comparison.ts'
import { wordDiff } from './word-diff.ts'

type EdgeLists = Pick<ComparisonLists, 'edgesAdded' | 'edgesChanged' | 'edgesRemoved'>

/** Edges that came, changed and went, by id; edges of nodes that left are among them. */
export function compareEdges(before: ArgumentGraph, after: ArgumentGraph): EdgeLists {
  const [was, is] = [[...before.edges.values()], [...after.edges.values()]]
  return {
    edgesAdded: is.filter(({ id }) => !before.edges.has(id)).map(edgeRef),
    edgesChanged: is.flatMap((edge) => {
      const old = before.edges.get(edge.id)
      return (old && changedEdge(old, edge)) ?? []
    }),
    edgesRemoved: was.filter(({ id }) => !after.edges.has(id)).map(edgeRef),
  }
}

/** An edge as a comparison names it. */
export function edgeRef({ id, kind }: Edge): EdgeRef {
  return { id, kind }
}

function changedEdge(old: Edge, edge: Edge): ChangedEdge | undefined {
  const [before, after] = [old.because ?? '', edge.because ?? '']
  const changes = {
    ...(old.kind === edge.kind ? {} : { was: old.kind }),
    ...(before === after ? {} : { because: wordDiff(before, after) }),
    ...(old.weight === edge.weight ? {} : { weight: { before: old.weight, after: edge.weight } }),
    ...(linkOf(old) === linkOf(edge) ? {} : { linked: true as const }),
  }
  return Object.keys(changes).length === 0 ? undefined : { ...edgeRef(edge), ...changes }
}

function linkOf(edge: Edge): string | undefined {
  return edge.kind === 'supports' ? edge.linked : undefined
}
