import type { APIContext } from 'astro'
import type { NodeId } from '../../../../core/id.ts'
import { siteContent } from '../../../content.ts'
import { toOembed } from '../../../embed/oembed.ts'
import { isPublished } from '../../../urls.ts'

/** One file for each node, where the host of the site is known: oEmbed has no other addresses. */
export function getStaticPaths() {
  if (!isPublished) return []
  return [...siteContent().kb.graph.nodes.keys()].map((id) => ({ params: { id } }))
}

/** A node for programs that show a link as what it leads to, as oEmbed 1.0 has it. */
export function GET({ params }: APIContext): Response {
  const node = siteContent().kb.graph.nodes.get(params['id'] as NodeId)
  if (node === undefined) return new Response(null, { status: 404 })
  return new Response(JSON.stringify(toOembed(node)), {
    headers: { 'Content-Type': 'application/json+oembed; charset=utf-8' },
  })
}
