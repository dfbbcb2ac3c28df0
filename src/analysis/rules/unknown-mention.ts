import type { Document } from '../../core/document.ts'
import type { Place } from '../../core/place.ts'
import { problem } from '../../core/problem.ts'
import { nearestAmong } from '../../graph/known-ids.ts'
import { allDocuments, type Rule } from '../rule.ts'

/** A link from a body to a file of the content that does not exist. */
export const unknownMention: Rule = function* (kb) {
  const nearest = nearestAmong(kb.paths)
  const byName = new Map([...kb.paths].map((path) => [fileName(path), path]))
  for (const document of allDocuments(kb)) {
    for (const { path, href, place } of linksOf(document)) {
      if (kb.paths.has(path)) continue
      const near = byName.get(fileName(path)) ?? nearest(path)
      const suggestion = near === undefined ? undefined : relative(near, place.file)
      yield problem('unknown-mention', place, { href, nearest: suggestion })
    }
  }
}

interface Link {
  readonly path: string
  readonly href: string
  readonly place: Place
}

// The links of an outline that name carriers are looked at by `outline-unknown-node`.
function linksOf(document: Document): readonly Link[] {
  if (document.type === 'outline') {
    const carriers = new Set(
      document.paragraphs
        .flatMap(({ sentences }) => sentences)
        .flatMap((sentence) => sentence.carriers.map(({ place }) => startOf(place))),
    )
    return document.mentions.filter(({ place }) => !carriers.has(startOf(place)))
  }
  const figures = document.figures.map(({ path, pointer, place }) => ({
    path,
    href: `${relative(path, place.file)}#${pointer}`,
    place,
  }))
  return [...document.mentions, ...figures]
}

function startOf({ start }: Place): string {
  return `${String(start.line)}:${String(start.column)}`
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function relative(path: string, from: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  if (path.startsWith(folder)) return path.slice(folder.length)
  return `../${path.replace(/^content\//, '')}`
}
