import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SourceFile } from '../core/document.ts'
export function readContent(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => { const f = path.join(e.parentPath, e.name); return { path: 'content/' + path.relative(folder, f), text: readFileSync(f, 'utf8') } }).sort((a, b) => (a.path < b.path ? -1 : 1))
}
