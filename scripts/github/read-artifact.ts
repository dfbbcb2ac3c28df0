import fs from 'node:fs'
import path from 'node:path'

/** A file of an artifact as text, nothing where there is no artifact, or a sentence. */
export type Artifact = { readonly text?: string } | { readonly problem: string }

/**
 * Reads the one file that an unpacked artifact has, which a stranger made: whatever else is there,
 * links and folders of that name, and files of more than `largest` bytes are refused unread.
 */
export function readArtifact(folder: string, name: string, largest: number): Artifact {
  const names = listed(folder)
  if (names.length === 0) return {}
  if (names.length > 1 || names[0] !== name) {
    return { problem: `Unexpected files in the artifact, expected only ${name}.` }
  }
  const file = path.join(folder, name)
  const about = fs.lstatSync(file)
  if (!about.isFile()) return { problem: `Unexpected ${name}, expected a plain file.` }
  if (about.size > largest) {
    return { problem: `Unexpected size of ${name}, expected at most ${String(largest)} bytes.` }
  }
  return { text: fs.readFileSync(file, 'utf8') }
}

function listed(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
