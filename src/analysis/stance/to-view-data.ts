import type { ArgumentMap, NodeKind } from '../../core/document.ts'
import type { MapId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import { successorsOf } from '../successors.ts'
import { compactGraph } from '../compact.ts'
import type { ViewData } from './view-data.ts'

const letters: Readonly<Record<NodeKind, string>> = {
  claim: 'c',
  evidence: 'e',
  counterargument: 'o',
  question: 'q',
}

/** What a page is sent of a graph. The order of everything follows from ids alone. */
export function toViewData(
  graph: ArgumentGraph,
  maps: ReadonlyMap<MapId, ArgumentMap>,
): ViewData {
  const { compact } = compactGraph(graph)
  const known = new Set(compact.nodes)
  const nodes = compact.nodes.map((id) => {
    const node = graph.nodes.get(id as NodeId)
    if (node === undefined) throw new RangeError(`Expected \`graph\` to have the node ${id}`)
    return node
  })
  const heads = [...maps.values()].flatMap(({ thesis, rival }) => [thesis, rival ?? ''])
  return {
    version: 1,
    nodes: compact.nodes,
    titles: nodes.map(({ title }) => title),
    statements: nodes.map(({ statement }) => statement),
    kinds: nodes.map(({ kind }) => letters[kind]).join(''),
    base: [...compact.base],
    kind: [...compact.kind],
    from: [...compact.from],
    to: [...compact.to],
    weight: [...compact.weight],
    group: compact.group.some((number) => number >= 0) ? [...compact.group] : [],
    withdrawn: [...graph.nodes.values()].flatMap(({ id, title, withdrawn }) =>
      withdrawn === undefined ? [] : [{ id, title, see: placeTakers(graph, id) }],
    ),
    questions: [...graph.nodes.values()].flatMap(({ id, title, kind, withdrawn }) =>
      kind === 'question' && withdrawn === undefined ? [{ id, title }] : [],
    ),
    topics: [...new Set(heads)].filter((id) => known.has(id)),
  }
}

function placeTakers({ nodes }: ArgumentGraph, id: NodeId): readonly NodeId[] {
  const { merged, see } = successorsOf(nodes, id)
  return merged === undefined ? see : [merged, ...see]
}
