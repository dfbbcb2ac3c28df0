import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { kindWords, labelWords } from '../words.ts'
import { facets, type Facet, type SearchRecord } from './records.ts'

/** One of the values by which a search can be narrowed. */
export interface FacetValue {
  readonly value: string
  readonly words: string
  /** The classes of its mark, where it has one. */
  readonly mark: string
  /** How many records have it. */
  readonly count: number
}

export interface FacetGroup {
  readonly facet: Facet
  readonly legend: string
  readonly values: readonly FacetValue[]
}

const legends: Readonly<Record<Facet, string>> = {
  kind: 'Kind',
  label: 'How it stands',
  part: 'Part of the map',
  experiment: 'Experiment',
  year: 'Year of a source',
}
const kinds = { ...kindWords, caveat: 'Caveat', experiment: 'Experiment', source: 'Source' }
const kindOrder = ['claim', 'evidence', 'counterargument', 'caveat', 'question', 'experiment', 'source']
const labels = { ...labelWords, withdrawn: 'Withdrawn' }

/** The values that records have, by facet, in the order of the page; a facet without any is left out. */
export function facetGroups(kb: KnowledgeBase, records: readonly SearchRecord[]): readonly FacetGroup[] {
  return facets
    .map((facet) => ({ facet, legend: legends[facet], values: valuesOf(facet, kb, records) }))
    .filter(({ values }) => values.length > 0)
}

function valuesOf(
  facet: Facet,
  kb: KnowledgeBase,
  records: readonly SearchRecord[],
): readonly FacetValue[] {
  const counts = new Map<string, number>()
  for (const record of records) {
    for (const value of record.facets[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return namesOf(facet, kb, counts).flatMap(([value, words, mark = '']) => {
    const count = counts.get(value)
    return count === undefined ? [] : [{ value, words, mark, count }]
  })
}

type Named = readonly [value: string, words: string, mark?: string]

/** The words for the values of a facet, in order. */
function namesOf(facet: Facet, kb: KnowledgeBase, found: ReadonlyMap<string, number>): readonly Named[] {
  if (facet === 'kind') {
    return kindOrder.map((kind) => [kind, kinds[kind as keyof typeof kinds], kindMark(kind)])
  }
  if (facet === 'label') {
    return Object.entries(labels).map(([label, words]) => [label, words, labelMark(label)])
  }
  if (facet === 'part') {
    return [...kb.maps.values()].flatMap(({ id, title, parts }) =>
      parts.map((part) => {
        const words = kb.maps.size > 1 ? `${part.title} (${title})` : part.title
        return [`${id}/${part.id}`, words] as const
      }),
    )
  }
  if (facet === 'experiment') return [['yes', 'With an experiment']]
  return [...found.keys()].sort((a, b) => Number(b) - Number(a)).map((year) => [year, year])
}

/** The classes of the mark of a kind of record. */
export function kindMark(kind: string): string {
  return `kind kind-${kind === 'caveat' ? 'counterargument' : kind}`
}

/** The classes of the mark of a label. */
export function labelMark(label: string): string {
  return `label label-${label === 'withdrawn' ? 'none' : label}`
}
