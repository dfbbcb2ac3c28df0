import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { cacheFile, digestOfCode } from '../../disk/kept-text.ts'
import type { Card } from './card.ts'
import { drawCard, drawingLibraries } from './draw-card.ts'

/** Where cards are kept between builds unless told otherwise; `ASSAY_CACHE` moves it. */
export const CARD_CACHE = cacheFile(process.cwd(), 'cards')

/** Bytes of the digest before a picture. */
const digestLength = 32

function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

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
  return sha256(JSON.stringify([...drawn, map, address]), versionsOfAll() ?? '').toString('hex')
}

async function readEntry(path: string, key: string): Promise<Uint8Array | undefined> {
  const entry = await readFile(path).catch(() => Buffer.alloc(0))
  const png = entry.subarray(digestLength)
  return sha256(key, png).equals(entry.subarray(0, digestLength)) ? png : undefined
}

async function drawInto(
  folder: string,
  path: string,
  key: string,
  card: Card,
): Promise<Uint8Array> {
  const kept = await readEntry(path, key)
  if (kept !== undefined) return kept
  const png = await drawCard(card)
  await mkdir(folder, { recursive: true })
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, Buffer.concat([sha256(key, png), png]))
  await rename(unfinished, path)
  return png
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
    drawing = drawInto(folder, path, key, card).finally(() => underway.delete(path))
    underway.set(path, drawing)
  }
  return drawing
}
