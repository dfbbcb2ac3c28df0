import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of a script of a built site, gzip. */
export interface Weight {
  readonly file: string
  readonly bytes: number
}

/** All scripts of a built site, the heaviest first. */
export function weighScripts(out: string): readonly Weight[] {
  const folder = path.join(out, '_astro')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, bytes: gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes)
}
