import { openStatementSearch, type StatementSearch } from '../../src/analysis/find-statements.ts'
import type { ArgumentNode } from '../../src/core/document.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'

/** The node that a stranger's words mean, and the next that they may mean. */
export interface Target {
  readonly node: ArgumentNode
  /** Whether it was named by id or address and not looked for by its words. */
  readonly isNamed: boolean
  readonly others: readonly ArgumentNode[]
}

const others = 3

/**
 * Finds what an address of the site, the name of a file, an id or a part of a sentence means, among
 * some nodes. Withdrawn nodes are found only where they are named.
 */
export function findTarget(
  nodes: Iterable<ArgumentNode>,
  written: string,
): Target | undefined {
  const byId = new Map<string, ArgumentNode>()
  for (const node of nodes) byId.set(node.id, node)
  const named = byId.get(nameIn(written) ?? '')
  if (named !== undefined) return { node: named, isNamed: true, others: [] }
  const standing = [...byId.values()].filter(({ withdrawn }) => withdrawn === undefined)
  const found = openSearch(standing).find(written, others + 1)
  const [node, ...next] = found.flatMap((id) => byId.get(id) ?? [])
  return node === undefined ? undefined : { node, isNamed: false, others: next }
}

function openSearch(nodes: readonly ArgumentNode[]): StatementSearch {
  return openStatementSearch(
    nodes.map(({ id, title, statement, kind }) => ({ id, title, statement, kind })),
  )
}

function nameIn(written: string): string | undefined {
  const text = written.trim()
  const address = /\/c\/([a-z0-9-]{3,64})(?:[/?#].*)?$/.exec(text)?.[1]
  return address ?? /^(?:.*\/)?([a-z0-9-]{3,64})(?:\.md)?$/.exec(text)?.[1]
}

/** The nodes to which there are steps from a node that can be doubted. */
export function stepsFrom(kb: KnowledgeBase, node: ArgumentNode): readonly ArgumentNode[] {
  return (kb.graph.outgoing.get(node.id) ?? []).flatMap((edge) => {
    if (edge.kind !== 'supports' && edge.kind !== 'rebuts') return []
    return kb.graph.nodes.get(edge.to) ?? []
  })
}
