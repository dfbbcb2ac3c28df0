import { nodeKinds, readings } from '../../core/document.ts'
import { onlyNearest } from '../../core/only-nearest.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { KnownIds } from '../../graph/known-ids.ts'
import { slug } from '../../readers/path.ts'

/** What a field may name. */
export type Named = 'node' | 'source' | 'experiment' | 'part' | 'kind' | 'reading' | 'preset'

/** All that the fields of one file may name. */
export type Choices = Readonly<Record<Named, ReadonlySet<string>>>

const mostComparisons = 4_000_000

/** What a file of a map may name, in a knowledge base. */
export function choicesOf(kb: KnowledgeBase, ids: KnownIds, map: string | undefined): Choices {
  const parts = [...kb.maps.values()].find(({ id }) => id === map)?.parts ?? []
  return {
    node: ids.nodes,
    source: ids.sources,
    experiment: ids.experiments,
    part: new Set(parts.map(({ id }) => id)),
    kind: new Set(nodeKinds),
    reading: new Set(readings),
    preset: new Set(['published', 'quick', 'attack']),
  }
}

/** A function that finds what was meant by a text among what is known, or nothing where in doubt. */
export type Meant = (written: string, known: ReadonlySet<string>) => string | undefined

/**
 * Finds what was meant: a known name in another form (a path, an address of the site, capitals,
 * spaces), else the only one that a slip can have become this. After four million comparisons only
 * forms are looked at, so that thousands of wrong names take a second rather than hours.
 */
export function meaning(): Meant {
  let comparisons = 0
  return (written, known) => {
    const bare = bareName(written.trim())
    const form = [bare, slug(bare)].find((name) => name !== undefined && known.has(name))
    if (form !== undefined) return form
    comparisons += known.size
    if (comparisons > mostComparisons || written.length > 100) return undefined
    return onlyNearest(slug(bare) ?? bare, known)
  }
}

// The id in `content/map/id.md`, `id.md`, `/c/id/` and `https://example.org/base/c/id/`.
function bareName(written: string): string {
  const address = /^(?:https?:\/\/[^?#\s]*|[^?#\s:]*)\/(?:c|sources|experiments)\/([a-z0-9-]+)\/?(?:[?#]\S*)?$/
  const file = /^(?:[^?#\s:]*\/)?([^/?#\s]+)\.(?:mdx?|json)(?:#\S*)?$/i
  return address.exec(written)?.[1] ?? file.exec(written)?.[1] ?? written
}

