import type { APIRoute } from 'astro'
import { toRedirects } from '../../outputs/redirects.ts'
import { siteContent } from '../content.ts'
import { nodeUrl } from '../urls.ts'

/** The file by which hosts redirect the addresses of merged nodes, where there are any. */
export function getStaticPaths() {
  const text = toRedirects(siteContent().kb.graph.nodes, nodeUrl)
  return text === '' ? [] : [{ params: { redirects: '_redirects' }, props: { text } }]
}

/** That file. */
export const GET: APIRoute<{ readonly text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
