import type { APIRoute } from 'astro'
import { drawCached } from '../../../cards/card-cache.ts'
import type { Card } from '../../../cards/card.ts'
import { drawAhead } from '../../../cards/draw-ahead.ts'
import { missingNotice } from '../../../cards/missing-characters.ts'
import { nodeCard, shownAddress } from '../../../cards/node-card.ts'
import { siteContent } from '../../../content.ts'
import { absolute, isPublished, url } from '../../../urls.ts'

/** A picture for each node, where the host that would show it is known. */
export function getStaticPaths() {
  if (!isPublished) return []
  const content = siteContent()
  const address = shownAddress(absolute(url('/')))
  const nodes = [...content.kb.graph.nodes.values()]
  const cards = new Map<string, Card>(
    nodes.map((node) => [node.id, nodeCard(content, node, address)]),
  )
  if (import.meta.env.PROD) drawAhead([...cards.values()])
  const notice = missingNotice(cards)
  if (notice !== undefined) console.warn(notice)
  return [...cards].map(([id, card]) => ({ params: { id }, props: { card } }))
}

/** The picture that is shown where a node's link is pasted. */
export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(Uint8Array.from(await drawCached(props.card)), {
    headers: { 'Content-Type': 'image/png' },
  })
