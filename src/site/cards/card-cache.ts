import { join } from 'node:path'
import process from 'node:process'
import { keptBytes } from '../../disk/kept-bytes.ts'
import { cacheFile, digest, digestOfCode } from '../../disk/kept-text.ts'
import type { Card } from './card.ts'
import { drawCard, drawingLibraries } from './draw-card.ts'

/** Where cards are kept between builds unless told otherwise; `ASSAY_CACHE` moves it. */
export const CARD_CACHE = cacheFile(process.cwd(), 'cards')

let versions: string | undefined

/**
 * All but the card that decides its bytes: this folder, packages and Node, and what those may take
 * from the system. Undefined where the code is not there.
 */
function versionsOfAll(): string | undefined {
  if (versions !== undefined) return versions
  const code = digestOfCode(process.cwd(), ['src/site/cards'])
  const { icu, unicode } = process.versions
  if (code !== undefined) versions = JSON.stringify([code, drawingLibraries, icu, unicode])
  return versions
}

/** The name under which a card is kept: another for whatever is drawn or bytes differ by. */
export function cardKey(card: Card): string {
  const { kind, title, statement, standing, map, address } = card
  const drawn = [kind?.shape, kind?.word, title, statement, standing?.mark, standing?.word]
  return digest(JSON.stringify([...drawn, map, address]) + (versionsOfAll() ?? ''))
}

const underway = new Map<string, Promise<Uint8Array>>()

/**
 * What `drawCard` gives, drawn once for each card and kept in `folder`; who asks for a card that is
 * being drawn waits for it. A damaged entry is drawn again. Entries of other versions are left
 * alone. Where the code that draws is not in the working directory, nothing is kept.
 *
 * @throws as `drawCard`, and when `folder` cannot be written to.
 */
export async function drawCached(
  card: Card,
  folder: string = CARD_CACHE,
): Promise<Uint8Array> {
  if (versionsOfAll() === undefined) return drawCard(card)
  const key = cardKey(card)
  const path = join(folder, `${key}.png`)
  let drawing = underway.get(path)
  if (drawing === undefined) {
    drawing = keptBytes(path, key, () => drawCard(card)).finally(() => underway.delete(path))
    underway.set(path, drawing)
  }
  return drawing
}
