import type { Label } from '../../analysis/labels/labelling.ts'
import { successorsOf } from '../../analysis/successors.ts'
import type { ArgumentNode, CslName, Source } from '../../core/document.ts'
import type { EdgeId, NodeId, SourceId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { About } from '../../experiments/about.ts'
import { readingOrder } from '../model/order.ts'
import { kindWords, labelWords } from '../words.ts'
import { bodyText } from './body-text.ts'
import { writeText, type RecordText } from './record-text.ts'
import { oneSpelling } from './spelling.ts'

/** By what a search can be narrowed, in the order of the page. */
export const facets = ['kind', 'label', 'part', 'experiment', 'year'] as const
export type Facet = (typeof facets)[number]

/** Something that can be found. */
export interface SearchRecord {
  /** Its page, without the base path. */
  readonly url: string
  /** Title; statement, authors or question; body. */
  readonly text: RecordText
  /** What is weighed more than the text, in one spelling. */
  readonly weighed: { readonly [field in 'title' | 'statement' | 'work' | 'about']?: string }
  readonly facets: { readonly [facet in Facet]?: readonly string[] }
}

/** What records are made from. */
export interface Searchable {
  readonly kb: KnowledgeBase
  readonly labels: ReadonlyMap<NodeId | EdgeId, Label>
  readonly experiments: readonly { readonly id: string; readonly about: About }[]
}

/**
 * A record of each node that was not merged into another, of each experiment and of each source, in
 * the order in which they are listed where no word was asked for.
 */
export function recordsOf(searchable: Searchable): readonly SearchRecord[] {
  const { kb, experiments } = searchable
  const { nodes } = kb.graph
  const own = [...nodes.values()].filter(({ id }) => successorsOf(nodes, id).merged === undefined)
  return [
    ...own.sort(readingOrder(kb)).map((node) => nodeRecord(searchable, node)),
    ...experiments.map(experimentRecord),
    ...[...kb.sources.values()].map(sourceRecord),
  ]
}

function nodeRecord({ kb, labels, experiments }: Searchable, node: ArgumentNode): SearchRecord {
  const { id, map, title, statement, kind, caveat, withdrawn } = node
  const part = kb.maps.get(map)?.parts.find((each) => each.id === kb.parts.get(id))
  const label = withdrawn ? 'withdrawn' : kind === 'question' ? undefined : labels.get(id)
  const said = label === undefined || label === 'in' ? '' : { ...labelWords, withdrawn: 'Withdrawn' }[label]
  const isTried = node.experiment !== undefined || experiments.some(({ about }) => about.claim === id)
  const years = node.sources.map((each) => yearOf(kb.sources.get(each.id as SourceId)))
  const words = [kindWords[kind], caveat ? 'Caveat' : '', said, part?.title ?? '', id]
  return {
    url: `/c/${id}/`,
    text: writeText([title, statement, [withdrawn?.reason, bodyText(node)].filter(Boolean).join(' ')]),
    weighed: {
      title: oneSpelling(title),
      statement: oneSpelling(statement),
      about: oneSpelling(words.filter((word) => word !== '').join(' · ')),
    },
    facets: {
      kind: caveat ? [kind, 'caveat'] : [kind],
      ...(label === undefined ? {} : { label: [label] }),
      ...(part === undefined ? {} : { part: [`${map}/${part.id}`] }),
      ...(isTried ? { experiment: ['yes'] } : {}),
      ...yearFacet(years),
    },
  }
}

function experimentRecord({ id, about }: Searchable['experiments'][number]): SearchRecord {
  const { title, question, model, rule, against, limits } = about
  return {
    url: `/experiments/${id}/`,
    text: writeText([title, question, [against, model, rule, ...limits].join(' ')]),
    weighed: {
      title: oneSpelling(title),
      statement: oneSpelling(question),
      about: `Experiment · ${id}`,
    },
    facets: { kind: ['experiment'], experiment: ['yes'] },
  }
}

function sourceRecord(source: Source): SearchRecord {
  const { csl, title, id, doi } = source
  const year = yearOf(source)
  const authors = csl.author.map(nameOf).join(', ')
  const place = csl['container-title']
  const about = [authors, year, typeof place === 'string' ? place : undefined]
  return {
    url: `/sources/${id}/`,
    text: writeText([title, about.filter(Boolean).join(' · '), bodyText(source)]),
    weighed: {
      work: oneSpelling(`${title} · ${authors}`),
      about: ['Source', id, doi].filter(Boolean).join(' · '),
    },
    facets: { kind: ['source'], ...yearFacet([year]) },
  }
}

function nameOf(name: CslName): string {
  const { given, family, literal, suffix } = name
  return literal ?? [given, name['non-dropping-particle'], family, suffix].filter(Boolean).join(' ')
}

function yearOf(source: Source | undefined): string | undefined {
  const year = source?.csl.issued['date-parts'][0]?.[0]
  return year === undefined ? undefined : String(year)
}

function yearFacet(years: readonly (string | undefined)[]): { year?: readonly string[] } {
  const known = [...new Set(years.filter((year) => year !== undefined))].sort()
  return known.length === 0 ? {} : { year: known }
}
