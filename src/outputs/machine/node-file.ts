import type { Moment, Wording } from '../../analysis/history/history.ts'
import type { Label } from '../../analysis/labels/labelling.ts'
import { successorsOf } from '../../analysis/successors.ts'
import type { ArgumentNode, SourceRef } from '../../core/document.ts'
import type { EdgeId, NodeId, SourceId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import type { CitedNode } from '../cite/cited-node.ts'
import { exportNode, exportRelation } from '../json.ts'
import type { Addresses } from './addresses.ts'
import type { IndexFile, NodeBrief, NodeFile, NodeFileRelation } from './node-schema.ts'

/** All that the files for machines are made from; `kb` as the content files have it. */
export interface MachineContent {
  readonly kb: KnowledgeBase
  readonly labels: ReadonlyMap<NodeId | EdgeId, Label>
  readonly addresses: Addresses
  readonly wordingOf: (id: NodeId) => Wording
  readonly citedOf: (id: NodeId) => CitedNode
  /** The last commit that changed a node; undefined where that is not known. */
  readonly modifiedOf: (id: NodeId) => Moment | undefined
  /** The strength of a node; undefined for questions and what is withdrawn. */
  readonly strengthOf: (id: NodeId) => NodeFile['strength']
}

const decimals = 1e6

/** A node with all that is known of it: what it bears on, what bears on it, how it stands. */
export function toNodeFile(node: ArgumentNode, content: MachineContent): NodeFile {
  const { kb, labels, addresses } = content
  const { graph } = kb
  const { relations: _, sources: __, body, ...own } = exportNode(node, kb, labels)
  const wording = content.wordingOf(node.id)
  const modified = content.modifiedOf(node.id)
  const strength = content.strengthOf(node.id)
  return {
    $schema: addresses.schema('claim-v1.schema.json'),
    version: 1,
    ...own,
    url: addresses.page(node.id),
    pinned: addresses.pinned(node.id, wording.hash),
    forms: addresses.forms(node.id),
    wording: {
      hash: wording.hash,
      ...(wording.since === undefined ? {} : { since: moment(wording.since) }),
    },
    ...(modified === undefined ? {} : { modified: moment(modified) }),
    ...(strength === undefined ? {} : { strength: rounded(strength) }),
    relations: edgesAt(graph.outgoing, node.id).map((edge) => outgoing(edge, content)),
    incoming: edgesAt(graph.incoming, node.id).map((edge) => incoming(edge, content)),
    sources: node.sources.flatMap((ref) => sourceOf(ref, content)),
    ...(node.withdrawn === undefined ? {} : { successors: successors(node.id, content) }),
    body,
  }
}

/** Every node in brief, in order of id; `head` is the newest commit that is known. */
export function toIndexFile(content: MachineContent, head: Moment | undefined): IndexFile {
  const { kb, labels, addresses } = content
  return {
    $schema: addresses.schema('index-v1.schema.json'),
    version: 1,
    url: addresses.home,
    ...(head === undefined ? {} : { modified: moment(head) }),
    nodes: [...kb.graph.nodes.values()].map(({ id, map, kind, title, statement, withdrawn }) => {
      const on = content.modifiedOf(id)?.on
      const merged = withdrawn?.mergedInto?.id
      return {
        id,
        map,
        kind,
        title,
        statement,
        label: labels.get(id) ?? 'undecided',
        wording: content.wordingOf(id).hash,
        url: addresses.page(id),
        json: jsonOf(id, addresses),
        ...(on === undefined ? {} : { modified: on }),
        ...(withdrawn === undefined ? {} : { withdrawn: true as const }),
        ...(merged === undefined ? {} : { mergedInto: merged }),
      }
    }),
  }
}

/** A node's file as JSON, indented, with a line end. */
export function nodeFileText(file: NodeFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The index as JSON, a line a node, with a line end. */
export function indexFileText({ nodes, ...head }: IndexFile): string {
  const start = JSON.stringify(head).replace(/\}$/, '')
  return `${start},"nodes":[\n${nodes.map((node) => JSON.stringify(node)).join(',\n')}\n]}\n`
}

function moment({ commit, on }: Moment): { commit: string; on: string } {
  return { commit, on }
}

function rounded(strength: NonNullable<NodeFile['strength']>): NodeFile['strength'] {
  const parts = Object.entries(strength)
    .filter(([, value]) => value !== undefined && !Number.isNaN(value))
    .map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * decimals) / decimals : value,
    ])
  return Object.fromEntries(parts) as NodeFile['strength']
}

function edgesAt(
  lists: ReadonlyMap<NodeId | EdgeId, readonly Edge[]>,
  id: NodeId | EdgeId,
): readonly Edge[] {
  return lists.get(id) ?? []
}

function outgoing(edge: Edge, content: MachineContent): NodeFileRelation {
  if (edge.kind !== 'undercuts') return relation(edge, edge.to, content)
  const step = content.kb.graph.edges.get(edge.to)
  if (step === undefined || step.kind === 'undercuts') {
    throw new TypeError(`Expected the graph to have step \`${edge.to}\``)
  }
  return { ...relation(edge, step.from, content), stepTo: brief(step.to, content) }
}

function incoming(edge: Edge, content: MachineContent): NodeFileRelation {
  return relation(edge, edge.from, content)
}

function relation(edge: Edge, other: NodeId, content: MachineContent): NodeFileRelation {
  const { graph } = content.kb
  return {
    ...exportRelation(edge, graph.edges, content.labels),
    from: edge.from,
    other: brief(other, content),
    doubts: edgesAt(graph.incoming, edge.id).map((doubt) => ({
      ...exportRelation(doubt, graph.edges, content.labels),
      from: doubt.from,
      other: brief(doubt.from, content),
    })),
  }
}

function brief(id: NodeId, { kb, labels, addresses }: MachineContent): NodeBrief {
  const node = kb.graph.nodes.get(id)
  if (node === undefined) throw new RangeError(`Expected \`id\` to be a node: ${id}`)
  const { kind, title, statement, withdrawn } = node
  return {
    id,
    kind,
    title,
    statement,
    label: labels.get(id) ?? 'undecided',
    ...(withdrawn === undefined ? {} : { withdrawn: true }),
    url: addresses.page(id),
    json: jsonOf(id, addresses),
  }
}

function jsonOf(id: string, addresses: Addresses): string {
  return addresses.forms(id)['json'] ?? addresses.page(id)
}

function sourceOf(
  { id, at, quote }: SourceRef,
  { kb, addresses }: MachineContent,
): NodeFile['sources'] {
  const source = kb.sources.get(id as SourceId)
  if (source === undefined) return []
  const { how, where } = source.checked
  return [
    {
      id,
      ...(at === undefined ? {} : { at }),
      ...(quote === undefined ? {} : { quote }),
      url: addresses.source(id),
      csl: { id, ...source.csl },
      checked: { how, where },
    },
  ]
}

function successors(
  id: NodeId,
  content: MachineContent,
): NonNullable<NodeFile['successors']> {
  const { merged, see } = successorsOf(content.kb.graph.nodes, id)
  return [...(merged === undefined ? [] : [merged]), ...see].map((each) => brief(each, content))
}
