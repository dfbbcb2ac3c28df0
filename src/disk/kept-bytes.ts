import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Hexadecimal digits of the digest before what is kept, and a line feed. */
const headLength = 65

function headOf(key: string, bytes: Uint8Array): string {
  return `${createHash('sha256').update(key).update(bytes).digest('hex')}\n`
}

/**
 * What `make` gives, made once for a key and kept in `file` behind a digest of both: an entry that
 * was damaged, or that was put there under another key, is made again. It is written whole or not at
 * all, beside its place.
 *
 * @throws as `make`, and when the file cannot be written.
 */
export async function keptBytes(
  file: string,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const entry = await readFile(file).catch(() => Buffer.alloc(0))
  const kept = entry.subarray(headLength)
  if (entry.toString('latin1', 0, headLength) === headOf(key, kept)) return kept
  const bytes = await make()
  const unfinished = `${file}.${randomUUID()}`
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(unfinished, Buffer.concat([Buffer.from(headOf(key, bytes)), bytes]))
  await rename(unfinished, file)
  return bytes
}
