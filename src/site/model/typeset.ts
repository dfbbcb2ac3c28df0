import type { ArgumentMap, ArgumentNode, Outline, Source } from '../../core/document.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { typographic } from '../../outputs/typography.ts'

/** The knowledge base as pages word it: every title and sentence with typographic quotation marks. */
export function typeset(kb: KnowledgeBase): KnowledgeBase {
  const edges = new Map([...kb.graph.edges].map(([id, edge]) => [id, typesetEdge(edge)]))
  const same = (edge: Edge) => edges.get(edge.id) ?? edge
  return {
    ...kb,
    graph: {
      nodes: mapped(kb.graph.nodes, typesetNode),
      edges,
      outgoing: mapped(kb.graph.outgoing, (list) => list.map(same)),
      incoming: mapped(kb.graph.incoming, (list) => list.map(same)),
    },
    maps: mapped(kb.maps, typesetMap),
    outlines: mapped(kb.outlines, typesetOutline),
    sources: mapped(kb.sources, typesetSource),
  }
}

function mapped<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  change: (value: Value) => Value,
): ReadonlyMap<Key, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}

function typesetEdge(edge: Edge): Edge {
  return edge.because === undefined ? edge : { ...edge, because: typographic(edge.because) }
}

function typesetNode(node: ArgumentNode): ArgumentNode {
  const { withdrawn, credenceBecause } = node
  return {
    ...node,
    title: typographic(node.title),
    statement: typographic(node.statement),
    ...(credenceBecause === undefined ? {} : { credenceBecause: typographic(credenceBecause) }),
    ...(withdrawn && { withdrawn: { ...withdrawn, reason: typographic(withdrawn.reason) } }),
  }
}

function typesetMap(map: ArgumentMap): ArgumentMap {
  return {
    ...map,
    title: typographic(map.title),
    question: typographic(map.question),
    parts: map.parts.map((part) => ({
      ...part,
      title: typographic(part.title),
      summary: typographic(part.summary),
    })),
  }
}

function typesetOutline(outline: Outline): Outline {
  return {
    ...outline,
    title: typographic(outline.title),
    paragraphs: outline.paragraphs.map(({ heading, sentences }) => ({
      heading: typographic(heading),
      sentences: sentences.map((sentence) => ({ ...sentence, text: typographic(sentence.text) })),
    })),
  }
}

function typesetSource(source: Source): Source {
  return {
    ...source,
    title: typographic(source.title),
    checked: { ...source.checked, where: typographic(source.checked.where) },
  }
}
