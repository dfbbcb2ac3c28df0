import type { APIRoute } from 'astro'
import { toContentIndex } from '../../analysis/draft/content-index.ts'
import { siteContent } from '../content.ts'

/** What the page for new nodes judges drafts by: the content without bodies and places. */
export const GET: APIRoute = () => {
  const body = JSON.stringify(toContentIndex(siteContent().written))
  return new Response(body, { headers: { 'Content-Type': 'application/json' } })
}
