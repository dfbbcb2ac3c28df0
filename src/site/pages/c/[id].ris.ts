import type { APIRoute } from 'astro'
import type { NodeId } from '../../../core/id.ts'
import { toRis } from '../../../outputs/cite/ris.ts'
import { siteContent } from '../../content.ts'
import { citedNode } from '../../model/cited.ts'

export function getStaticPaths() {
  return [...siteContent().written.graph.nodes.keys()].map((id) => ({ params: { id } }))
}

/** The present wording of a node as RIS. */
export const GET: APIRoute = ({ params }) =>
  new Response(toRis(citedNode(params['id'] as NodeId)), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  })
