import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { SearchRecord } from './records.ts'

/** Files of Pagefind's own page and highlighter, and for other languages; ours needs none of them. */
const unused = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown\.)/

/**
 * The index of these records and what searches it, by path. Equal records give equal bytes.
 *
 * @throws Error with the words of Pagefind where it refuses.
 */
export async function indexFiles(
  records: readonly SearchRecord[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (index === undefined) throw new Error(errors.join('\n'))
  try {
    await Promise.all(records.map((record, place) => add(index, record, place)))
    const { files, errors } = await index.getFiles()
    if (errors.length > 0) throw new Error(errors.join('\n'))
    return new Map(
      files
        .filter(({ path }) => !unused.test(path))
        .map(({ path, content }) => [path, content] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  } finally {
    await index.deleteIndex()
    await close()
  }
}

async function add(index: PagefindIndex, record: SearchRecord, place: number): Promise<void> {
  const { url, text, weighed, facets } = record
  const { errors } = await index.addCustomRecord({
    url,
    content: text.content,
    language: 'en',
    meta: { ...weighed, ...(text.spelt === '' ? {} : { spelt: text.spelt }) },
    filters: Object.fromEntries(
      Object.entries(facets).map(([facet, values]) => [facet, [...values]]),
    ),
    sort: { order: String(place).padStart(6, '0') },
  })
  if (errors.length > 0) throw new Error(errors.join('\n'))
}
