import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildSite } from '../build.ts'

/** What building the site of a map took. */
export interface SiteFigure {
  readonly pages: number
  /** With nothing kept from before. */
  readonly cold: number
  /** After one body was edited. */
  readonly edited: number
}

/** Builds the site of a synthetic map, edits one node and builds again; times in milliseconds. */
export async function measureSite(folder: string): Promise<SiteFigure> {
  const cold = await build(folder)
  editOne(path.join(folder, 'content', 'synthetic'))
  const edited = await build(folder)
  const files = readdirSync(path.join(folder, 'dist'), { recursive: true }).map(String)
  return { pages: files.filter((file) => file.endsWith('.html')).length, cold, edited }
}

async function build(folder: string): Promise<number> {
  const start = performance.now()
  const { ok, text } = await buildSite({
    content: path.join(folder, 'content'),
    out: path.join(folder, 'dist'),
    cache: path.join(folder, 'cache'),
    base: '/',
  })
  if (!ok) throw new Error(`The site could not be built:\n${text.slice(-4000)}`)
  return performance.now() - start
}

function editOne(map: string): void {
  const files = readdirSync(map)
    .filter((file) => file !== 'index.md')
    .sort()
  const file = path.join(map, files[Math.floor(files.length / 2)] ?? '')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more sentence.\n`)
}
