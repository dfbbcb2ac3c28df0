import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Document, SourceFile } from '../core/document.ts'
import type { Checked } from '../core/problem.ts'
import { readDocument } from '../readers/read-document.ts'

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
  const code = digestOfCode(root)
  if (code === undefined) return { read: readDocument, save: () => undefined }
  const folder = process.env['ASSAY_CACHE'] ?? path.join(root, 'node_modules', '.cache', 'assay')
  const file = path.join(folder, 'documents.json')
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
      store(file, code, recent(used, known))
      fresh = 0
    },
  }
}

/** What this run used, and of the rest no more than as many again: other folders are read too. */
function recent(used: Entries, known: Entries): Entries {
  const rest = [...known].filter(([key]) => !used.has(key)).slice(0, used.size)
  return new Map([...used, ...rest])
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function digestOfCode(root: string): string | undefined {
  const hash = createHash('sha256').update(process.version)
  try {
    for (const folder of ['src/core', 'src/readers']) {
      const names = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      for (const name of names.filter((each) => each.endsWith('.ts')).sort()) {
        hash.update(`\0${folder}/${name}\0`).update(fs.readFileSync(path.join(root, folder, name)))
      }
    }
    return hash.update(fs.readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
  } catch {
    return undefined
  }
}

function load(file: string, code: string): Entries {
  try {
    const text = fs.readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const rest = text.slice(end + 1)
    if (text.slice(0, end) !== digest(code + rest)) return new Map()
    return new Map(JSON.parse(rest) as [string, Checked<Document>][])
  } catch {
    return new Map()
  }
}

function store(file: string, code: string, entries: Entries): void {
  const text = JSON.stringify([...entries])
  const unfinished = `${file}.${randomUUID()}`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(unfinished, `${digest(code + text)}\n${text}`)
    fs.renameSync(unfinished, file)
  } catch {
    removeQuietly(unfinished)
  }
}

function removeQuietly(file: string): void {
  try {
    fs.rmSync(file, { force: true })
  } catch {
    // A cache that cannot be written is no fault of the content.
  }
}
