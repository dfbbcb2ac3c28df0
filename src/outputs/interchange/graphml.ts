import type { ArgumentNode } from '../../core/document.ts'
import type { EdgeId } from '../../core/id.ts'
import type { Edge } from '../../core/relation.ts'
import {
  isStep,
  isUndercut,
  lostOfMap,
  lostOfNodes,
  told,
  type Exported,
  type Share,
} from './share.ts'
import { isXmlText, xmlText } from './xml-text.ts'

type Values = Readonly<Record<string, string | number | boolean | undefined>>

const nodeKeys = {
  label: 'string',
  kind: 'string',
  statement: 'string',
  map: 'string',
  part: 'string',
  caveat: 'boolean',
  credence: 'double',
  'credence-because': 'string',
  sources: 'string',
} as const

const edgeKeys = { kind: 'string', because: 'string', weight: 'double', linked: 'string' } as const

/**
 * Nodes and relations as GraphML. Its edges cannot end at edges: a step that is undercut is a node of
 * the kind `step`, named `from:to` like an edge, with an edge of the same kind to it and from it.
 */
export function toGraphml(share: Share): Exported {
  const losses = graphmlLosses(share)
  const junctions = [...share.undercut].sort().map((id) => junction(id, share))
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!--\n${losses.map((loss) => `${loss.replace(/-(?=-|$)/g, '- ')}\n`).join('')}-->`,
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"',
    '  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    '  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys('node', nodeKeys),
    ...keys('edge', edgeKeys),
    '  <graph id="map" edgedefault="directed">',
    `    <desc>${xmlText(share.title)}</desc>`,
    ...share.nodes.map((node) => element('node', `id="${node.id}"`, nodeValues(node, share))),
    ...junctions,
    ...share.edges.flatMap((edge) => edgeElements(edge, share)),
    '  </graph>',
    '</graphml>',
  ]
  return { text: `${lines.join('\n')}\n`, losses }
}

function keys(of: 'node' | 'edge', table: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(table).map(
    ([name, type]) =>
      `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`,
  )
}

function element(of: 'node' | 'edge', attributes: string, values: Values): string {
  const data = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`<data key="${of}-${name}">${xmlText(String(value))}</data>`],
  )
  return `    <${of} ${attributes}>\n${data.map((each) => `      ${each}\n`).join('')}    </${of}>`
}

function nodeValues(node: ArgumentNode, { parts }: Share): Values {
  const { id, title, kind, statement, map, part, caveat, credence, credenceBecause, sources } = node
  return {
    label: title,
    kind,
    statement,
    map,
    part: part ?? parts.get(id),
    caveat: caveat ? true : undefined,
    credence,
    'credence-because': credenceBecause,
    sources: sources.length === 0 ? undefined : sources.map((source) => source.id).join(' '),
  }
}

function junction(id: EdgeId, { steps }: Share): string {
  const kind = steps.get(id)?.kind ?? ''
  return element('node', `id="${name(id)}"`, { label: kind, kind: 'step' })
}

function edgeElements(edge: Edge, { undercut }: Share): readonly string[] {
  const { id, from, to, kind, because, weight } = edge
  const linked = edge.kind === 'supports' ? edge.linked : undefined
  const values = { kind, because, weight, linked }
  const ends = (source: string, target: string) => `source="${name(source)}" target="${name(target)}"`
  if (isStep(edge) && undercut.has(id)) {
    return [
      element('edge', `id="${name(id)}:in" ${ends(from, id)}`, values),
      element('edge', `id="${name(id)}:out" ${ends(id, to)}`, { kind }),
    ]
  }
  const ofEdge = isUndercut(edge) ? '' : ':edge'
  return [element('edge', `id="${name(id)}${ofEdge}" ${ends(from, to)}`, values)]
}

// Identifiers of GraphML are of the type NMTOKEN, which has no `>`.
function name(id: string): string {
  return id.replaceAll('>', ':')
}

function graphmlLosses({ nodes, edges, undercut, losses }: Share): readonly string[] {
  const texts = [
    ...nodes.map(({ title, statement, credenceBecause }) => [title, statement, credenceBecause]),
    ...edges.map(({ because }) => [because]),
  ]
  const broken = texts.filter((each) => each.some((text) => text !== undefined && !isXmlText(text)))
  return [
    ...told(
      undercut.size,
      '1 step that is undercut is',
      '# steps that are undercut are',
      'drawn as nodes of the kind `step`: GraphML has no edges that end at edges.',
    ),
    ...told(
      broken.length,
      'Of 1 node or relation',
      'Of # nodes and relations',
      'characters that XML cannot hold are replaced by U+FFFD.',
    ),
    ...lostOfNodes(nodes, ['body', 'places', 'experiment']),
    ...losses,
    lostOfMap,
  ]
}
