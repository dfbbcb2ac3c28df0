import process from 'node:process'
import type { Document, SourceFile } from '../core/document.ts'
import type { Checked } from '../core/problem.ts'
import { readDocument } from '../readers/read-document.ts'
import { cacheFile, digest, digestOfCode, keepText, keptText } from './kept-text.ts'

/** Remembers between runs what reading a file gave. */
export interface ReadCache {
  /** As `readDocument`, from memory where the same text at the same path was read before. */
  readonly read: (file: SourceFile) => Checked<Document>
  /** Writes to disk what is new; where that fails, the next run reads again. */
  readonly save: () => void
}

type Entries = Map<string, Checked<Document>>

/**
 * Opens the cache of a checkout, in `node_modules/.cache/assay/` or where `ASSAY_CACHE` says. It
 * holds for one state of the code that reads; a damaged file counts as none. A folder without that
 * code has no cache.
 */
export function openReadCache(root: string = process.cwd()): ReadCache {
  const code = digestOfCode(root, ['src/core', 'src/readers'])
  if (code === undefined) return { read: readDocument, save: () => undefined }
  const file = cacheFile(root, 'documents.json')
  const known = load(file, code)
  const used: Entries = new Map()
  let fresh = 0
  return {
    read: (source) => {
      const key = digest(JSON.stringify([source.path, source.text]))
      const found = used.get(key) ?? known.get(key)
      const result = found ?? readDocument(source)
      if (found === undefined) fresh += 1
      used.set(key, result)
      return result
    },
    save: () => {
      if (fresh === 0) return
      keepText(file, code, JSON.stringify([...recent(used, known)]))
      fresh = 0
    },
  }
}

/** What this run used, and of the rest no more than as many again: other folders are read too. */
function recent(used: Entries, known: Entries): Entries {
  const rest = [...known].filter(([key]) => !used.has(key)).slice(0, used.size)
  return new Map([...used, ...rest])
}

function load(file: string, code: string): Entries {
  const text = keptText(file, code)
  try {
    return new Map(JSON.parse(text ?? '[]') as [string, Checked<Document>][])
  } catch {
    return new Map()
  }
}
