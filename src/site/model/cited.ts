import type { ArgumentMap, ArgumentNode } from '../../core/document.ts'
import type { NodeId, SourceId } from '../../core/id.ts'
import type { CitedNode } from '../../outputs/cite/cited-node.ts'
import type { MapPage, NodePage } from '../../outputs/cite/json-ld.ts'
import { siteContent } from '../content.ts'
import { absolute, commitFileUrl, mapUrl, nodeUrl, pinnedUrl } from '../urls.ts'
import { historyOf, wordingNow } from './history.ts'

/**
 * The present wording of a node as it is cited. Its date is that of the commit that brought the
 * wording, so that a reference never changes with the day on which it is made.
 *
 * @throws RangeError when there is no such node.
 */
export function citedNode(id: NodeId): CitedNode {
  const { written } = siteContent()
  const node = written.graph.nodes.get(id)
  if (node === undefined) throw new RangeError(`Expected \`id\` to be a node: ${id}`)
  const { hash, since, file } = wordingNow(id)
  const archived = since && file && commitFileUrl(since.commit, file)
  return {
    id,
    kind: node.kind,
    title: node.title,
    statement: node.statement,
    map: written.maps.get(node.map)?.title ?? node.map,
    hash,
    page: absolute(nodeUrl(id)),
    url: absolute(pinnedUrl(id, hash)),
    ...(since === undefined ? {} : { since }),
    ...(archived ? { archived } : {}),
    ...(node.withdrawn === undefined ? {} : { withdrawn: node.withdrawn.on }),
  }
}

/** What the page of a node says of it to readers of schema.org beside the wording. */
export function nodePage({ id, map }: ArgumentNode): NodePage {
  const { modified } = historyOf(id)
  return {
    map: absolute(mapUrl(map)),
    ...(modified === undefined ? {} : { modified: modified.on.slice(0, 10) }),
  }
}

/** A map and its essay as its page tells them to readers of schema.org. */
export function mapPage({ id, title, question, source }: ArgumentMap): MapPage {
  const essay = siteContent().written.sources.get(source as SourceId)
  const address = essay?.doi === undefined ? essay?.url : `https://doi.org/${essay.doi}`
  return {
    title,
    question,
    url: absolute(mapUrl(id)),
    ...(essay === undefined
      ? {}
      : {
          essay: {
            title: essay.csl.title,
            authors: essay.csl.author.map(
              ({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '),
            ),
            ...(address === undefined ? {} : { url: address }),
          },
        }),
  }
}
