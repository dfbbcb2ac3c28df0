import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Whether a path of the repository (`content/…`) is a regular file of a folder, by no link. */
export function isRegularFile(folder: string, name: string): boolean {
  try {
    const full = fullPath(folder, name)
    return full !== undefined && fs.lstatSync(full).isFile()
  } catch {
    return false
  }
}

/**
 * Puts a text in the place of another, whole or not at all. False, and nothing is written, where
 * the file is no regular file inside the folder, is reached by a link, cannot be written or no
 * longer has exactly the text `before`.
 */
export function replaceText(folder: string, name: string, before: string, after: string): boolean {
  try {
    const full = fullPath(folder, name)
    if (full === undefined) return false
    const mode = modeOf(full, Buffer.from(before))
    if (mode === undefined) return false
    const draft = path.join(path.dirname(full), `.${randomBytes(8).toString('hex')}.tmp`)
    try {
      fs.writeFileSync(draft, after, { flag: 'wx', mode })
      fs.chmodSync(draft, mode)
      fs.renameSync(draft, full)
    } finally {
      fs.rmSync(draft, { force: true })
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

function fullPath(folder: string, name: string): string | undefined {
  const inside = path.relative('content', name)
  const root = fs.realpathSync(folder)
  const full = path.join(root, inside)
  return fs.realpathSync(path.dirname(full)) === path.dirname(full) && full.startsWith(root + path.sep)
    ? full
    : undefined
}

function modeOf(file: string, expected: Buffer): number | undefined {
  const handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0))
  try {
    const stat = fs.fstatSync(handle)
    if (!stat.isFile() || stat.size !== expected.length) return undefined
    return fs.readFileSync(handle).equals(expected) ? stat.mode & 0o777 : undefined
  } finally {
    fs.closeSync(handle)
  }
}
