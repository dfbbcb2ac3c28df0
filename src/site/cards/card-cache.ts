import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import type { Card } from './card.ts'
import { drawCard, drawingLibraries } from './draw-card.ts'
import { fontPackages } from './fonts.ts'

/** Raised with every change that draws anything differently. */
const DRAWING_VERSION = '1'

/** Where cards are kept between builds unless told otherwise; `ASSAY_CACHE` moves it. */
export const CARD_CACHE = join(
  process.env['ASSAY_CACHE'] ?? join('node_modules', '.cache', 'assay'),
  'cards',
)

/** Bytes of the digest before a picture. */
const digestLength = 32

function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

let versions: string | undefined

/** All but the card that decides its bytes: this drawing, fonts, libraries, and Unicode's data. */
function versionsOfAll(): string {
  if (versions !== undefined) return versions
  const packages = [...fontPackages, 'fontkit', 'bidi-js'].map((name) => [name, versionOf(name)])
  const { icu, unicode } = process.versions
  versions = JSON.stringify([DRAWING_VERSION, packages, drawingLibraries, icu, unicode])
  return versions
}

function versionOf(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url)
  if (manifest === undefined) throw new Error(`Expected the package \`${name}\` to be installed`)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

/** The name under which a card is kept: another for whatever is drawn or bytes differ by. */
export function cardKey(card: Card): string {
  const { kind, title, statement, standing, map, address } = card
  const drawn = [kind?.shape, kind?.word, title, statement, standing?.mark, standing?.word]
  return sha256(JSON.stringify([...drawn, map, address]), versionsOfAll()).toString('hex')
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
 * alone.
 *
 * @throws as `drawCard`, and when `folder` cannot be written to.
 */
export async function drawCached(
  card: Card,
  folder: string = CARD_CACHE,
): Promise<Uint8Array> {
  const key = cardKey(card)
  const path = join(folder, `${key}.png`)
  let drawing = underway.get(path)
  if (drawing === undefined) {
    drawing = drawInto(folder, path, key, card).finally(() => underway.delete(path))
    underway.set(path, drawing)
  }
  return drawing
}
