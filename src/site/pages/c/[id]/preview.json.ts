import type { APIContext } from 'astro'
import type { NodeId } from '../../../../core/id.ts'
import { siteContent } from '../../../content.ts'
import { previewOf } from '../../../model/preview.ts'

/** One file for each node, also for one that left the argument. */
export function getStaticPaths() {
  return [...siteContent().kb.graph.nodes.keys()].map((id) => ({ params: { id } }))
}

/** What a link to a node shows of it. */
export function GET({ params }: APIContext): Response {
  const content = siteContent()
  const node = content.kb.graph.nodes.get(params['id'] as NodeId)
  if (node === undefined) return new Response(null, { status: 404 })
  return new Response(JSON.stringify(previewOf(content, node)), {
    headers: { 'Content-Type': 'application/json' },
  })
}
