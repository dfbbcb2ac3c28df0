import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * A digest of the code of some folders of a checkout, of the packages it uses and of Node: as long
 * as it is the same, the same input gives the same result. Undefined where the code is not there.
 */
export function digestOfCode(root: string, folders: readonly string[]): string | undefined {
  const hash = createHash('sha256').update(process.version)
  try {
    for (const folder of folders) {
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

/** A file of a checkout's cache: in `node_modules/.cache/assay/`, or where `ASSAY_CACHE` says. */
export function cacheFile(root: string, name: string): string {
  const folder = process.env['ASSAY_CACHE'] ?? path.join(root, 'node_modules', '.cache', 'assay')
  return path.join(folder, name)
}

/** A text that `keepText` wrote under this key; undefined where there is none or it is damaged. */
export function keptText(file: string, key: string): string | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const rest = text.slice(end + 1)
    return text.slice(0, end) === digest(key + rest) ? rest : undefined
  } catch {
    return undefined
  }
}

/** Writes a text whole or not at all; where that fails, nothing is kept. */
export function keepText(file: string, key: string, text: string): void {
  const unfinished = `${file}.${randomUUID()}`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(unfinished, `${digest(key + text)}\n${text}`)
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
