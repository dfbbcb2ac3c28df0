import type { ArgumentNode, NodeKind } from '../../core/document.ts'
import type { Edge, RelationKind } from '../../core/relation.ts'
import { relationKinds, relationWords } from '../../core/relation.ts'
import { lostOfMap, lostOfNodes, type Exported, type Share } from './share.ts'

/** Kinds of nodes of discourse graphs; a counterargument is a claim there. */
const labels: Readonly<Record<NodeKind, { readonly mark: string; readonly label: string }>> = {
  claim: { mark: 'CLM', label: 'Claim' },
  counterargument: { mark: 'CLM', label: 'Claim' },
  evidence: { mark: 'EVD', label: 'Evidence' },
  question: { mark: 'QUE', label: 'Question' },
}

const id = { '@type': '@id' } as const

/**
 * Nodes and relations as the JSON-LD of Discourse Graphs: schemas of nodes, definitions of relations
 * both ways, a page for each node and an instance for each relation. `published` is where the site is,
 * as `siteAddress` gives it: a node's `@id` is the address of its page, or a name where the host is
 * not known. An undercut ends at the relation instance of its step.
 */
export function toDiscourseGraph(share: Share, published: string): Exported {
  const hasHost = /^https?:/.test(published)
  const address = hasHost ? `${published}/` : 'urn:assay:'
  const kinds = [...new Map(Object.values(labels).map((each) => [each.mark, each])).values()]
  const whole = {
    '@context': contextOf(address),
    '@id': address,
    title: share.title,
    '@graph': [
      ...kinds.map(({ mark, label }) => ({ '@id': `types:${mark}`, '@type': 'nodeSchema', label })),
      ...relationKinds.flatMap(definitions),
      ...share.nodes.map((node) => page(node)),
      ...share.edges.map(instance),
    ],
  }
  const losses = [
    'Discourse Graphs have claims, evidence and questions: counterarguments are claims, and what kind a node is stands in a term of our own.',
    'Undercuts end at a relation, which Discourse Graphs’ own tools do not draw; reasons, weights, linked premises, caveats and credences stand in terms of our own.',
    ...(hasHost ? [] : ['Where the site is published is not set (`ASSAY_SITE`): nodes have names and no addresses.']),
    ...lostOfNodes(share.nodes, ['places', 'experiment']),
    ...share.losses,
    lostOfMap,
  ]
  return { text: `${JSON.stringify(whole, null, 2)}\n`, losses }
}

function contextOf(address: string): Record<string, unknown> {
  return {
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    owl: 'http://www.w3.org/2002/07/owl#',
    dc: 'http://purl.org/dc/elements/1.1/',
    sioc: 'http://rdfs.org/sioc/ns#',
    dgb: 'https://discoursegraphs.com/schema/dg_base#',
    assay: `${address}knowledge-base.schema.json#`,
    pages: `${address}c/`,
    types: `${address}knowledge-base.json#type/`,
    relations: `${address}knowledge-base.json#relation/`,
    title: 'dc:title',
    label: 'rdfs:label',
    content: 'sioc:content',
    because: 'rdfs:comment',
    nodeSchema: 'dgb:NodeSchema',
    relationDef: 'dgb:RelationDef',
    relationInstance: 'dgb:RelationInstance',
    source: { '@id': 'dgb:source', ...id },
    destination: { '@id': 'dgb:destination', ...id },
    predicate: { '@id': 'rdf:predicate', ...id },
    inverseOf: { '@id': 'owl:inverseOf', ...id },
    basis: { '@id': 'dc:source', ...id },
    sources: `${address}sources/`,
    kind: 'assay:kind',
    statement: 'assay:statement',
    weight: 'assay:weight',
    linked: 'assay:linked',
    caveat: 'assay:caveat',
    credence: 'assay:credence',
    'credence-because': 'assay:credence-because',
  }
}

function definitions(kind: RelationKind): readonly object[] {
  const { forward, backward } = relationWords[kind]
  const own = { '@id': `relations:${kind}`, '@type': 'relationDef', label: forward }
  const inverse = { ...own, '@id': `relations:${kind}-inverse`, label: backward, inverseOf: own['@id'] }
  return [own, inverse]
}

function page(node: ArgumentNode): object {
  const { mark } = labels[node.kind]
  const { credence, credenceBecause, sources } = node
  return {
    '@id': pageOf(node.id),
    '@type': `types:${mark}`,
    title: `[[${mark}]] - ${node.statement}`,
    label: node.title,
    statement: node.statement,
    kind: node.kind,
    ...(node.caveat ? { caveat: true } : {}),
    ...(credence === undefined ? {} : { credence, 'credence-because': credenceBecause }),
    ...(sources.length === 0 ? {} : { basis: sources.map((source) => `sources:${source.id}/`) }),
    content: node.body.markdown,
  }
}

function instance(edge: Edge): object {
  const { because, weight } = edge
  return {
    '@id': instanceOf(edge.id),
    '@type': 'relationInstance',
    predicate: `relations:${edge.kind}`,
    source: pageOf(edge.from),
    destination: edge.kind === 'undercuts' ? instanceOf(edge.to) : pageOf(edge.to),
    ...(because === undefined ? {} : { because }),
    ...(weight === 1 ? {} : { weight }),
    ...(edge.kind === 'supports' && edge.linked !== undefined ? { linked: edge.linked } : {}),
  }
}

function pageOf(node: string): string {
  return `pages:${node}/`
}

function instanceOf(edge: string): string {
  return `relations:${edge.replaceAll('>', '/')}`
}
