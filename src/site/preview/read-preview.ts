import type { PreviewFile } from './preview-file.ts'

const read = new Map<string, Promise<PreviewFile | undefined>>()

/** The preview of the node with a page at `path`, asked for once; undefined where none can be had. */
export function readPreview(path: string): Promise<PreviewFile | undefined> {
  const known = read.get(path)
  if (known) return known
  const asked = fetch(`${path}preview.json`)
    .then((response) => (response.ok ? (response.json() as Promise<PreviewFile>) : undefined))
    .catch(() => void read.delete(path))
  read.set(path, asked)
  return asked
}
