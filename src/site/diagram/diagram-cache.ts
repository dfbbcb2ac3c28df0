import { join } from 'node:path'
import process from 'node:process'
import { keptBytes } from '../../disk/kept-bytes.ts'
import { cacheFile, digest, digestOfCode } from '../../disk/kept-text.ts'
import { staged } from '../stages.ts'
import { renderMermaid, type DiagramOptions } from './render-mermaid.ts'

/** Where diagrams are kept between builds unless told otherwise; `ASSAY_CACHE` moves it. */
export const DIAGRAM_CACHE = cacheFile(process.cwd(), 'diagrams')

let code: string | undefined

/** The name under which a drawing is kept; undefined where the code that draws is not there. */
function keyOf(text: string, id: string): string | undefined {
  code ??= digestOfCode(process.cwd(), ['src/site/diagram'])
  return code === undefined ? undefined : digest(JSON.stringify([text, id, code]))
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
  const make = async () => Buffer.from(await draw())
  const svg = await keptBytes(join(folder, `${key}.svg`), key, make)
  return Buffer.from(svg).toString()
}
