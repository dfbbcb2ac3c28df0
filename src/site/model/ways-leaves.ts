import { readings, type ArgumentNode, type Reading } from '../../core/document.ts'
import type { NodeId, SourceId } from '../../core/id.ts'
import type { SiteContent } from '../content.ts'

/** What a statement is that nothing supports: what it says for itself. */
export type LeafSort = 'experiment' | Reading | 'unsourced' | 'claim'

const sorts: readonly LeafSort[] = ['experiment', ...readings, 'unsourced', 'claim']

export const leafWords: Readonly<Record<LeafSort, string>> = {
  experiment: 'Evidence from an experiment of this site',
  primary: 'Evidence whose source was read',
  abstract: 'Evidence of whose source only the abstract was read',
  secondary: 'Evidence known at second hand',
  unread: 'Evidence whose source was not read',
  unsourced: 'Evidence that names no source',
  claim: 'Statements without evidence in this map',
}

/** What is said on its own page of a statement that nothing supports. */
export function leafSentence(sort: LeafSort): string {
  if (sort === 'claim') return 'It is a statement without evidence in this map.'
  return `It is ${leafWords[sort].replace('Evidence', 'evidence')}.`
}

/** Leaves of one sort. */
export interface LeafGroup {
  readonly sort: LeafSort
  readonly nodes: readonly ArgumentNode[]
}

/** What a statement says for itself; of several sources the one that was read best counts. */
export function sortOf({ kb }: SiteContent, node: ArgumentNode): LeafSort {
  if (node.experiment !== undefined) return 'experiment'
  if (node.kind !== 'evidence') return 'claim'
  const read = node.sources.flatMap(({ id }) => kb.sources.get(id as SourceId)?.checked.how ?? [])
  return readings.find((how) => read.includes(how)) ?? 'unsourced'
}

/** Leaves by sort, the firmest first. */
export function leafGroups(content: SiteContent, ids: readonly NodeId[]): readonly LeafGroup[] {
  const nodes = ids.flatMap((id) => content.kb.graph.nodes.get(id) ?? [])
  const sorted = nodes.map((node) => ({ node, sort: sortOf(content, node) }))
  return sorts
    .map((sort) => ({
      sort,
      nodes: sorted.filter((each) => each.sort === sort).map(({ node }) => node),
    }))
    .filter((group) => group.nodes.length > 0)
}
