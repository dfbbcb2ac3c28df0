import type { ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import { wordingHash } from '../../core/wording.ts'
import type { Past, PastNode } from './fold.ts'
import type { ContentHistory, NodeHistory, Wording } from './history.ts'

const nothing: PastNode = { events: [], wordings: [] }

/**
 * The past of the nodes that there are now, as written: what commits tell, and the wording of now,
 * which may be in no commit yet. `incomplete` says why the past is not all there.
 */
export function contentHistory(
  nodes: Iterable<ArgumentNode>,
  past: Past = { nodes: [] },
  incomplete?: string,
): ContentHistory {
  const known = new Map<NodeId, PastNode>(past.nodes)
  const histories = [...nodes].map((node): [NodeId, NodeHistory] => [
    node.id,
    nodeHistory(node, known.get(node.id) ?? nothing),
  ])
  return {
    nodes: new Map(histories),
    ...(past.head && { head: past.head }),
    ...(incomplete !== undefined && { incomplete }),
  }
}

function nodeHistory(node: ArgumentNode, { events, wordings, modified }: PastNode): NodeHistory {
  const { id, statement } = node
  const hash = wordingHash(statement)
  const last = wordings.at(-1)
  const now: Wording = last?.hash === hash ? { ...last, statement } : { hash, statement }
  const earlier = wordings.filter((wording) => wording.hash !== hash)
  const [first = now, ...rest] = [...earlier, now]
  return { id, events, wordings: [first, ...rest], ...(modified && { modified }) }
}
