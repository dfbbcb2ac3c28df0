import type { ArgumentMap, ArgumentNode, NodeKind, Source } from '../../src/core/document.ts'
import { edgeId, undercutId, type EdgeId, type MapId, type NodeId, type SourceId } from '../../src/core/id.ts'
import type { ArgumentGraph, KnowledgeBase } from '../../src/core/knowledge-base.ts'
import { fileStart } from '../../src/core/place.ts'
import type { Edge, Relation } from '../../src/core/relation.ts'

/** Characters that mean something to at least one of the outputs. */
export const hostile =
  `</script><img src=x onerror=alert(1)> "]; click n0 href "javascript:alert(1)" %% #quot; ` +
  '`code` @everyone #1 | \u001b[31mred\u0007 \u202e\r\n::error::x\t<!-- [x](javascript:y) $a$ ---'

const place = fileStart('content/light/x.md')
const written = {
  title: '',
  place,
  places: {},
  body: { markdown: 'Body.\n', line: 5 },
  mentions: [],
  figures: [],
  words: 1,
  givesNumbers: false,
}

type Loose<R> = R extends unknown ? Omit<R, 'place' | 'weight'> : never

/** A node as the reader gives it, with what a test needs to be different. */
export function node(
  id: string,
  kind: NodeKind,
  relations: readonly Loose<Relation>[] = [],
  rest: Partial<ArgumentNode> = {},
): ArgumentNode {
  return {
    ...written,
    type: 'node',
    kind,
    id: id as NodeId,
    map: 'light' as MapId,
    title: `Title of ${id}`,
    statement: `Statement of ${id}.`,
    caveat: false,
    relations: relations.map((relation) => ({ weight: 1, ...relation, place }) as Relation),
    sources: [],
    ...rest,
  }
}

/** The graph of nodes whose relations all have targets. */
export function graphOf(nodes: readonly ArgumentNode[]): ArgumentGraph {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))
  const edges = sorted
    .flatMap((from) => from.relations.map((relation) => edgeOf(from.id, relation)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const incoming = new Map<NodeId | EdgeId, Edge[]>(sorted.map(({ id }) => [id, []]))
  for (const edge of edges) incoming.set(edge.to, [...(incoming.get(edge.to) ?? []), edge])
  return {
    nodes: new Map(sorted.map((one) => [one.id, one])),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
    outgoing: new Map(sorted.map(({ id }) => [id, edges.filter(({ from }) => from === id)])),
    incoming,
  }
}

function edgeOf(from: NodeId, relation: Relation): Edge {
  if (relation.kind === 'undercuts') {
    const step = edgeId(relation.to.from as NodeId, relation.to.to as NodeId)
    return { ...relation, id: undercutId(from, step), from, to: step }
  }
  const to = relation.to as NodeId
  return { ...relation, id: edgeId(from, to), from, to }
}

/** A source as the reader gives it. */
export function source(id: string, csl: Partial<Source['csl']> = {}): Source {
  return {
    ...written,
    type: 'source',
    id: id as SourceId,
    title: 'On light',
    csl: {
      type: 'book',
      title: 'On light',
      author: [{ family: 'Young', given: 'Thomas' }],
      issued: { 'date-parts': [[1804]] },
      ...csl,
    },
    checked: { how: 'primary', where: 'whole' },
  }
}

/** A knowledge base around a graph. */
export function kbOf(
  nodes: readonly ArgumentNode[],
  rest: Partial<KnowledgeBase> = {},
): KnowledgeBase {
  const map: ArgumentMap = {
    ...written,
    type: 'map',
    id: 'light' as MapId,
    title: 'Light',
    question: 'What is light?',
    thesis: 'wave',
    parts: [],
    place: fileStart('content/light/index.md'),
  }
  return {
    graph: graphOf(nodes),
    maps: new Map([[map.id, map]]),
    outlines: new Map(),
    sources: new Map(),
    parts: new Map(),
    results: new Map(),
    reviews: [],
    paths: new Set(),
    problems: [],
    ...rest,
  }
}
