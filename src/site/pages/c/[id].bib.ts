import type { APIRoute } from 'astro'
import type { NodeId } from '../../../core/id.ts'
import { toBibtex } from '../../../outputs/cite/bibtex.ts'
import { siteContent } from '../../content.ts'
import { citedNode } from '../../model/cited.ts'

export function getStaticPaths() {
  return [...siteContent().written.graph.nodes.keys()].map((id) => ({ params: { id } }))
}

/** The present wording of a node as BibTeX. */
export const GET: APIRoute = ({ params }) =>
  new Response(toBibtex(citedNode(params['id'] as NodeId)), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  })
