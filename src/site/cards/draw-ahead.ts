import { availableParallelism } from 'node:os'
import type { Card } from './card.ts'
import { drawCached } from './card-cache.ts'

/**
 * Draws cards into the cache, one on each core, and returns before they are drawn, so that the site
 * is written meanwhile. Whoever asks for a card that cannot be drawn is told then; here it is
 * passed over.
 */
export function drawAhead(cards: readonly Card[]): void {
  const waiting = cards.values()
  for (let core = 0; core < availableParallelism(); core++) void drawAll(waiting)
}

async function drawAll(waiting: Iterator<Card> & Iterable<Card>): Promise<void> {
  for (const card of waiting) await drawCached(card).catch(() => undefined)
}
