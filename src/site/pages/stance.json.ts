import type { APIRoute } from 'astro'
import { toViewData } from '../../analysis/stance/to-view-data.ts'
import { siteContent } from '../content.ts'

/** What a reader's own view is computed from: the graph in columns, titles and statements. */
export const GET: APIRoute = () => {
  const { graph, maps } = siteContent().kb
  const body = JSON.stringify(toViewData(graph, maps))
  return new Response(body, { headers: { 'Content-Type': 'application/json' } })
}
