import type { SourceId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'

/** An essay that a map is made from: where it stands and who wrote it. */
export interface Essay {
  readonly url: string
  readonly authors: string
}

const list = new Intl.ListFormat('en-GB')

/** The essays of all maps that name one with an address, in their order. */
export function essaysOf(kb: KnowledgeBase): readonly Essay[] {
  return [...kb.maps.values()].flatMap((map) => {
    const source = kb.sources.get(map.source as SourceId)
    if (source?.url === undefined) return []
    const names = source.csl.author.map(
      ({ given, family, literal }) => literal ?? [given, family].filter(Boolean).join(' '),
    )
    return [{ url: source.url, authors: list.format(names) }]
  })
}
