import type { Moment } from '../../analysis/history/history.ts'
import type { ArgumentMap } from '../../core/document.ts'
import { feedForms, type FeedData, type FeedForm, type FeedItem } from './feed.ts'

/** Most items of a feed. */
export const mostItems = 50

/** A feed before its items are chosen. */
export interface FeedKind {
  /** Its path below `/feeds/` without the end that names a form: `all`, `maps/light`. */
  readonly name: string
  readonly title: string
  readonly description: string
  /** The map whose page it belongs to; absent where it is of the whole site. */
  readonly map?: ArgumentMap
  readonly has: (item: FeedItem) => boolean
}

/** The feeds of a site: all changes, the labels that changed, and the changes of each map. */
export function feedKinds(maps: Iterable<ArgumentMap>): readonly FeedKind[] {
  return [
    {
      name: 'all',
      title: 'Assay: all changes',
      description: 'What is added, reworded, withdrawn or labelled otherwise in the argument map.',
      has: () => true,
    },
    {
      name: 'labels',
      title: 'Assay: labels that changed',
      description:
        'Statements that an objection stands against now, or no longer does, or whose objections became contested.',
      has: ({ type }) => type === 'label-changed',
    },
    ...[...maps].map((map) => ({
      name: `maps/${map.id}`,
      title: `Assay: ${map.title}`,
      description: `What is added, reworded, withdrawn or labelled otherwise in the map “${map.title}”.`,
      map,
      has: (item: FeedItem) => item.map === map.id,
    })),
  ]
}

/** Where a feed belongs on its site. */
export interface FeedPlace {
  readonly host: string
  /** The page that it is about, absolute. */
  readonly home: string
  /** Where it is in a form, absolute. */
  readonly self: (name: string, form: FeedForm) => string
}

/** A feed with its newest items; `items` are all there are, the newest first. */
export function chooseFeed(
  kind: FeedKind,
  items: readonly FeedItem[],
  head: Moment,
  { host, home, self }: FeedPlace,
): FeedData {
  return {
    id: `tag:${host},2026:feeds/${kind.name}`,
    title: kind.title,
    description: kind.description,
    home,
    self: Object.fromEntries(feedForms.map((form) => [form, self(kind.name, form)])) as Record<
      FeedForm,
      string
    >,
    head,
    items: items.filter(kind.has).slice(0, mostItems),
  }
}
