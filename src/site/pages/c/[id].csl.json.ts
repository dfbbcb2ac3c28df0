import type { APIRoute } from 'astro'
import type { NodeId } from '../../../core/id.ts'
import { toCslJson } from '../../../outputs/cite/csl-item.ts'
import { siteContent } from '../../content.ts'
import { citedNode } from '../../model/cited.ts'

export function getStaticPaths() {
  return [...siteContent().written.graph.nodes.keys()].map((id) => ({ params: { id } }))
}

/** The present wording of a node as CSL-JSON. */
export const GET: APIRoute = ({ params }) =>
  new Response(toCslJson(citedNode(params['id'] as NodeId)), {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  })
