import type { ArgumentNode, NodeKind, Reading } from '../../core/document.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Relation, RelationKind, Step } from '../../core/relation.ts'
import { plainWithdrawal } from '../../core/withdrawal.ts'

/** A relation of a node in the index. */
export type IndexedRelation = readonly [kind: RelationKind, to: string | Step, linked?: string]

/** What the rules need of a node when they judge another one. */
export interface IndexedNode {
  readonly id: string
  readonly map: string
  readonly kind: NodeKind
  readonly title: string
  readonly statement: string
  readonly relations: readonly IndexedRelation[]
  readonly sources: readonly string[]
  /** When and why it was withdrawn, the nodes that take its place, and what it was merged into. */
  readonly withdrawn?: IndexedWithdrawal
}

/** A withdrawal with ids in the place of references. */
export interface IndexedWithdrawal {
  readonly on: string
  readonly reason: string
  readonly see: readonly string[]
  readonly mergedInto?: string
}

/** What the rules need of a map. */
export interface IndexedMap {
  readonly id: string
  readonly title: string
  readonly thesis: string
  readonly rival?: string
  readonly parts: readonly { readonly id: string; readonly title: string }[]
}

/** All that a draft of a node can be judged by, as JSON: content without bodies and places. */
export interface ContentIndex {
  readonly version: 1
  readonly nodes: readonly IndexedNode[]
  readonly maps: readonly IndexedMap[]
  readonly sources: readonly { readonly id: string; readonly title: string; readonly how: Reading }[]
  /** Paths of files that are none of these: results, outlines, what cannot be read. */
  readonly others: readonly string[]
}

/** The index of a content; the order of everything is that of the knowledge base. */
export function toContentIndex(kb: KnowledgeBase): ContentIndex {
  const nodes = [...kb.graph.nodes.values()].map(indexNode)
  const maps = [...kb.maps.values()].map(({ id, title, thesis, rival, parts }) => ({
    id,
    title,
    thesis,
    ...(rival === undefined ? {} : { rival }),
    parts: parts.map((part) => ({ id: part.id, title: part.title })),
  }))
  const sources = [...kb.sources.values()].map(({ id, title, checked }) => {
    return { id, title, how: checked.how }
  })
  const named = new Set([
    ...nodes.map(nodePath),
    ...maps.map(({ id }) => mapPath(id)),
    ...sources.map(({ id }) => sourcePath(id)),
  ])
  const others = [...kb.paths].filter((path) => !named.has(path))
  return { version: 1, nodes, maps, sources, others }
}

/** The file of a node. */
export function nodePath({ map, id }: { readonly map: string; readonly id: string }): string {
  return `content/${map}/${id}.md`
}

/** The file of a map. */
export function mapPath(id: string): string {
  return `content/${id}/index.md`
}

/** The file of a source. */
export function sourcePath(id: string): string {
  return `content/sources/${id}.md`
}

function indexNode(node: ArgumentNode): IndexedNode {
  const { id, map, kind, title, statement, relations, sources, withdrawn } = node
  return {
    id,
    map,
    kind,
    title,
    statement,
    relations: relations.map(indexRelation),
    sources: sources.map((source) => source.id),
    ...(withdrawn === undefined ? {} : { withdrawn: plainWithdrawal(withdrawn) }),
  }
}

function indexRelation(relation: Relation): IndexedRelation {
  const { kind, to } = relation
  return kind === 'supports' && relation.linked !== undefined
    ? [kind, to, relation.linked]
    : [kind, to]
}
