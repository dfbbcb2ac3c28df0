import type { APIRoute } from 'astro'
import { siteContent } from '../content.ts'
import { toMapData } from '../map/to-map-data.ts'

/** What the explorer of the whole graph is made from: the graph in columns, laid out. */
export const GET: APIRoute = async () => {
  const { data } = await toMapData(siteContent())
  return new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } })
}
