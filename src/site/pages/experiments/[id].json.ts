import type { APIRoute } from 'astro'
import { siteContent } from '../../content.ts'
import { experimentsOf } from '../../model/experiments.ts'

export async function getStaticPaths() {
  return (await experimentsOf(siteContent())).map(({ id }) => ({ params: { id } }))
}

/** The published result of an experiment: settings, seed, digest, verdict, measures and data. */
export const GET: APIRoute = ({ params }) => {
  const result = siteContent().kb.results.get(`content/results/${params['id'] ?? ''}.json`)
  const body = `${JSON.stringify(result, null, 1)}\n`
  return new Response(body, { headers: { 'Content-Type': 'application/json' } })
}
