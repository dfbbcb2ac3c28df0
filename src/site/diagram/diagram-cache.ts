import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { staged } from '../stages.ts'
import { renderMermaid, type DiagramOptions } from './render-mermaid.ts'

/** Raised with every change that draws anything differently, a new font among them. */
const RENDERER_VERSION = '1'

/** Where diagrams are kept between builds unless told otherwise; `ASSAY_CACHE` moves it. */
export const DIAGRAM_CACHE = join(
  process.env['ASSAY_CACHE'] ?? join('node_modules', '.cache', 'assay'),
  'diagrams',
)

function sha256(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

let mermaidVersion: string | undefined

function keyOf(text: string, id: string): string {
  if (mermaidVersion === undefined) {
    const manifest: { version: string } = createRequire(import.meta.url)('mermaid/package.json')
    mermaidVersion = manifest.version
  }
  return sha256(text, id, RENDERER_VERSION, mermaidVersion)
}

/** The drawing kept under a key, or undefined when there is none or it is not as it was written. */
async function readEntry(path: string, key: string): Promise<string | undefined> {
  const entry = await readFile(path, 'utf8').catch(() => '')
  const [digest, svg] = [entry.slice(0, 64), entry.slice(65)]
  return digest === sha256(key, svg) ? svg : undefined
}

async function writeEntry(path: string, key: string, svg: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, `${sha256(key, svg)}\n${svg}`)
  await rename(unfinished, path)
}

/**
 * What `renderMermaid` gives, drawn once for each text and id and kept in `folder`. A damaged
 * entry is drawn again. Entries of other versions are left alone.
 *
 * @throws as `renderMermaid`, and when `folder` cannot be written to.
 */
export async function renderCached(
  text: string,
  options: DiagramOptions,
  folder: string = DIAGRAM_CACHE,
): Promise<string> {
  const key = keyOf(text, options.id)
  const path = join(folder, `${key}.svg`)
  const kept = await readEntry(path, key)
  if (kept !== undefined) return kept
  const svg = await staged('drawing diagrams', () => renderMermaid(text, options))
  await mkdir(folder, { recursive: true })
  await writeEntry(path, key, svg)
  return svg
}
