import type { ArgumentNode, Withdrawal } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { knownIds } from '../../graph/known-ids.ts'
import { changedNode } from './changed-node.ts'
import { cutText, type ComparisonLists, type WithdrawnNode } from './comparison.ts'
import type { Standings } from './standing.ts'

type NodeLists = Pick<
  ComparisonLists,
  'added' | 'changed' | 'withdrawn' | 'resurrected' | 'removed'
>

/**
 * Nodes that came, changed and went. One whose file is there and cannot be read, on either side, is
 * neither new nor gone: that file is among the unread.
 */
export function compareNodes(
  before: KnowledgeBase,
  after: KnowledgeBase,
  standings: Standings,
): NodeLists {
  const [was, is] = [before.graph.nodes, after.graph.nodes]
  const [knownBefore, knownAfter] = [knownIds(before.paths).nodes, knownIds(after.paths).nodes]
  const kept = [...is.values()].flatMap((node) => {
    const old = was.get(node.id)
    return old === undefined ? [] : [[old, node] as const]
  })
  return {
    added: [...is.values()]
      .filter(({ id }) => !knownBefore.has(id))
      .map((node) => addedNode(node, standings)),
    changed: kept.flatMap(([old, node]) => changedNode(old, node) ?? []),
    withdrawn: kept.flatMap(([old, { id, withdrawn }]) =>
      withdrawn === undefined || old.withdrawn !== undefined ? [] : [withdrawnNode(id, withdrawn)],
    ),
    resurrected: kept
      .filter(([old, node]) => old.withdrawn !== undefined && node.withdrawn === undefined)
      .map(([{ id }]) => ({ id })),
    removed: [...was.values()]
      .filter(({ id }) => !knownAfter.has(id))
      .map(({ id, place }) => ({ id, file: cutText(place.file) })),
  }
}

function addedNode({ id, kind, place, statement }: ArgumentNode, standings: Standings) {
  const standing = standings.get(id)
  const where = standing === undefined ? {} : { standing }
  return { id, kind, file: cutText(place.file), statement: cutText(statement), ...where }
}

function withdrawnNode(id: NodeId, { reason, see, mergedInto }: Withdrawal): WithdrawnNode {
  return {
    id,
    reason: cutText(reason),
    see: see.slice(0, 10).map((other) => other.id),
    ...(mergedInto === undefined ? {} : { mergedInto: mergedInto.id }),
  }
}
