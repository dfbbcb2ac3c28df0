import fs from 'node:fs'
import path from 'node:path'
import type { SourceFile } from '../core/document.ts'

/** The folder of content cannot be read at all. */
export class ContentFolderError extends Error {}

/** More bytes than any text the reader accepts; what is longer is reported as too large anyway. */
export const longest = 2 ** 21

/**
 * Every file of a folder of content, by path as it is in the repository: `content/…`. Names that
 * start with a dot are left out. Links are not followed: their text is the path they name, as in
 * git. Bytes that are not UTF-8 become U+FFFD, and a file that cannot be read is that character
 * alone, so that the reader reports it.
 *
 * @throws ContentFolderError when the folder itself cannot be read.
 */
export function readContent(folder: string): SourceFile[] {
  const files: SourceFile[] = []
  try {
    readFolder(folder, 'content', files)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new ContentFolderError(`Expected \`${folder}\` to be a folder with content${reason}.`)
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

function readFolder(folder: string, as: string, files: SourceFile[]): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const full = path.join(folder, entry.name)
    const name = `${as}/${entry.name}`
    if (entry.isDirectory()) readInner(full, name, files)
    else files.push({ path: name, text: readText(full, entry) })
  }
}

function readInner(folder: string, as: string, files: SourceFile[]): void {
  try {
    readFolder(folder, as, files)
  } catch {
    files.push({ path: as, text: '\ufffd' })
  }
}

function readText(file: string, entry: fs.Dirent): string {
  try {
    if (entry.isSymbolicLink()) return fs.readlinkSync(file)
    return entry.isFile() ? readStart(file) : '\ufffd'
  } catch {
    return '\ufffd'
  }
}

function readStart(file: string): string {
  const handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0))
  try {
    const bytes = Buffer.alloc(Math.min(fs.fstatSync(handle).size, longest))
    let length = 0
    while (length < bytes.length) {
      const read = fs.readSync(handle, bytes, length, bytes.length - length, null)
      if (read === 0) break
      length += read
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, length))
  } finally {
    fs.closeSync(handle)
  }
}
