import { explainLabel } from '../../analysis/labels/explain-label.ts'
import { suspectEdges } from '../../analysis/reviews.ts'
import type { ArgumentNode } from '../../core/document.ts'
import type { EdgeId, NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import type { SiteContent } from '../content.ts'
import { readingOrder } from './order.ts'

/** What a page says of the objections to a step, before their names. */
export const doubtWords = {
  open: 'This step is undercut by ',
  contested: 'This step is contested by ',
  answered: 'Answered objections to this step: ',
} as const

/** One relation as a page shows it: the node at its other end and why it bears. */
export interface RelationRow {
  readonly edge: Edge
  readonly other: ArgumentNode
  /** For an undercut: the step it doubts. */
  readonly step?: { readonly from: ArgumentNode; readonly to: ArgumentNode }
  /** Nodes that count only together with `other`. */
  readonly linkedWith: readonly ArgumentNode[]
  /** Objections to this very step, by what became of them. */
  readonly doubts: Readonly<Record<keyof typeof doubtWords, readonly ArgumentNode[]>>
  /** Whether it was judged against an earlier wording of a statement or of its reason. */
  readonly isSuspect: boolean
}

/** All relations of one node, by what they mean to its reader. */
export interface Relations {
  readonly supports: readonly RelationRow[]
  readonly rebuts: readonly RelationRow[]
  /** Undercuts of steps that start here. */
  readonly doubted: readonly RelationRow[]
  readonly refinedBy: readonly RelationRow[]
  readonly answeredBy: readonly RelationRow[]
  /** What the node itself bears on. */
  readonly bearsOn: readonly RelationRow[]
}

/** The relations of a node, each with what a page says of it. */
export function relationsOf(content: SiteContent, id: NodeId): Relations {
  const { graph } = content.kb
  const inOrder = rowOrder(content)
  const incoming = (graph.incoming.get(id) ?? [])
    .map((edge) => incomingRow(content, edge))
    .sort(inOrder)
  const outgoing = graph.outgoing.get(id) ?? []
  const kind = (wanted: Edge['kind']) => incoming.filter(({ edge }) => edge.kind === wanted)
  const doubted = outgoing
    .flatMap((edge) => graph.incoming.get(edge.id) ?? [])
    .map((undercut) => incomingRow(content, undercut))
    .sort(inOrder)
  return {
    supports: kind('supports'),
    rebuts: kind('rebuts'),
    doubted,
    refinedBy: kind('refines'),
    answeredBy: kind('answers'),
    bearsOn: outgoing.map((edge) => outgoingRow(content, edge)),
  }
}

function rowOrder(content: SiteContent): (a: RelationRow, b: RelationRow) => number {
  const order = readingOrder(content.kb)
  return (a, b) => order(a.other, b.other)
}

/** The ids of the nodes at the other ends of a node's relations. */
export function relatedIds(relations: Relations): ReadonlySet<string> {
  const lists: readonly (readonly RelationRow[])[] = Object.values(relations)
  return new Set(lists.flatMap((rows) => rows.map(({ other }) => other.id)))
}

/** The two ends of a step. */
export function stepEnds(
  content: SiteContent,
  id: EdgeId,
): { readonly from: ArgumentNode; readonly to: ArgumentNode } {
  const edge = content.kb.graph.edges.get(id)
  if (edge === undefined || edge.kind === 'undercuts') {
    throw new RangeError(`Expected \`id\` to be a step of the graph: ${id}`)
  }
  return { from: nodeOf(content, edge.from), to: nodeOf(content, edge.to) }
}

function nodeOf(content: SiteContent, id: NodeId): ArgumentNode {
  const node = content.kb.graph.nodes.get(id)
  if (node === undefined) throw new RangeError(`Expected \`id\` to be a node: ${id}`)
  return node
}

function incomingRow(content: SiteContent, edge: Edge): RelationRow {
  return row(content, edge, nodeOf(content, edge.from))
}

function outgoingRow(content: SiteContent, edge: Edge): RelationRow {
  const other =
    edge.kind === 'undercuts' ? stepEnds(content, edge.to).from : nodeOf(content, edge.to)
  return row(content, edge, other)
}

function row(content: SiteContent, edge: Edge, other: ArgumentNode): RelationRow {
  return {
    edge,
    other,
    ...(edge.kind === 'undercuts' ? { step: stepEnds(content, edge.to) } : {}),
    linkedWith: linkedWith(content, edge),
    doubts: doubtsOf(content, edge),
    isSuspect: suspectsOf(content.written).has(edge.id),
  }
}

const suspects = new WeakMap<KnowledgeBase, ReadonlySet<EdgeId>>()

// As the files have them: what pages word otherwise was judged as it was written.
function suspectsOf(written: KnowledgeBase): ReadonlySet<EdgeId> {
  const known = suspects.get(written) ?? new Set(suspectEdges(written).map(({ edge }) => edge.id))
  suspects.set(written, known)
  return known
}

function doubtsOf(content: SiteContent, edge: Edge): RelationRow['doubts'] {
  if (!content.labels.has(edge.id)) return { open: [], contested: [], answered: [] }
  const why = explainLabel(content.kb.graph, content.labels, edge.id)
  const nodes = (ids: readonly NodeId[]) => ids.map((id) => nodeOf(content, id))
  return {
    open: nodes(why.open),
    contested: nodes(why.contested),
    answered: nodes(why.answered.map(({ objection }) => objection)),
  }
}

/** The nodes whose supports of one target count only together with an edge. */
export function linkedWith(content: SiteContent, edge: Edge): readonly ArgumentNode[] {
  if (edge.kind !== 'supports' || edge.linked === undefined) return []
  return (content.kb.graph.incoming.get(edge.to) ?? [])
    .filter((e) => e.kind === 'supports' && e.linked === edge.linked && e.id !== edge.id)
    .map((e) => nodeOf(content, e.from))
}
