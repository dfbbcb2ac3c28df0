import type { APIContext } from 'astro'
import type { MapId, NodeId } from '../../../core/id.ts'
import { toMermaid } from '../../../outputs/mermaid.ts'
import { siteContent } from '../../content.ts'

/** One file for each map. */
export function getStaticPaths() {
  return [...siteContent().kb.maps.keys()].map((map) => ({ params: { map } }))
}

/** A whole map as Mermaid text. */
export function GET({ params }: APIContext): Response {
  const { written: kb } = siteContent()
  const map = kb.maps.get(params['map'] as MapId)
  if (map === undefined) return new Response(null, { status: 404 })
  const nodes = new Set<NodeId>()
  for (const node of kb.graph.nodes.values()) {
    if (node.map === map.id && !node.withdrawn) nodes.add(node.id)
  }
  return new Response(
    toMermaid(kb.graph, { nodes, title: map.title, description: map.question }),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  )
}
