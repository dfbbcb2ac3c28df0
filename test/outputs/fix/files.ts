import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SourceFile } from '../../../src/core/document.ts'

/** All files of a folder of content. */
export function filesOf(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|json)$/.test(name))
    .map((name) => ({
      path: `content/${name.replaceAll(path.sep, '/')}`,
      text: readFileSync(path.join(folder, name), 'utf8'),
    }))
}
