import type { APIRoute } from 'astro'
import { drawCached } from '../cards/card-cache.ts'
import type { Card } from '../cards/card.ts'
import { shownAddress, siteCard } from '../cards/node-card.ts'
import { siteContent } from '../content.ts'
import { absolute, isPublished, url } from '../urls.ts'

/** One picture for all pages that have none of their own, where the host of the site is known. */
export function getStaticPaths() {
  if (!isPublished) return []
  const card = siteCard(siteContent(), shownAddress(absolute(url('/'))))
  return [{ params: { card: 'card' }, props: { card } }]
}

/** The picture that is shown where a link to any other page is pasted. */
export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(Uint8Array.from(await drawCached(props.card)), {
    headers: { 'Content-Type': 'image/png' },
  })
