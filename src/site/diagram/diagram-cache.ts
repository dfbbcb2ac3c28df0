import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { cacheFile, digestOfCode } from '../../disk/kept-text.ts'
import { staged } from '../stages.ts'
import { renderMermaid, type DiagramOptions } from './render-mermaid.ts'

/** Where diagrams are kept between builds unless told otherwise; `ASSAY_CACHE` moves it. */
export const DIAGRAM_CACHE = cacheFile(process.cwd(), 'diagrams')

function sha256(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

let code: string | undefined

/** The name under which a drawing is kept; undefined where the code that draws is not there. */
function keyOf(text: string, id: string): string | undefined {
  code ??= digestOfCode(process.cwd(), ['src/site/diagram'])
  return code === undefined ? undefined : sha256(text, id, code)
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
 * entry is drawn again. Entries of other versions are left alone. Where the code that draws is not in
 * the working directory, nothing is kept.
 *
 * @throws as `renderMermaid`, and when `folder` cannot be written to.
 */
export async function renderCached(
  text: string,
  options: DiagramOptions,
  folder: string = DIAGRAM_CACHE,
): Promise<string> {
  const draw = () => staged('drawing diagrams', () => renderMermaid(text, options))
  const key = keyOf(text, options.id)
  if (key === undefined) return draw()
  const path = join(folder, `${key}.svg`)
  const kept = await readEntry(path, key)
  if (kept !== undefined) return kept
  const svg = await draw()
  await mkdir(folder, { recursive: true })
  await writeEntry(path, key, svg)
  return svg
}
