import type { APIContext } from 'astro'
import type { NodeId } from '../../../../core/id.ts'
import { wordingsFile } from '../../../model/earlier-wordings.ts'
import { siteHistory } from '../../../model/history.ts'

/** One file for each node that was worded otherwise before. */
export function getStaticPaths() {
  const { nodes } = siteHistory()
  return [...nodes.values()]
    .filter(({ wordings }) => wordings.length > 1)
    .map(({ id }) => ({ params: { id } }))
}

/** The earlier wordings of a node, for the script of its page. */
export function GET({ params }: APIContext): Response {
  const history = siteHistory().nodes.get(params['id'] as NodeId)
  const file = history && wordingsFile(history)
  if (file === undefined) return new Response(null, { status: 404 })
  return new Response(JSON.stringify(file), { headers: { 'Content-Type': 'application/json' } })
}
