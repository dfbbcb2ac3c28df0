import process from 'node:process'
import { cacheFile, digest, digestOfCode, keepText, keptText } from '../../../disk/kept-text.ts'
import { staged } from '../../stages.ts'
import type { Layout, LayoutGraph } from './layout.ts'
import { layOut } from './map-layout.ts'

/**
 * What `layOut` gives, from `file` where the same graph was laid out last by the same code. A
 * damaged file counts as none. Where the code is not in the working directory, nothing is kept.
 */
export async function layoutCached(
  graph: LayoutGraph,
  file: string = cacheFile(process.cwd(), 'map-layout.json'),
): Promise<Layout> {
  const code = digestOfCode(process.cwd(), ['src/site/map/layout'])
  if (code === undefined) return layOut(graph)
  const key = digest(code + JSON.stringify(graph))
  const kept = keptText(file, key)
  if (kept !== undefined) return JSON.parse(kept) as Layout
  const layout = await staged('laying out the map', () => layOut(graph))
  keepText(file, key, JSON.stringify(layout))
  return layout
}
