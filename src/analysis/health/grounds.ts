import type { ArgumentNode, Reading } from '../../core/document.ts'
import type { NodeId, SourceId } from '../../core/id.ts'
import type { ArgumentGraph, KnowledgeBase } from '../../core/knowledge-base.ts'
import { byText } from '../../graph/by-text.ts'
import { walk } from '../../graph/traverse.ts'
import { activeNodes } from '../rule.ts'
import { nearestFirst, type Nearness } from './nearness.ts'

const notRead: ReadonlySet<Reading> = new Set(['secondary', 'unread'])

/** A source that is known only through others or not at all. */
export interface UnreadSource {
  readonly id: SourceId
  /** Evidence that rests on this and on others of its kind alone. */
  readonly only: readonly NodeId[]
  /** Other nodes that cite it. */
  readonly also: readonly NodeId[]
}

/** What the argument lacks at its lower end. */
export interface Grounds {
  /** Claims that nothing supports. */
  readonly unsupported: readonly NodeId[]
  /** Claims that something supports, but in the end no evidence. */
  readonly withoutEvidence: readonly NodeId[]
  /** Evidence without an experiment whose every source is known only through others or not at all. */
  readonly secondHand: readonly NodeId[]
  /** Those that most evidence rests on alone come first, then those that most nodes cite. */
  readonly unread: readonly UnreadSource[]
}

/** Looks for what nothing carries; nodes nearest to a thesis come first. */
export function findGrounds(kb: KnowledgeBase, nearness: Nearness): Grounds {
  const { graph } = kb
  const grounded = groundedByEvidence(graph)
  const claims = [...activeNodes(kb, 'claim')].filter(({ id }) => !grounded.has(id))
  const isSupported = ({ id }: ArgumentNode) =>
    (graph.incoming.get(id) ?? []).some(({ kind }) => kind === 'supports')
  const secondHand = [...activeNodes(kb, 'evidence')].filter((node) => isSecondHand(kb, node))
  const inOrder = (nodes: readonly ArgumentNode[]) =>
    nearestFirst(
      nearness,
      nodes.map(({ id }) => id),
    )
  return {
    unsupported: inOrder(claims.filter((node) => !isSupported(node))),
    withoutEvidence: inOrder(claims.filter(isSupported)),
    secondHand: inOrder(secondHand),
    unread: unreadSources(kb, new Set(secondHand), nearness),
  }
}

/** All that evidence supports, if only by way of others; the evidence itself with it. */
function groundedByEvidence(graph: ArgumentGraph): ReadonlySet<NodeId> {
  const evidence = [...graph.nodes.values()]
    .filter(({ kind, withdrawn }) => kind === 'evidence' && withdrawn === undefined)
    .map(({ id }) => id)
  return new Set([...walk(evidence, (id) => supportedBy(graph, id))].map(([id]) => id))
}

function* supportedBy(graph: ArgumentGraph, id: NodeId): Generator<NodeId> {
  for (const edge of graph.outgoing.get(id) ?? []) if (edge.kind === 'supports') yield edge.to
}

function isSecondHand({ sources }: KnowledgeBase, node: ArgumentNode): boolean {
  if (node.sources.length === 0 || node.experiment !== undefined) return false
  return node.sources.every(({ id }) => {
    const how = sources.get(id as SourceId)?.checked.how
    return how !== undefined && notRead.has(how)
  })
}

function unreadSources(
  kb: KnowledgeBase,
  secondHand: ReadonlySet<ArgumentNode>,
  nearness: Nearness,
): readonly UnreadSource[] {
  const pairs = [...activeNodes(kb)].flatMap((node) =>
    [...new Set(node.sources.map(({ id }) => id))].map((source) => ({ source, node })),
  )
  const citing = Map.groupBy(pairs, ({ source }) => source)
  const citedBy = (id: SourceId, isOnly: boolean) => {
    const nodes = (citing.get(id) ?? []).map(({ node }) => node)
    const chosen = nodes.filter((node) => secondHand.has(node) === isOnly)
    return nearestFirst(
      nearness,
      chosen.map((node) => node.id),
    )
  }
  return [...kb.sources.values()]
    .filter(({ checked }) => notRead.has(checked.how))
    .map(({ id }) => ({ id, only: citedBy(id, true), also: citedBy(id, false) }))
    .sort(
      (a, b) =>
        b.only.length - a.only.length || b.also.length - a.also.length || byText(a.id, b.id),
    )
}
