import type { ContentHistory, NodeHistory, Wording } from '../../analysis/history/history.ts'
import type { ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import { wordingHash } from '../../core/wording.ts'
import { siteContent, type SiteContent } from '../content.ts'

const known = new WeakMap<SiteContent, ContentHistory>()

/** The past of the content as git has it, with an entry for every node. */
export function siteHistory(): ContentHistory {
  const content = siteContent()
  let history = known.get(content)
  if (history === undefined) {
    history = readSiteHistory(content)
    known.set(content, history)
  }
  return history
}

function readSiteHistory({ written }: SiteContent): ContentHistory {
  const nodes = [...written.graph.nodes.values()].map((node): [NodeId, NodeHistory] => [
    node.id,
    { id: node.id, events: [], wordings: [presentWording(node)] },
  ])
  return { nodes: new Map(nodes), incomplete: 'There is no history here.' }
}

function presentWording({ statement }: ArgumentNode): Wording {
  return { hash: wordingHash(statement), statement }
}

/** The past of a node. */
export function historyOf(id: NodeId): NodeHistory {
  const history = siteHistory().nodes.get(id)
  if (history === undefined) throw new RangeError(`Expected \`id\` to be a node: ${id}`)
  return history
}

/** The wording of a node's statement as it is now. */
export function wordingNow(id: NodeId): Wording {
  return historyOf(id).wordings.at(-1) as Wording
}
