import type { ArgumentMap, ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import { relationWords, type Edge, type RelationKind } from '../../core/relation.ts'
import type { SiteContent } from '../content.ts'
import { readingOrder } from './order.ts'
import { stepEnds } from './relations.ts'

/** A node in the outline, below what it bears on. */
export interface TreeItem {
  readonly node: ArgumentNode
  /** How it bears on the item above it, in words. */
  readonly role: string
  readonly kind?: RelationKind
  readonly depth: number
  /** Whether its own children stand at an earlier place. */
  readonly repeated: boolean
  readonly children: readonly TreeItem[]
}

interface Child {
  readonly id: NodeId
  readonly node: ArgumentNode
  readonly kind: RelationKind
  readonly role: string
}

const order: Readonly<Record<RelationKind, number>> = {
  supports: 0,
  rebuts: 1,
  undercuts: 2,
  refines: 3,
  answers: 4,
}

/**
 * The nodes of a map as a forest from the thesis downwards, breadth first: each node stands in full
 * where it is nearest to a root, and as a mere mention elsewhere. What bears on nothing that is
 * reached becomes a root of its own, so that no live node is missing.
 */
export function outlineTree(content: SiteContent, map: ArgumentMap): readonly TreeItem[] {
  const live = [...content.kb.graph.nodes.values()].filter(
    (node) => node.map === map.id && !node.withdrawn,
  )
  const home = new Map<NodeId, NodeId | undefined>()
  const roots: NodeId[] = []
  const starts = [map.thesis, map.rival, ...live.map(({ id }) => id)] as (NodeId | undefined)[]
  for (const start of starts) {
    if (start === undefined || home.has(start) || !content.kb.graph.nodes.has(start)) continue
    if (!isTop(content, start, map)) continue
    roots.push(start)
    spread(content, start, home)
  }
  for (const { id } of live) {
    if (home.has(id)) continue
    roots.push(id)
    spread(content, id, home)
  }
  return roots.map((id) => item(content, home, { id, role: '' }, undefined, 0))
}

/** What stands below an item, counted in words: "3 in support, 1 objection". */
export function summarise(item: TreeItem): string {
  const count = (...kinds: readonly RelationKind[]) =>
    item.children.filter(({ kind }) => kind !== undefined && kinds.includes(kind)).length
  const support = count('supports')
  const against = count('rebuts', 'undercuts')
  const others = count('refines', 'answers')
  return [
    ...(support > 0 ? [`${support} in support`] : []),
    ...(against > 0 ? [`${against} ${against === 1 ? 'objection' : 'objections'}`] : []),
    ...(others > 0 ? [`${others} more`] : []),
  ].join(', ')
}

function isTop(content: SiteContent, id: NodeId, map: ArgumentMap): boolean {
  if (id === map.thesis || id === map.rival) return true
  return (content.kb.graph.outgoing.get(id) ?? []).length === 0
}

/** Marks for every node reached from a root the node under which it stands. */
function spread(content: SiteContent, root: NodeId, home: Map<NodeId, NodeId | undefined>): void {
  home.set(root, undefined)
  const queue = [root]
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at]
    if (id === undefined) break
    for (const child of childrenOf(content, id)) {
      if (home.has(child.id)) continue
      home.set(child.id, id)
      queue.push(child.id)
    }
  }
}

function item(
  content: SiteContent,
  home: ReadonlyMap<NodeId, NodeId | undefined>,
  { id, role, kind }: Pick<Child, 'id' | 'role'> & Partial<Pick<Child, 'kind'>>,
  parent: NodeId | undefined,
  depth: number,
): TreeItem {
  const node = content.kb.graph.nodes.get(id)
  if (node === undefined) throw new RangeError(`Expected \`id\` to be a node: ${id}`)
  const repeated = home.get(id) !== parent
  const children = repeated ? [] : childrenOf(content, id)
  return {
    node,
    role,
    ...(kind === undefined ? {} : { kind }),
    depth,
    repeated: repeated && childrenOf(content, id).length > 0,
    children: children.map((child) => item(content, home, child, id, depth + 1)),
  }
}

/** What bears on a node or on a step from it, supports first; each node once. */
function childrenOf(content: SiteContent, id: NodeId): readonly Child[] {
  const { graph } = content.kb
  const onNode = (graph.incoming.get(id) ?? []).map((edge) =>
    child(content, edge, relationWords[edge.kind].forward),
  )
  const onSteps = (graph.outgoing.get(id) ?? []).flatMap((edge) =>
    (graph.incoming.get(edge.id) ?? []).map((undercut) =>
      child(content, undercut, `doubts its step to “${stepEnds(content, edge.id).to.title}”:`),
    ),
  )
  const inOrder = readingOrder(content.kb)
  const seen = new Set<NodeId>()
  return [...onNode, ...onSteps]
    .sort((a, b) => order[a.kind] - order[b.kind] || inOrder(a.node, b.node))
    .filter(({ id: each }) => !seen.has(each) && seen.add(each))
}

function child(content: SiteContent, edge: Edge, role: string): Child {
  const node = content.kb.graph.nodes.get(edge.from)
  if (node === undefined) throw new RangeError(`Expected \`edge\` to start at a node: ${edge.id}`)
  return { id: edge.from, node, kind: edge.kind, role }
}
