import { nodeKinds, readings, type ArgumentNode, type NodeKind, type Reading } from '../../core/document.ts'
import type { MapId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { relationKinds, type Edge, type RelationKind } from '../../core/relation.ts'
import type { Labels } from '../labels/explain-label.ts'
import type { Label } from '../labels/labelling.ts'
import { reviewStates, type ReviewState } from '../reviews.ts'
import { activeNodes } from '../rule.ts'
import { tally, type Tally } from './tally.ts'

/** The labels there are, as tables order them. */
export const labels = ['in', 'undecided', 'out'] as const satisfies readonly Label[]
/** What is known of the judgement of relations, as tables order it. */
export const reviewStateNames = [
  'reviewed',
  'suspect',
  'unreviewed',
] as const satisfies readonly ReviewState[]
/** Kinds of nodes that have a label. */
export const labelledKinds = ['claim', 'counterargument', 'evidence'] as const
/** Kinds of relations that are steps, which have a label too. */
export const stepKinds = ['supports', 'rebuts'] as const

/** Nodes of one part of a map, by kind. */
export interface PartCount {
  readonly map: MapId
  /** Absent for the nodes that stand in no part. */
  readonly part?: string
  readonly kinds: Tally<NodeKind>
}

/** What there is; every table adds up to the same nodes and relations. Withdrawn nodes are apart. */
export interface Counts {
  readonly kinds: Tally<NodeKind>
  /** In the order of maps and their parts; those in no part last in their map. */
  readonly parts: readonly PartCount[]
  readonly labels: Readonly<Record<(typeof labelledKinds)[number], Tally<Label>>>
  readonly steps: Readonly<Record<(typeof stepKinds)[number], Tally<Label>>>
  readonly relations: Readonly<Record<RelationKind, Tally<ReviewState>>>
  readonly sources: Tally<Reading>
}

/** Counts what takes part in the argument. */
export function countAll(kb: KnowledgeBase, labelOf: Labels): Counts {
  const nodes = [...activeNodes(kb)]
  const edges = [...kb.graph.edges.values()]
  const states = reviewStates(kb)
  const byLabel = (items: readonly (ArgumentNode | Edge)[]) =>
    tally(labels, items, ({ id }) => labelOf.get(id))
  return {
    kinds: byKind(nodes),
    parts: countParts(kb, nodes),
    labels: each(labelledKinds, (kind) => byLabel(nodes.filter((node) => node.kind === kind))),
    steps: each(stepKinds, (kind) => byLabel(edges.filter((edge) => edge.kind === kind))),
    relations: each(relationKinds, (kind) =>
      tally(reviewStateNames, edges, (edge) => (edge.kind === kind ? states.get(edge.id) : undefined)),
    ),
    sources: tally(readings, kb.sources.values(), ({ checked }) => checked.how),
  }
}

function byKind(nodes: Iterable<ArgumentNode>): Tally<NodeKind> {
  return tally(nodeKinds, nodes, ({ kind }) => kind)
}

function each<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>
}

/** A node may name a part that its map does not have, and a map may have no front page. */
function countParts(kb: KnowledgeBase, nodes: readonly ArgumentNode[]): readonly PartCount[] {
  const known = new Map([...kb.maps].map(([id, { parts }]) => [id, parts.map((part) => part.id)]))
  const partOf = ({ id, map }: ArgumentNode) =>
    known.get(map)?.find((part) => part === kb.parts.get(id))
  const byMap = Map.groupBy(nodes, ({ map }) => map)
  return [...new Set([...known.keys(), ...byMap.keys()])].flatMap((map) => {
    const byPart = Map.groupBy(byMap.get(map) ?? [], partOf)
    const parts = (known.get(map) ?? []).map((part) => ({
      map,
      part,
      kinds: byKind(byPart.get(part) ?? []),
    }))
    const rest = byPart.get(undefined)
    return rest === undefined ? parts : [...parts, { map, kinds: byKind(rest) }]
  })
}
