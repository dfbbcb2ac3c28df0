import { edgeId, type NodeId } from '../../core/id.ts'
import type { ArgumentGraph, KnowledgeBase } from '../../core/knowledge-base.ts'
import { indexStatements } from '../near-duplicates.ts'
import { activeNodes } from '../rule.ts'
import type { AlikePair } from './comparison.ts'

/** How many nodes each new statement is compared with in the answer. */
const most = 4

/**
 * Pairs in which one statement is new and that say the same, or the same denied, and that no
 * relation joins; each pair once.
 */
export function findAlike(before: KnowledgeBase, after: KnowledgeBase): readonly AlikePair[] {
  const nodes = [...activeNodes(after)]
  const fresh = nodes.filter(
    ({ id, statement }) => before.graph.nodes.get(id)?.statement !== statement,
  )
  if (fresh.length === 0) return []
  const index = indexStatements(nodes)
  const pairs = new Map<string, AlikePair>()
  for (const { id, statement } of fresh) {
    for (const { id: other, score, kind } of index.alike(statement, most)) {
      if (other === id || kind === 'related' || pairs.has(`${other} ${id}`)) continue
      if (areJoined(after.graph, id, other as NodeId)) continue
      pairs.set(`${id} ${other}`, { id, other, kind, score: Math.round(score * 100) / 100 })
    }
  }
  return [...pairs.values()]
}

function areJoined({ edges }: ArgumentGraph, a: NodeId, b: NodeId): boolean {
  return edges.has(edgeId(a, b)) || edges.has(edgeId(b, a))
}
